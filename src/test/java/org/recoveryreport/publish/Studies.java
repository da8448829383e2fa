package org.recoveryreport.publish;

import java.util.List;
import org.recoveryreport.domain.course.CourseRules;
import org.recoveryreport.domain.study.Analysis;
import org.recoveryreport.domain.study.CombinationFigures;
import org.recoveryreport.domain.study.CurveStep;
import org.recoveryreport.domain.study.FollowUpFigures;
import org.recoveryreport.domain.study.LandmarkFigures;
import org.recoveryreport.domain.study.LandmarkFlow;
import org.recoveryreport.domain.study.LogSummary;
import org.recoveryreport.domain.study.MedianIntervals;
import org.recoveryreport.domain.study.MonthFigures;
import org.recoveryreport.domain.study.OverallTest;
import org.recoveryreport.domain.study.PairwiseTest;
import org.recoveryreport.domain.study.Pathway;
import org.recoveryreport.domain.study.Population;
import org.recoveryreport.domain.study.PracticeComparison;
import org.recoveryreport.domain.study.PracticeFigures;
import org.recoveryreport.domain.study.PracticeRows;
import org.recoveryreport.domain.study.RecoveredBy;
import org.recoveryreport.domain.study.SensitivityFigures;
import org.recoveryreport.domain.study.StratifyBy;
import org.recoveryreport.domain.study.Stratum;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.domain.study.StudySettings;
import org.recoveryreport.domain.study.StudySettings.CombineBy;
import org.recoveryreport.domain.study.Supplement;
import org.recoveryreport.domain.study.TreatmentFigures;
import org.recoveryreport.domain.study.TreatmentModel;
import org.recoveryreport.domain.study.UnrecognisedText;
import org.recoveryreport.domain.survival.ConfidenceType;
import org.recoveryreport.domain.survival.CoxModel.Cause;
import org.recoveryreport.domain.survival.ProportionalHazards;

/** Hand-written results, small enough to read their files. */
public final class Studies {
    private Studies() {}

    /** The default settings. */
    public static StudySettings settings() {
        return settings(null);
    }

    private static StudySettings settings(StratifyBy stratifyBy) {
        return new StudySettings(
                new CourseRules(84, null, 3, 365),
                StudySettings.CombineBy.TAG,
                14,
                84,
                0.95,
                ConfidenceType.LOG_LOG,
                11,
                stratifyBy);
    }

    /** Nothing was accepted, nothing is known. */
    public static StudyResult empty() {
        return empty(new LogSummary(0L, 0L, 0L, 0L, 0L, 0L, List.of(), 0L, 0L, 0L, 0L, "0"));
    }

    /** Nothing is known of the episodes of a log. */
    public static StudyResult empty(LogSummary log) {
        return StudyResult.nothing(settings(), log);
    }

    /** One of everything: whole and broken numbers, very small ones, undefined and hidden cells. */
    public static StudyResult small() {
        return named("none", "cold + nsaid", "take 2, \"as needed\"", "no treatment text");
    }

    /** The same, stratified by sex: two strata, the one like all, the other empty. */
    public static StudyResult stratified() {
        StudySettings settings = settings(StratifyBy.SEX);
        return Varied.like(small())
                .settings(settings)
                .result()
                .withStrata(List.of(
                        new Stratum("f", Varied.like(small()).settings(settings).result()),
                        new Stratum(
                                "not given",
                                Varied.like(empty()).settings(settings).result())));
    }

    /** The same with names that a page, a spreadsheet or a parser might run. */
    public static StudyResult hostile() {
        return named(
                "<script>alert(1)</script>",
                "=cmd|' /C calc'!A0",
                "\"><img src=x onerror=alert(2)>&amp;",
                "<b onmouseover='alert(3)'>reason</b>");
    }

