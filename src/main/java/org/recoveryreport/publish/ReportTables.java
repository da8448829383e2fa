package org.recoveryreport.publish;

import static org.recoveryreport.publish.ReportColumn.count;
import static org.recoveryreport.publish.ReportColumn.number;
import static org.recoveryreport.publish.ReportColumn.text;
import static org.recoveryreport.publish.ReportColumn.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.study.CombinationFigures;
import org.recoveryreport.domain.study.CurveStep;
import org.recoveryreport.domain.study.DayCount;
import org.recoveryreport.domain.study.EarlierCount;
import org.recoveryreport.domain.study.FollowUpFigures;
import org.recoveryreport.domain.study.LandmarkFigures;
import org.recoveryreport.domain.study.MonthFigures;
import org.recoveryreport.domain.study.OverallTest;
import org.recoveryreport.domain.study.PairwiseTest;
import org.recoveryreport.domain.study.Pathway;
import org.recoveryreport.domain.study.PracticeComparison;
import org.recoveryreport.domain.study.PracticeFigures;
import org.recoveryreport.domain.study.RecoveredBy;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.domain.study.StudySettings;
import org.recoveryreport.domain.study.TreatmentFigures;
import org.recoveryreport.domain.study.UnrecognisedText;
import org.recoveryreport.domain.survival.CoxModel;

/** What each published table holds. To publish another one, define it here. */
public final class ReportTables {
    private static final String COMBINATION =
            "treatments joined by ' + ', 'none' without treatment, or 'other combinations' for all rare ones";
    private static final String CASE_CLASS = "whose episodes: ALL, ACUTE, SUBACUTE, CHRONIC or UNDETERMINED";

    /** Recovery by the treatments ever used; only describes. */
    public static final ReportTable<CombinationFigures> RECOVERY_BY_COMBINATION = new ReportTable<>(
            "recovery-by-combination",
            "Recovery of the episodes of a case class with one combination of treatments as used, in days from onset",
            List.of(
                    text("case_class", CASE_CLASS, row -> row.population().name()),
                    text("combination", COMBINATION, CombinationFigures::combination),
                    count("episodes", "number of episodes", CombinationFigures::episodes),
                    count("recovered", "episodes that recovered", CombinationFigures::recovered),
                    count("censored", "episodes still going on when last seen", CombinationFigures::censored),
                    number("median_days", "Kaplan-Meier median recovery time, days", CombinationFigures::medianDays),
                    number(
                            "median_lower",
                            "lower end of the median's confidence interval, days",
                            CombinationFigures::medianLower),
                    number(
                            "median_upper",
                            "upper end of the median's confidence interval, days",
                            CombinationFigures::medianUpper),
                    number("q1_days", "day by which a quarter had recovered", CombinationFigures::q1Days),
                    number("q3_days", "day by which three quarters had recovered", CombinationFigures::q3Days),
                    number("rmst_days", "mean days ill up to the horizon", CombinationFigures::rmstDays),
                    number("rmst_se", "standard error of rmst_days", CombinationFigures::rmstSe),
                    number(
                            "recovered_by_7",
                            "estimated proportion recovered by day 7, 0 to 1",
                            CombinationFigures::recoveredBy7),
                    number(
                            "recovered_by_14",
                            "estimated proportion recovered by day 14, 0 to 1",
                            CombinationFigures::recoveredBy14),
                    number(
                            "recovered_by_28",
                            "estimated proportion recovered by day 28, 0 to 1",
                            CombinationFigures::recoveredBy28),
                    number(
                            "recovered_by_84",
                            "estimated proportion recovered by day 84, 0 to 1",
                            CombinationFigures::recoveredBy84),
                    number(
                            "logrank_p",
                            "p-value of the log-rank test against all other episodes of the case class",
                            CombinationFigures::logrankP),
                    number(
                            "logrank_p_holm",
                            "logrank_p adjusted by Holm's method within the case class",
                            CombinationFigures::logrankPHolm)),
            List.of(count(
                    "rmst_horizon_days",
                    "horizon of rmst_days, shortened to the follow-up where needed",
                    CombinationFigures::rmstHorizonDays)),
            StudyResult::combinations);

