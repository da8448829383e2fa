package org.recoveryreport.publish;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.course.CourseRules;
import org.recoveryreport.domain.study.StudySettings;
import org.recoveryreport.domain.study.StudySettings.CombineBy;
import org.recoveryreport.domain.survival.ConfidenceType;

/** The words and pictures of the report, in plain language and exactly, with the settings in them. */
public final class Definitions {
    private Definitions() {}

    /** What is defined, in reading order. */
    private enum Term {
        EPISODE,
        RECOVERY_TIME,
        RECOVERED,
        CENSORED,
        COMBINATION,
        ROWS,
        REJECTED,
        ENTRIES,
        WITHOUT_START,
        COURSE,
        STILL_ILL_AFTER,
        FOLLOW_UP,
        MEDIAN,
        QUARTILES,
        RECOVERED_BY,
        INTERVAL,
        WIDTH,
        LANDMARK,
        MEAN_DAYS,
        DIFFERENCE,
        AS_USED,
        BEYOND_NONE,
        AT_RISK,
        HAZARD_RATIO,
        PROPORTIONAL_HAZARDS,
        P_VALUE,
        LOG_RANK,
        SENSITIVITY,
        PRACTICE,
        PRACTICE_SHARE,
        EXPECTATION,
        STRATUM,
        HIDDEN,
        FINGERPRINT,
        COMBINATIONS_PICTURE,
        PRACTICE_PICTURE,
        TREND_PICTURE,
        FLOW_PICTURE,
        CURVE_PICTURE,
        INTERVAL_PICTURE,
        ORDER_PICTURE
    }

    /** Every definition, in reading order. */
    public static List<Definition> of(StudySettings settings) {
        return Arrays.stream(Term.values()).map(term -> define(term, settings)).toList();
    }

    /** Those of a list of runs, of which no setting changes a word. */
    public static List<Definition> ofRuns() {
        StudySettings any = new StudySettings(
                new CourseRules(84, null, 3, 365), CombineBy.TAG, 14, 84, 0.95, ConfidenceType.LOG_LOG, 0);
        return Stream.of(Term.EPISODE, Term.ROWS, Term.REJECTED, Term.MEDIAN)
                .map(term -> define(term, any))
                .toList();
    }

    private static String betweenSteps(StudySettings settings) {
        return settings.everyCountMayBeShown()
                ? ""
                : " To protect small counts it is made from the steps of the curve, each of at least "
                        + settings.minCellCount() + " recoveries; on which days between two steps these come, and"
                        + " how many are lost meanwhile, is taken from everybody, so for a small group it is rough. Intervals"
                        + " of shares and medians allow for every order in which people may have recovered and been lost"
                        + " between two steps, those of mean days for that of everybody only.";
    }

