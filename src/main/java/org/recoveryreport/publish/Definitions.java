package org.recoveryreport.publish;

import java.util.Arrays;
import java.util.List;
import org.recoveryreport.domain.course.CourseRules;
import org.recoveryreport.domain.study.StudySettings;

/** The words of the report, in plain language and with the settings in them. */
public final class Definitions {
    private Definitions() {}

    /** What is defined, in reading order. */
    public enum Term {
        /** What is followed. */
        EPISODE,
        /** What is measured. */
        RECOVERY_TIME,
        /** How groups are named. */
        COMBINATION,
        /** The classes of cases. */
        COURSE,
        /** How many turn chronic. */
        BECAME_CHRONIC,
        /** How long people were watched. */
        FOLLOW_UP,
        /** The typical recovery time. */
        MEDIAN,
        /** How sure a figure is. */
        INTERVAL,
        /** The honest comparison. */
        LANDMARK,
        /** The description that is no comparison. */
        AS_USED,
        /** What is compared. */
        MEAN_DAYS,
        /** What a treatment goes with, beside the others. */
        HAZARD_RATIO,
        /** What a hazard ratio takes for granted. */
        PROPORTIONAL_HAZARDS,
        /** What chance would do. */
        P_VALUE,
        /** What is not shown. */
        HIDDEN
    }

    /** Every definition, in reading order. */
    public static List<Definition> of(StudySettings settings) {
        return of(settings, Term.values());
    }

    /** Some definitions, in the order asked for. */
    public static List<Definition> of(StudySettings settings, Term... terms) {
        return Arrays.stream(terms).map(term -> define(term, settings)).toList();
    }

    private static Definition define(Term term, StudySettings settings) {
        String level = PageNumber.level(settings.confidence());
        return switch (term) {
            case EPISODE ->
                own(
                        "Episode",
                        "One back-spasm illness of one patient, from its onset to the first day of recovery, or to the last"
                                + " contact where the patient had not recovered.");
            case RECOVERY_TIME ->
                own(
                        "Recovery time",
                        "Days from onset to the first day of recovery. An episode that had not recovered at last contact"
                                + " still counts: it shows that recovery took longer than the time it was seen"
                                + " (it is censored there).");
            case COMBINATION ->
                own(
                        "Combination",
                        "The set of treatments of an episode, whatever their order; none = no treatment. Combinations too"
                                + " rare to be shown are counted together as other combinations.");
            case COURSE -> own("Acute, chronic, undetermined", courses(settings.courseRules()));
            case BECAME_CHRONIC ->
                own(
                        "Became chronic",
                        "The share of all episodes that lasted longer than "
                                + settings.courseRules().chronicAfterDays()
                                + " days, as estimated by the Kaplan-Meier method, so that episodes last seen before"
                                + " then count too. Recurrence is not part of it.");
            case FOLLOW_UP ->
                new Definition(
                        "Follow-up",
                        "How long episodes would have been watched had nobody recovered: the median by the reverse"
                                + " Kaplan-Meier method, in which recovery only ends the watching.",
                        "Schemper and Smith 1996, doi:10.1016/0197-2456(96)00075-X");
            case MEDIAN ->
                new Definition(
                        "Median",
                        "The day by which half have recovered, as estimated from everybody by the Kaplan-Meier method, those"
                                + " without recovery included. Not reached = fewer than half recovered while they were"
                                + " seen.",
                        "Kaplan and Meier 1958, doi:10.1080/01621459.1958.10501452");
            case INTERVAL ->
                new Definition(
                        level + " interval",
                        "The range of values that agree with the log. Were the study repeated many times, " + level
                                + " of such intervals would hold the true value. A wide interval means little evidence."
                                + " Those of medians and curves are made on the "
                                + settings.confidenceType().label() + " scale.",
                        "Brookmeyer and Crowley 1982, doi:10.2307/2530286");
            case LANDMARK ->
                new Definition(
                        "Landmark",
                        "A day, here day " + settings.landmarkDays()
                                + ", on which everybody still ill is looked at. They are grouped by what had started by"
                                + " then, and time counts from then. Who recovered earlier is left out, so that nobody's"
                                + " group depends on how long the illness went on.",
                        "Anderson, Cain and Gelber 1983, doi:10.1200/JCO.1983.1.11.710");
            case AS_USED ->
                new Definition(
                        "As used",
                        "Grouped by every treatment ever used. Who stays ill longer has more time to collect treatments, so"
                                + " more treatments go with longer illness even where no treatment does anything"
                                + " (immortal time bias).",
                        "Suissa 2008, doi:10.1093/aje/kwm324");
            case MEAN_DAYS ->
                new Definition(
                        "Mean days ill",
                        "The average number of days ill up to a horizon, here " + settings.horizonDays()
                                + " days: the area under the curve (restricted mean). Its difference from none says how"
                                + " many days fewer or more.",
                        "Royston and Parmar 2013, doi:10.1186/1471-2288-13-152");
            case HAZARD_RATIO ->
                new Definition(
                        "Hazard ratio of recovery",
                        "How readily those who have begun a treatment recover on a day, set against those who have not,"
                                + " with the other treatments alike (Cox's model, Efron's ties). Above 1 recovery comes"
                                + " sooner, below 1 later. A treatment counts from the day after it began, one begun at"
                                + " onset or without a known start from onset.",
                        "Cox 1972, doi:10.1111/j.2517-6161.1972.tb00899.x");
            case PROPORTIONAL_HAZARDS ->
                new Definition(
                        "Proportional hazards",
                        "A hazard ratio takes for granted that the ratio is the same on every day. A small p-value says it"
                                + " is not; the ratio is then an average over the days.",
                        "Grambsch and Therneau 1994, doi:10.1093/biomet/81.3.515");
            case P_VALUE ->
                new Definition(
                        "p-value",
                        "How often chance alone would give a difference at least this large if recovery were alike in all"
                                + " groups (log-rank test). Adjusted by Holm's method, because where many groups are"
                                + " compared some differ by chance.",
                        "Mantel 1966; Holm 1979, JSTOR 4615733");
            case HIDDEN -> own("Hidden", hidden(settings.minCellCount()));
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

    private static String hidden(int minCellCount) {
        return minCellCount == 0
                ? "Nothing is hidden in this report: the smallest count that may be shown is switched off."
                : "Counts of 1 to " + (minCellCount - 1)
                        + " are not shown, nor what they could be worked out from, so that"
                        + " nobody can be recognised.";
    }

    private static Definition own(String term, String meaning) {
        return new Definition(term, meaning, null);
    }
}