    /** Recovery after a landmark by the treatments started by then. */
    public static final ReportTable<LandmarkFigures> LANDMARK_BY_COMBINATION = new ReportTable<>(
            "landmark-by-combination",
            "Recovery after a landmark by the treatments started by then, of the episodes still going on after it;"
                    + " in days from the landmark",
            List.of(
                    count("landmark_days", "the landmark, days from onset", LandmarkFigures::landmarkDays),
                    text("combination", COMBINATION, LandmarkFigures::combination),
                    count("episodes", "number of episodes", LandmarkFigures::episodes),
                    count("recovered", "episodes that recovered", LandmarkFigures::recovered),
                    count("censored", "episodes still going on when last seen", LandmarkFigures::censored),
                    number("median_days", "Kaplan-Meier median, days from the landmark", LandmarkFigures::medianDays),
                    number(
                            "median_lower",
                            "lower end of the median's confidence interval, days",
                            LandmarkFigures::medianLower),
                    number(
                            "median_upper",
                            "upper end of the median's confidence interval, days",
                            LandmarkFigures::medianUpper),
                    number(
                            "rmst_days",
                            "mean days ill from the landmark to the horizon after it",
                            LandmarkFigures::rmstDays),
                    number("rmst_se", "standard error of rmst_days", LandmarkFigures::rmstSe),
                    number(
                            "rmst_difference",
                            "rmst_days less that of 'none', days; negative = fewer days ill",
                            LandmarkFigures::rmstDifference),
                    number(
                            "rmst_difference_lower",
                            "lower end of the difference's confidence interval, days",
                            LandmarkFigures::rmstDifferenceLower),
                    number(
                            "rmst_difference_upper",
                            "upper end of the difference's confidence interval, days",
                            LandmarkFigures::rmstDifferenceUpper),
                    number(
                            "logrank_p",
                            "p-value of the log-rank test against all others at the landmark",
                            LandmarkFigures::logrankP),
                    number(
                            "logrank_p_holm",
                            "logrank_p adjusted by Holm's method within the landmark",
                            LandmarkFigures::logrankPHolm)),
            List.of(count(
                    "rmst_horizon_days",
                    "horizon of rmst_days after the landmark, shortened to the follow-up where needed",
                    LandmarkFigures::rmstHorizonDays)),
            StudyResult::landmarks);

    /** Every treatment in one model. */
    public static final ReportTable<TreatmentFigures> RECOVERY_BY_TREATMENT = new ReportTable<>(
            "recovery-by-treatment",
            "A treatment in Cox's model of all treatments together, each from its start on",
            List.of(
                    text("tag", "the treatment", TreatmentFigures::tag),
                    text("family", "its family", TreatmentFigures::family),
                    count("episodes_with", "episodes that ever had it", TreatmentFigures::episodesWith),
                    count("episodes_without", "episodes that never had it", TreatmentFigures::episodesWithout),
                    number(
                            "median_days_with",
                            "Kaplan-Meier median recovery time of those that ever had it, days; only describes",
                            TreatmentFigures::medianDaysWith),
                    number(
                            "median_days_without",
                            "Kaplan-Meier median recovery time of those that never had it, days; only describes",
                            TreatmentFigures::medianDaysWithout),
                    number(
                            "hazard_ratio",
                            "hazard ratio of recovery, above 1 = recovery comes sooner",
                            TreatmentFigures::hazardRatio),
                    number(
                            "hr_lower",
                            "lower end of the hazard ratio's confidence interval",
                            TreatmentFigures::hazardRatioLower),
                    number(
                            "hr_upper",
                            "upper end of the hazard ratio's confidence interval",
                            TreatmentFigures::hazardRatioUpper),
                    number("p_value", "Wald's p-value of a hazard ratio of 1", TreatmentFigures::pValue)),
            List.of(
                    text(
                            "left_out",
                            "why it has no ratio: constant or redundant (the model goes without it) or separated (it has"
                                    + " no finite one, and the others are those of that limit); null = it has one",
                            ReportTables::leftOut),
                    number(
                            "proportional_hazards_p",
                            "p-value of Grambsch and Therneau's test of a hazard ratio that stays the same over time",
                            TreatmentFigures::proportionalHazardsP)),
            result -> result.supplement().treatmentModel().treatments());