    private static Definition define(Term term, StudySettings settings) {
        String level = PageNumber.level(settings.confidence());
        int landmark = settings.landmarkDays();
        int chronic = settings.courseRules().chronicAfterDays();
        return switch (term) {
            case EPISODE ->
                own(
                        term,
                        "Episode",
                        "One bout of back spasms of one patient.",
                        "From its onset to the first day of recovery, or to the last contact where the patient had not"
                                + " recovered.");
            case RECOVERY_TIME ->
                own(
                        term,
                        "Recovery time",
                        "How many days somebody was ill.",
                        "Days from onset to the first day of recovery. An episode that had not recovered at last contact"
                                + " still counts: it shows that recovery took longer than the time it was seen.");
            case RECOVERED ->
                own(
                        term,
                        "Recovered",
                        "In how many episodes the log gives a day of recovery.",
                        "Episodes with a first day of recovery. The others are censored at last contact.");
            case CENSORED ->
                define(
                        term,
                        "Censored",
                        "Still ill when last seen, so that the day of recovery is not known.",
                        "Followed up to the last contact and no longer. Such an episode counts among those at risk until"
                                + " then, and neither as recovered nor as ill after it.",
                        "Kaplan and Meier 1958, doi:10.1080/01621459.1958.10501452");
            case COMBINATION ->
                own(
                        term,
                        "Combination",
                        "All the treatments of an episode taken together; none = no treatment recognised in the log.",
                        "The set of treatments, whatever their order. Episodes with only texts that were not"
                                + " recognised count as none. Combinations too rare to be shown are counted"
                                + " together as other combinations.");
            case ROWS ->
                own(
                        term,
                        "Rows and episodes",
                        "How much of the log was read, and how much of it is in the figures.",
                        "A row is a treatment entry; the rows of an episode stand together in the log. Read = accepted +"
                                + " rejected, in rows as in episodes.");
            case REJECTED ->
                own(
                        term,
                        "Rejected",
                        "What could not be used, because something in it is missing or cannot be right.",
                        "A row that breaks a rule of the log is rejected, and its whole episode with it. Which rows, and"
                                + " why, stands in rejected.csv, in the run's private folder.");
            case ENTRIES ->
                own(
                        term,
                        "Treatment entry",
                        "One line of the log that says that something was done.",
                        "A row with a treatment text. Its text may name several treatments, or none that is recognised.");
            case WITHOUT_START ->
                own(
                        term,
                        "Without a start",
                        "Nobody wrote down when the treatment began.",
                        "Such a treatment counts from onset. Where there are many, comparisons are not to be relied on,"
                                + " for some of them surely began later.");
            case COURSE ->
                own(
                        term,
                        "Acute, chronic, undetermined",
                        "Whether an illness passed soon, lasted long or kept coming back, or was not followed long enough"
                                + " to say.",
                        courses(settings.courseRules()));
            case STILL_ILL_AFTER ->
                own(
                        term,
                        "Still ill after " + PageNumber.counted((long) chronic, "day"),
                        "Out of a hundred episodes, how many lasted longer than "
                                + PageNumber.counted((long) chronic, "day") + ".",
                        "The share still ill then, as estimated by the Kaplan-Meier method, so that"
                                + " episodes last seen before then count too. Recurrence is not part of it; a case that recurs counts as chronic"
                                + " however short it is.");
            case FOLLOW_UP ->
                define(
                        term,
                        "Follow-up",
                        "For how long people were usually watched.",
                        "How long episodes would have been watched had nobody recovered: the median by the reverse"
                                + " Kaplan-Meier method, in which recovery only ends the watching.",
                        "Schemper and Smith 1996, doi:10.1016/0197-2456(96)00075-X");
            case MEDIAN ->
                define(
                        term,
                        "Median",
                        "The day by which half have recovered.",
                        "Estimated from everybody by the Kaplan-Meier method, those still ill when last seen included. Not"
                                + " reached = fewer than half had recovered while they were seen."
                                + betweenSteps(settings),
                        "Kaplan and Meier 1958, doi:10.1080/01621459.1958.10501452");
            case QUARTILES ->
                define(
                        term,
                        "Quartiles",
                        "The day by which a quarter have recovered, and the day by which three quarters have.",
                        "Estimated as the median is. A dash: not reached while they were seen.",
                        "Kaplan and Meier 1958, doi:10.1080/01621459.1958.10501452");
            case RECOVERED_BY ->
                define(
                        term,
                        "Recovered by a day",
                        "Out of a hundred, how many had recovered by the end of that day.",
                        "1 less the Kaplan-Meier estimate of those still ill. A dash: "
                                + (settings.everyCountMayBeShown()
                                        ? "nobody was followed so long."
                                        : "too few were followed so long, or recovered after the last step of the curve, to"
                                                + " show it. Two figures, such as 39% to 65%: the share lies between them; it cannot be shown"
                                                + " to the day, because a curve may step only when "
                                                + settings.minCellCount()
                                                + " more have recovered. Single figures are rounded to steps worth at least "
                                                + settings.minCellCount()
                                                + " episodes, and never to 0% or 100%. Of fewer than "
                                                + 10 * settings.minCellCount()
                                                + " episodes such a step is more than ten in a hundred, and"
                                                + " the share is hidden."),
                        "Kaplan and Meier 1958, doi:10.1080/01621459.1958.10501452");
            case INTERVAL ->
                define(
                        term,
                        level + " interval",
                        "How far off the figure may be: the range of values that agree with the log, as far as chance goes.",
                        "Were the study repeated many times, " + level
                                + " of such intervals would hold the true value. Those of medians and curves are made on"
                                + " the " + settings.confidenceType().label()
                                + " scale. "
                                + (settings.minCellCount() <= 1
                                        ? "It covers chance only, not bias."
                                        : "It covers chance, not bias, and of how coarse figures are to protect small"
                                                + " counts what their definitions say."),
                        "Brookmeyer and Crowley 1982, doi:10.2307/2530286");
            case WIDTH ->
                own(
                        term,
                        "Width of an interval",
                        "How much evidence there is: the narrower, the more.",
                        "Upper less lower end of the " + level
                                + " interval. A wide one means that the log holds too few"
                                + " such episodes to say much, not that there is no difference. A dash: there is no"
                                + " interval, or it is of fewer than " + settings.horizonDays()
                                + " days and could not be set against those of other rows.");
            case LANDMARK ->
                define(
                        term,
                        "Compared from day " + landmark,
                        "Everybody still ill on day " + landmark + " is grouped by what had been begun by then, and"
                                + " followed from then on.",
                        "A landmark. Who recovered, or was last seen, on or before the day is left out, and time counts"
                                + " from it, so that nobody's group depends on how long the illness went on.",
                        "Anderson, Cain and Gelber 1983, doi:10.1200/JCO.1983.1.11.710");
            case MEAN_DAYS ->
                define(
                        term,
                        "Mean days ill",
                        "For how many of the next " + settings.horizonDays() + " days people were ill on average.",
                        "The area under the curve of those still ill, up to the horizon of " + settings.horizonDays()
                                + " days or, where people were not followed so long, a shorter one (restricted mean)."
                                + betweenSteps(settings),
                        "Royston and Parmar 2013, doi:10.1186/1471-2288-13-152");
            case DIFFERENCE ->
                own(
                        term,
                        "Difference from none",
                        "How many days ill fewer (\u2212) or more (+) than in the group without treatment.",
                        "Mean days ill of the group less those of none, both within " + settings.horizonDays()
                                + " days or, where a row says so, fewer, because one of the two is not followed so long;"
                                + " such rows cannot be set against others. With the " + level
                                + " interval by the normal approximation, which is somewhat too short for groups of fewer"
                                + " than about 100, or 300 where half of them are not followed to their recovery. The"
                                + " groups differ in more than treatment, so it is not what a treatment does.");
            case AS_USED ->
                define(
                        term,
                        "As used",
                        "Grouped by every treatment ever had, however late.",
                        "Who stays ill longer has more time to collect treatments, so more treatments go with longer"
                                + " illness even where no treatment does anything (immortal time bias).",
                        "Suissa 2008, doi:10.1093/aje/kwm324");
            case BEYOND_NONE ->
                own(
                        term,
                        "Beyond none",
                        "How many days later (+) or sooner (\u2212) half have recovered than in the group without"
                                + " treatment.",
                        "Median less that of none: as used, of all episodes from onset, and from day " + landmark
                                + ", of those still ill then. As used, who recovers soon has had no time for treatments,"
                                + " so the two answer different questions.");
            case AT_RISK ->
                own(
                        term,
                        "At risk",
                        "How many were still ill, and still watched, just before a day.",
                        "Neither recovered nor last seen before the day, as far as counts may be shown.");
            case HAZARD_RATIO ->
                define(
                        term,
                        "Hazard ratio of recovery",
                        "Above 1, those who have begun the treatment recover sooner than those who have not; below 1,"
                                + " later.",
                        "How readily those who have begun a treatment recover on a day, set against those who have not,"
                                + " with the other treatments alike (Cox's model, Efron's ties). A treatment counts from"
                                + " the day after it began, one begun at onset or without a known start from onset.",
                        "Cox 1972, doi:10.1111/j.2517-6161.1972.tb00899.x");
            case PROPORTIONAL_HAZARDS ->
                define(
                        term,
                        "Proportional hazards",
                        "Whether the ratio is the same early and late.",
                        "A hazard ratio takes for granted that it is the same on every day. A small p-value says it"
                                + " is not; the ratio is then an average over the days.",
                        "Grambsch and Therneau 1994, doi:10.1093/biomet/81.3.515");
            case P_VALUE ->
                define(
                        term,
                        "p-value",
                        "How easily chance alone would bring about such a difference: the smaller, the less easily.",
                        "The probability of a difference at least this large if recovery were alike in all groups"
                                + " (log-rank test; of a hazard ratio, Wald's). That of a group is of the group against"
                                + " all others together, not against none. Below 0.05 a difference is called clear; from"
                                + " there on it is not shown that there is none. Where it says Holm, it is adjusted for the"
                                + " number of groups compared, because of many some differ by chance.",
                        "Mantel 1966; Holm 1979, JSTOR 4615733");
            case LOG_RANK ->
                define(
                        term,
                        "Log-rank test",
                        "Whether recovery differs more between the groups than chance would have it.",
                        "Chi-squared sums up, day by day, how far the recoveries of each group are from what they would be"
                                + " were all groups alike. Degrees of freedom: groups that can differ, less one.",
                        "Mantel 1966");
            case SENSITIVITY ->
                own(
                        term,
                        "Changes sign",
                        "A difference that turns round when something is chosen otherwise is not to be relied on.",
                        "Difference from none in mean days ill, from each landmark, by single treatments and by families;"
                                + " and whether the median is apart from that of none on some scales of the interval only.");
            case PRACTICE ->
                own(
                        term,
                        "Kept, cannot be told",
                        "In how many episodes care was as a guide says, and in how many the log does not tell.",
                        "Of the episodes that a check concerns: those that kept to it, those whose rows lack the dates,"
                                + " doses or lengths it needs, and the rest, which departed from it.");
            case PRACTICE_SHARE ->
                define(
                        term,
                        "Kept, of those that can be told",
                        "Out of a hundred episodes of which the log tells, how many kept to it.",
                        "Kept / (kept + departed from), with Wilson's " + level + " interval.",
                        "Wilson 1927, doi:10.1080/01621459.1927.10502953");
            case EXPECTATION ->
                own(
                        term,
                        "What the guide expects",
                        "What the guide says the treatment is for.",
                        "The words of the catalogue's source. Mostly they are about relief, which no log of recovery days"
                                + " measures.");
            case STRATUM ->
                own(
                        term,
                        "Stratum",
                        "A part of the episodes that are alike in one respect.",
                        "Set by stratifyBy. Tests compare within strata, like with like.");
            case HIDDEN ->
                own(
                        term,
                        "Not shown",
                        "A number so small that somebody might be recognised by it, or one that would give such a number"
                                + " away.",
                        hidden(settings));
            case FINGERPRINT ->
                own(
                        term,
                        "Fingerprint",
                        "A short code by which the same episodes are known again.",
                        "Computed from all accepted episodes, whatever their order and however they are spread over"
                                + " files. Equal fingerprints, equal episodes.");
            case COMBINATIONS_PICTURE ->
                define(
                        term,
                        "The picture of combinations",
                        "Each line is a group: the black dots say what had been begun, the bar how many had it, the dot on"
                                + " the right when half had recovered.",
                        "UpSet matrix of the largest groups from day " + landmark + ", with the Kaplan-Meier median and"
                                + " its " + level + " interval; an arrow: the interval goes on.",
                        "Lex and others 2014, doi:10.1109/TVCG.2014.2346248");
            case PRACTICE_PICTURE ->
                define(
                        term,
                        "The picture of practice checks",
                        "The dot says in how many of a hundred episodes care kept to it, the line how far off that may be."
                                + " A short line: many episodes tell.",
                        "Kept / (kept + departed from) with Wilson's " + level + " interval; behind it of how many.",
                        "Wilson 1927, doi:10.1080/01621459.1927.10502953");
            case TREND_PICTURE ->
                own(
                        term,
                        "The picture of months",
                        "Whether illness has lasted longer or shorter, by the month in which it began.",
                        "Kaplan-Meier median by month of onset, all treatments together, with its " + level
                                + " interval. Hollow: not followed long enough yet.");
            case FLOW_PICTURE ->
                own(
                        term,
                        "The picture of rows and groups",
                        "From everything in the log, step by step, to the groups that are compared.",
                        "Each box is what was left after the step above; beside the arrows stands what left there.");
            case CURVE_PICTURE ->
                define(
                        term,
                        "Recovery curve",
                        "Out of a hundred, how many were still ill after so many days: the sooner the line falls, the"
                                + " sooner people recovered.",
                        "Kaplan-Meier estimate from day " + landmark + " with its pointwise " + level
                                + " interval as a band; below it how many were at risk, had recovered and were censored"
                                + (settings.everyCountMayBeShown()
                                        ? "."
                                        : ". The line steps only when " + settings.minCellCount()
                                                + " more have recovered, and ends where too few would be left."),
                        "Morris and others 2019, doi:10.1136/bmjopen-2019-030215");
            case INTERVAL_PICTURE ->
                own(
                        term,
                        "Dot and line",
                        "The dot is the figure, the line how far off it may be. A line across the dotted one: no clear"
                                + " difference.",
                        "Estimate and " + level
                                + " interval on one scale for all rows; the dotted line is no difference."
                                + " An arrowhead: the interval goes on. Dashed: of fewer days than other rows, and not to"
                                + " be set against them.");
            case ORDER_PICTURE ->
                own(
                        term,
                        "The picture of orders",
                        "What was begun first, and what came after it: the thicker the band, the more episodes.",
                        "Sankey diagram of the orders in which treatments began, within each combination as used. Bands"
                                + " take the colour of what they come from; what leaves by no band ended there.");
        };
    }