    private static StudyResult named(String first, String second, String text, String reason) {
        return new StudyResult(
                settings(),
                new LogSummary(
                        120L,
                        108L,
                        12L,
                        90L,
                        78L,
                        12L,
                        List.of(new LogSummary.ReasonCount(reason, 12L), new LogSummary.ReasonCount("rare", null)),
                        70L,
                        30L,
                        null,
                        14L,
                        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
                List.of(
                        used(first, 50, 45L, 9.5, 1.0 / 3),
                        used(second, 28, null, null, null),
                        used("other combinations", 12, 12L, 31.0, 2.5e-12)),
                List.of(new LandmarkFlow(14, 40L, 38L, null), new LandmarkFlow(28, null, null, null)),
                List.of(
                        landmark(first, 25, 20L, 0.0, null),
                        landmark(second, 15, null, -3.25, 0.04),
                        landmark("other combinations", 11, 11L, null, 1.0)),
                List.of(
                        new OverallTest(Analysis.AS_USED, Population.ALL, 0, 3, 12.75, 2, 0.0017),
                        new OverallTest(Analysis.LANDMARK, Population.ALL, 14, 1, null, null, null)),
                List.of(
                        step(first, 3, 25, 11L, 0.56, 0.35),
                        step(first, 20, 14, null, 0.12, null),
                        step(second, 9, 15, 15L, 0.0, null)),
                List.of(new UnrecognisedText(text, 14)),
                List.of(new CombinationFigures(
                        Population.ALL,
                        "all",
                        90,
                        80L,
                        10L,
                        11.0,
                        9.0,
                        13.0,
                        5.0,
                        22.0,
                        15.5,
                        0.75,
                        84,
                        0.25,
                        0.5,
                        0.75,
                        0.875,
                        null,
                        null)),
                new Supplement(
                        treatmentModel(second),
                        practice(1),
                        List.of(
                                new PracticeComparison(
                                        14,
                                        "cold-first",
                                        30L,
                                        20L,
                                        0L,
                                        12.0,
                                        9.0,
                                        15.0,
                                        17.5,
                                        14.0,
                                        null,
                                        true,
                                        true,
                                        77,
                                        -3.25,
                                        -5.0,
                                        -1.5,
                                        0.004,
                                        0.008),
                                new PracticeComparison(
                                        14,
                                        "session-length",
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null),
                                new PracticeComparison(
                                        14,
                                        "ibuprofen-dose",
                                        19L,
                                        0L,
                                        12L,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        false,
                                        false,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null)),
                        List.of(
                                new PairwiseTest(14, second, first, 4.5, 0.034, 0.034),
                                new PairwiseTest(28, second, first, 0.25, 0.625, 0.625)),
                        List.of(
                                new FollowUpFigures(Population.ALL, 120.0, 100.5, null, 0.125, 0.0625, 0.25),
                                new FollowUpFigures(Population.ACUTE, null, null, null, null, null, null)),
                        List.of(
                                new RecoveredBy(Population.ALL, second, 7, 0.25, 0.12, 0.4),
                                new RecoveredBy(Population.ALL, "all", 28, 0.75, 0.62, 0.86),
                                new RecoveredBy(Population.ACUTE, "all", 84, 1.0, null, null)),
                        List.of(
                                new MonthFigures("2025-12", 40, 38L, 9.5, 8.0, 12.0, 0.875, true),
                                new MonthFigures("2026-02", 38, null, null, 14.0, null, null, false)),
                        List.of(
                                new SensitivityFigures(
                                        CombineBy.TAG,
                                        7,
                                        second,
                                        12.0,
                                        15.0,
                                        84,
                                        -3.25,
                                        -4.5,
                                        -2.0,
                                        medians(true),
                                        true,
                                        true),
                                new SensitivityFigures(
                                        CombineBy.TAG,
                                        14,
                                        second,
                                        null,
                                        16.0,
                                        77,
                                        0.5,
                                        -1.5,
                                        2.5,
                                        medians(null),
                                        true,
                                        null),
                                new SensitivityFigures(
                                        CombineBy.FAMILY,
                                        28,
                                        "heat-and-cold",
                                        9.0,
                                        8.0,
                                        84,
                                        1.5,
                                        0.5,
                                        2.5,
                                        medians(false),
                                        false,
                                        false)),
                        List.of(),
                        List.of(
                                new Pathway("none", List.of(), 50),
                                new Pathway(second, List.of(second, "rest"), 17),
                                new Pathway(second, List.of(), 11))));
    }

    /** Those on the log-log scale are apart or not, as given, on the other scales they are not. */
    private static List<MedianIntervals> medians(Boolean apart) {
        return List.of(
                new MedianIntervals(ConfidenceType.LOG_LOG, 9.0, 13.0, apart == null ? null : 14.0, 20.0, apart),
                new MedianIntervals(ConfidenceType.LOG, 9.0, 14.0, 14.0, null, false),
                new MedianIntervals(ConfidenceType.PLAIN, 8.5, 14.0, 13.0, 19.0, false));
    }

    private static TreatmentModel treatmentModel(String tag) {
        return new TreatmentModel(
                List.of(
                        new TreatmentFigures(
                                "cold", "heat-and-cold", 40L, 38L, 8.0, 9.5, 1.25, 0.75, 2.5, 0.3125, null, 0.02),
                        new TreatmentFigures(
                                tag, "nsaid", null, null, null, 7.0, 0.5, 0.0625, 64.0, 2.5e-12, null, 0.5),
                        new TreatmentFigures(
                                "rest", "rest", 12L, 66L, 30.0, 9.0, null, null, null, null, Cause.SEPARATED, null)),
                -120.5,
                -125.25,
                true,
                new ProportionalHazards(List.of(), 6.5, 2, 0.04));
    }

    private static CombinationFigures used(String name, long n, Long recovered, Double median, Double p) {
        Long censored = recovered == null ? null : n - recovered;
        Double upper = median == null ? null : median + 2;
        return new CombinationFigures(
                Population.ALL,
                name,
                n,
                recovered,
                censored,
                median,
                null,
                upper,
                4.0,
                20.25,
                12.125,
                0.1,
                84,
                0.1,
                0.3,
                0.7,
                null,
                p,
                p);
    }

    private static LandmarkFigures landmark(String name, long n, Long recovered, Double difference, Double p) {
        Long censored = recovered == null ? null : n - recovered;
        Double lower = difference == null ? null : difference - 1;
        Double upper = difference == null ? null : difference + 1.5;
        return new LandmarkFigures(
                14, name, n, recovered, censored, 17.0, 12.0, null, 24.5, 1.25, 84, difference, lower, upper, p, p);
    }

    private static CurveStep step(String name, int day, long atRisk, Long recovered, double ill, Double lower) {
        Long censored = recovered == null ? null : 0L;
        return new CurveStep(
                Analysis.LANDMARK, Population.ALL, 14, name, day, atRisk, recovered, censored, ill, lower, 0.9);
    }

    /** Three checks: with figures, hidden ones, and nothing to assess; counts grow with a factor. */
    static PracticeRows practice(long factor) {
        return new PracticeRows(List.of(
                new PracticeFigures(
                        Population.ALL, "cold-first", 80 * factor, 50 * factor, 20 * factor, 50 / 60.0, 0.72, 0.91),
                new PracticeFigures(Population.ACUTE, "cold-first", 40 * factor, null, null, null, null, null),
                new PracticeFigures(Population.ALL, "ibuprofen-dose", 30 * factor, 0L, 30 * factor, null, null, null)));
    }
}