    /** How care compares with the guides. */
    public static final ReportTable<PracticeFigures> PRACTICE_CHECKS = new ReportTable<>(
            "practice-checks",
            "How many episodes keep to what the guides recommend",
            List.of(
                    text("check", "the practice check", PracticeFigures::check),
                    text("case_class", CASE_CLASS, row -> row.population().name()),
                    count("eligible", "episodes that the check concerns", PracticeFigures::eligible),
                    count("kept", "how many of them keep to it", PracticeFigures::kept),
                    count(
                            "not_assessable",
                            "how many of them leave it open, for lack of dates or doses; the others depart from it",
                            PracticeFigures::notAssessable),
                    number("rate", "kept among those that could be assessed, 0 to 1", PracticeFigures::rate),
                    number("rate_lower", "lower end of its Wilson interval", PracticeFigures::rateLower),
                    number("rate_upper", "upper end of its Wilson interval", PracticeFigures::rateUpper)),
            List.of(),
            result -> result.supplement().practice().rows());

    /** Whether recovery differs where care kept to the guides. */
    public static final ReportTable<PracticeComparison> PRACTICE_BY_LANDMARK = new ReportTable<>(
            "practice-by-landmark",
            "Recovery after a landmark where care had kept to a practice check by then, and where it had not; in days from"
                    + " the landmark",
            List.of(
                    count("landmark_days", "the landmark, days from onset", PracticeComparison::landmarkDays),
                    text("check", "the practice check", PracticeComparison::check),
                    count("kept", "episodes that had kept to it", PracticeComparison::kept),
                    count("not_kept", "episodes that had departed from it", PracticeComparison::notKept),
                    count(
                            "not_assessable",
                            "episodes that it concerns, but of which this was not known at the landmark",
                            PracticeComparison::notAssessable),
                    number(
                            "kept_median_days",
                            "Kaplan-Meier median of those that kept to it, days from the landmark",
                            PracticeComparison::keptMedianDays),
                    number(
                            "kept_median_lower",
                            "lower end of its confidence interval, days",
                            PracticeComparison::keptMedianLower),
                    number(
                            "kept_median_upper",
                            "upper end of its confidence interval, days",
                            PracticeComparison::keptMedianUpper),
                    number(
                            "not_kept_median_days",
                            "Kaplan-Meier median of those that departed from it, days from the landmark",
                            PracticeComparison::notKeptMedianDays),
                    number(
                            "not_kept_median_lower",
                            "lower end of its confidence interval, days",
                            PracticeComparison::notKeptMedianLower),
                    number(
                            "not_kept_median_upper",
                            "upper end of its confidence interval, days",
                            PracticeComparison::notKeptMedianUpper),
                    number(
                            "rmst_difference",
                            "mean days ill where kept less those where not; negative = fewer days ill where kept",
                            PracticeComparison::rmstDifference),
                    number(
                            "rmst_difference_lower",
                            "lower end of the difference's confidence interval, days",
                            PracticeComparison::rmstDifferenceLower),
                    number(
                            "rmst_difference_upper",
                            "upper end of the difference's confidence interval, days",
                            PracticeComparison::rmstDifferenceUpper),
                    number("logrank_p", "p-value of the log-rank test of the two", PracticeComparison::logrankP),
                    number(
                            "logrank_p_holm",
                            "logrank_p adjusted by Holm's method for the checks at the landmark",
                            PracticeComparison::logrankPHolm)),
            List.of(
                    count(
                            "rmst_horizon_days",
                            "horizon of the mean days ill after the landmark, shortened to the follow-up where needed",
                            PracticeComparison::rmstHorizonDays),
                    truth(
                            "kept_median_told",
                            "whether kept_median_days would be given had it been reached; else a null may be hidden",
                            PracticeComparison::keptMedianTold),
                    truth(
                            "not_kept_median_told",
                            "the same of not_kept_median_days",
                            PracticeComparison::notKeptMedianTold)),
            result -> result.supplement().practiceAtLandmark());