    private static String courses(CourseRules rules) {
        Integer subacuteAfterDays = rules.subacuteAfterDays();
        return "Chronic: lasted longer than " + rules.chronicAfterDays() + " days, or was the patient's onset number "
                + rules.recurrentOnsets() + " or later within " + rules.recurrenceWindowDays() + " days. Undetermined:"
                + " still going on when last seen, before it could be called chronic."
                + (subacuteAfterDays == null
                        ? " Acute: every other episode."
                        : " Subacute: of the others, those that lasted longer than " + subacuteAfterDays
                                + " days. Acute: the rest.")
                + " The class uses how the episode ended, so it describes and must not be used to compare treatments.";
    }

    /** What is not shown, and why. */
    public static String hidden(StudySettings settings) {
        return settings.everyCountMayBeShown()
                ? "Nothing is hidden in this report: every count may be shown."
                : "Counts of 1 to " + (settings.minCellCount() - 1)
                        + " are not shown, nor what they could be worked out from, so that"
                        + " nobody can be recognised.";
    }

    private static Definition own(Term term, String name, String plain, String meaning) {
        return define(term, name, plain, meaning, null);
    }

    private static Definition define(Term term, String name, String plain, String meaning, @Nullable String source) {
        return new Definition(term.name().toLowerCase(Locale.ROOT).replace('_', '-'), name, plain, meaning, source);
    }
}