    /** Recovery over the months. */
    public static final ReportTable<MonthFigures> RECOVERY_BY_MONTH = new ReportTable<>(
            "recovery-by-month",
            "Recovery of the episodes that began in one month, in days from onset; months of few episodes are left out",
            List.of(
                    text("month", "month of onset, YYYY-MM", MonthFigures::month),
                    count("episodes", "number of episodes", MonthFigures::episodes),
                    count("recovered", "episodes that recovered", MonthFigures::recovered),
                    number("median_days", "Kaplan-Meier median recovery time, days", MonthFigures::medianDays),
                    number(
                            "median_lower",
                            "lower end of the median's confidence interval, days",
                            MonthFigures::medianLower),
                    number(
                            "median_upper",
                            "upper end of the median's confidence interval, days",
                            MonthFigures::medianUpper),
                    number(
                            "recovered_by_28",
                            "estimated proportion recovered by day 28, 0 to 1",
                            MonthFigures::recoveredBy28),
                    truth(
                            "mature",
                            "false where more than a tenth of the episodes were last seen, still going on, before day 28",
                            MonthFigures::mature)),
            List.of(),
            result -> result.supplement().months());

    /** Whether all shown combinations recover alike. */
    public static final ReportTable<OverallTest> TESTS = new ReportTable<>(
            "tests",
            "Log-rank test between all shown combinations",
            List.of(
                    text("analysis", "as-used or landmark", row -> row.analysis()
                            .label()),
                    text("case_class", CASE_CLASS, row -> row.population().name()),
                    count("landmark_days", "the landmark, days from onset; 0 = as used", OverallTest::landmarkDays),
                    count("groups", "number of combinations compared", OverallTest::groups),
                    number("chi_squared", "the test's statistic", OverallTest::chiSquared),
                    count("degrees_of_freedom", "its degrees of freedom", OverallTest::degreesOfFreedom),
                    number("p_value", "its p-value", OverallTest::pValue)),
            List.of(
                    number(
                            "stratified_chi_squared",
                            "statistic of the test stratified by stratifyBy",
                            OverallTest::stratifiedChiSquared),
                    count(
                            "stratified_degrees_of_freedom",
                            "degrees of freedom of the stratified test",
                            OverallTest::stratifiedDegreesOfFreedom),
                    number("stratified_p_value", "p-value of the stratified test", OverallTest::stratifiedPValue)),
            StudyResult::tests);

    /** Kaplan-Meier curves. */
    public static final ReportTable<CurveStep> RECOVERY_CURVES = new ReportTable<>(
            "recovery-curves",
            "A step of a Kaplan-Meier curve",
            List.of(
                    text("analysis", "as-used or landmark", row -> row.analysis()
                            .label()),
                    text("case_class", CASE_CLASS, row -> row.population().name()),
                    count(
                            "landmark_days",
                            "the landmark, days from onset, from which day counts; 0 = as used, from onset",
                            CurveStep::landmarkDays),
                    text("combination", COMBINATION, CurveStep::combination),
                    count("day", "day of the step", CurveStep::day),
                    count("at_risk", "episodes still going on just before the step", CurveStep::atRisk),
                    count("recovered", "recoveries of the step", CurveStep::recovered),
                    count("censored", "episodes last seen on the day, or since the step before", CurveStep::censored),
                    number(
                            "not_recovered",
                            "estimated proportion not recovered after the day, 0 to 1",
                            CurveStep::notRecovered),
                    number("lower", "lower end of its pointwise confidence interval", CurveStep::lower),
                    number("upper", "upper end of its pointwise confidence interval", CurveStep::upper)),
            List.of(),
            StudyResult::curves);

    /** Texts that earned no tag. */
    public static final ReportTable<UnrecognisedText> UNRECOGNISED = new ReportTable<>(
            "unrecognised",
            "A treatment text in which nothing was recognised",
            List.of(
                    text("text", "the text as written", UnrecognisedText::text),
                    count("entries", "treatment entries that consist of it", UnrecognisedText::entries)),
            List.of(),
            StudyResult::unrecognised);

    /** Counts that stand as an earlier report showed them, or are hidden because of it. */
    public static final ReportTable<EarlierCount> EARLIER_COUNTS = new ReportTable<>(
            "earlier-counts",
            "A count that stands as an earlier report showed it, or is not shown, because what it is now would tell that fewer"
                    + " than minCellCount episodes have changed",
            List.of(
                    text("table", "the table it stands in", row -> row.cell().table()),
                    text("row", "which row of it", row -> row.cell().row()),
                    text("column", "which count of the row", row -> row.cell().column()),
                    count("count", "what it was", EarlierCount::count),
                    text("as_of", "day of the run that counted it, UTC, YYYY-MM-DD", row -> row.asOf()
                            .toString())),
            List.of(),
            StudyResult::earlier);

    /** Whether the comparison depends on choices. */
    public static final ReportTable<SensitivityRow> SENSITIVITY = new ReportTable<>(
            "sensitivity",
            "A combination beside 'none' under one choice of grouping, landmark and scale of intervals",
            List.of(
                    text(
                            "combine_by",
                            "what combinations are made of: tag or family",
                            row -> row.figures().combineBy().name().toLowerCase(Locale.ROOT)),
                    count("landmark_days", "the landmark, days from onset", row -> row.figures()
                            .landmarkDays()),
                    text("combination", "treatments or families joined by ' + '", row -> row.figures()
                            .combination()),
                    text(
                            "confidence_type",
                            "scale of the medians' intervals: log-log, log or plain",
                            row -> row.medians().type().label()),
                    number("median_days", "Kaplan-Meier median, days from the landmark", row -> row.figures()
                            .medianDays()),
                    number("median_lower", "lower end of its confidence interval, days", row -> row.medians()
                            .lower()),
                    number("median_upper", "upper end of its confidence interval, days", row -> row.medians()
                            .upper()),
                    number(
                            "none_median_days",
                            "Kaplan-Meier median of 'none', days from the landmark",
                            row -> row.figures().noneMedianDays()),
                    number("none_median_lower", "lower end of its confidence interval, days", row -> row.medians()
                            .noneLower()),
                    number("none_median_upper", "upper end of its confidence interval, days", row -> row.medians()
                            .noneUpper()),
                    truth(
                            "medians_apart",
                            "whether no day lies in both intervals; null = an end is undefined",
                            row -> row.medians().apart()),
                    truth(
                            "apart_changes_by_type",
                            "whether medians_apart is true for one confidence_type and false for another",
                            row -> row.figures().changesByScale()),
                    count(
                            "rmst_horizon_days",
                            "days after the landmark up to which days ill are counted",
                            row -> row.figures().horizonDays()),
                    number(
                            "rmst_difference",
                            "mean days ill less that of 'none', whatever the confidence_type; negative = fewer",
                            row -> row.figures().difference()),
                    number(
                            "rmst_difference_lower",
                            "lower end of the difference's confidence interval, days",
                            row -> row.figures().lower()),
                    number(
                            "rmst_difference_upper",
                            "upper end of the difference's confidence interval, days",
                            row -> row.figures().upper()),
                    truth(
                            "changes_sign",
                            "whether the combination has fewer days ill at one landmark and more at another",
                            row -> row.figures().changesSign()),
                    truth(
                            "changes_by_grouping",
                            "whether at the same landmark a combination of the other grouping, made of the same treatments,"
                                    + " has the other sign; null = none can be compared",
                            row -> row.figures().changesByGrouping())),
            List.of(),
            result -> SensitivityRow.of(result.supplement().sensitivity()));

    /** What {@link VerifyScript} needs besides the curves. */
    public static final ReportTable<DayCount> VERIFY_COUNTS = new ReportTable<>(
            "verify-counts",
            "How the episodes of a group ended on one day, for groups without a curve that other tables have figures of",
            List.of(
                    text("table", "that table", DayCount::table),
                    count(
                            "landmark_days",
                            "the landmark, days from onset, from which day counts",
                            DayCount::landmarkDays),
                    text(
                            "whole",
                            "what the group is a part of: the practice check, or the families joined by ' + '",
                            DayCount::whole),
                    text(
                            "part",
                            "the group: kept, not-kept or not-assessable, or the treatments joined by ' + '",
                            DayCount::part),
                    count("day", "the day", DayCount::day),
                    count("recovered", "episodes that recovered on it", DayCount::recovered),
                    count("censored", "episodes last seen on it", DayCount::censored)),
            List.of(),
            result -> result.supplement().counts());

    /** Whether all shown combinations recover alike within strata. */
    public static final ReportTable<OverallTest> STRATIFIED_TESTS = new ReportTable<>(
            "strata/stratified-tests",
            "Log-rank test between all shown combinations, stratified by stratifyBy",
            List.of(
                    text("analysis", "as-used or landmark", row -> row.analysis()
                            .label()),
                    text("case_class", CASE_CLASS, row -> row.population().name()),
                    count("landmark_days", "the landmark, days from onset; 0 = as used", OverallTest::landmarkDays),
                    count("groups", "number of combinations compared", OverallTest::groups),
                    number("chi_squared", "the test's statistic", OverallTest::stratifiedChiSquared),
                    count("degrees_of_freedom", "its degrees of freedom", OverallTest::stratifiedDegreesOfFreedom),
                    number("p_value", "its p-value", OverallTest::stratifiedPValue)),
            List.of(),
            StudyResult::tests);

    /** Two combinations at a time. */
    public static final ReportTable<PairwiseTest> PAIRWISE = new ReportTable<>(
            "pairwise",
            "Log-rank test of two combinations against each other at a landmark",
            List.of(
                    count("landmark_days", "the landmark, days from onset", PairwiseTest::landmarkDays),
                    text("combination", "a combination, or 'none'", PairwiseTest::combination),
                    text("other", "another one", PairwiseTest::other),
                    number("chi_squared", "the test's statistic", PairwiseTest::chiSquared),
                    number("logrank_p", "its p-value", PairwiseTest::pValue),
                    number(
                            "logrank_p_holm",
                            "logrank_p adjusted by Holm's method for the pairs at the landmark",
                            PairwiseTest::pValueHolm)),
            List.of(),
            result -> result.supplement().pairwise());

    /** How long episodes were followed. */
    public static final ReportTable<FollowUpFigures> FOLLOW_UP = new ReportTable<>(
            "follow-up",
            "How long the episodes of a case class were followed, and how many became chronic",
            List.of(
                    text("case_class", CASE_CLASS, row -> row.population().name()),
                    number(
                            "median_days",
                            "median follow-up by the reverse Kaplan-Meier method, days from onset",
                            FollowUpFigures::medianDays),
                    number(
                            "median_lower",
                            "lower end of the median's confidence interval, days",
                            FollowUpFigures::medianLower),
                    number(
                            "median_upper",
                            "upper end of the median's confidence interval, days",
                            FollowUpFigures::medianUpper),
                    number(
                            "became_chronic",
                            "estimated proportion that lasted longer than chronicAfterDays, 0 to 1; for ALL only",
                            FollowUpFigures::becameChronic),
                    number(
                            "became_chronic_lower",
                            "lower end of its confidence interval",
                            FollowUpFigures::becameChronicLower),
                    number(
                            "became_chronic_upper",
                            "upper end of its confidence interval",
                            FollowUpFigures::becameChronicUpper)),
            List.of(),
            result -> result.supplement().followUp());

    /** How many had recovered, with intervals. */
    public static final ReportTable<RecoveredBy> RECOVERED_BY = new ReportTable<>(
            "recovered-by",
            "What part of the episodes with one combination of treatments as used had recovered by a day",
            List.of(
                    text("case_class", CASE_CLASS, row -> row.population().name()),
                    text("combination", COMBINATION + "; 'all' for all together", RecoveredBy::combination),
                    count("day", "the day, from onset", RecoveredBy::day),
                    number("proportion", "estimated proportion recovered by the day, 0 to 1", RecoveredBy::proportion),
                    number(
                            "lower",
                            "lower end of its confidence interval; in whole percent where small counts are protected",
                            RecoveredBy::lower),
                    number("upper", "upper end of its confidence interval, likewise", RecoveredBy::upper)),
            List.of(),
            result -> result.supplement().recoveredBy());

    /** Which treatment came first. */
    public static final ReportTable<Pathway> PATHWAYS = new ReportTable<>(
            "pathways",
            "An order in which the treatments of a combination as used began",
            List.of(
                    text("combination", COMBINATION, Pathway::combination),
                    text(
                            "order",
                            "treatments in the order in which they began, joined by ' > ', those of one day by ' + ';"
                                    + " null = every order not listed, or without treatment",
                            row -> row.steps().isEmpty() ? null : String.join(" > ", row.steps())),
                    count("episodes", "number of episodes", Pathway::episodes)),
            List.of(),
            result -> result.supplement().pathways());

    /** Every table with a file of its own that any study has, in published order. */
    public static final List<ReportTable<?>> ALL = List.of(
            RECOVERY_BY_COMBINATION,
            LANDMARK_BY_COMBINATION,
            RECOVERY_BY_TREATMENT,
            RECOVERY_BY_MONTH,
            TESTS,
            RECOVERY_CURVES,
            PRACTICE_CHECKS,
            PRACTICE_BY_LANDMARK,
            SENSITIVITY,
            UNRECOGNISED,
            EARLIER_COUNTS);

    /** Those of them that every stratum has. */
    static final List<ReportTable<?>> OF_STRATA = ALL.stream()
            .filter(table -> !table.equals(UNRECOGNISED) && !table.equals(EARLIER_COUNTS))
            .collect(Collectors.toUnmodifiableList());

    /** The tables that a stratified study has besides, in published order. */
    public static final List<ReportTable<?>> STRATA = Stream.concat(
                    OF_STRATA.stream().map(ReportTable::byStratum), Stream.of(STRATIFIED_TESTS))
            .collect(Collectors.toUnmodifiableList());

    /** What only {@code report.json} holds, in its order. */
    public static final List<ReportTable<?>> JSON_ONLY = List.of(PAIRWISE, FOLLOW_UP, RECOVERED_BY, PATHWAYS);

    private ReportTables() {}

    /** Every table with a file of its own that a study has, in published order. */
    public static List<ReportTable<?>> of(StudySettings settings) {
        List<ReportTable<?>> tables = new ArrayList<>(ALL);
        if (settings.everyCountMayBeShown()) {
            tables.add(VERIFY_COUNTS);
        }
        if (settings.stratifyBy() != null) {
            tables.addAll(STRATA);
            if (settings.everyCountMayBeShown()) {
                tables.add(VERIFY_COUNTS.byStratum());
            }
        }
        return tables;
    }

    private static @Nullable String leftOut(TreatmentFigures row) {
        CoxModel.Cause cause = row.leftOut();
        return cause == null ? null : cause.name().toLowerCase(Locale.ROOT);
    }
}
