package org.recoveryreport.publish;

import java.util.List;
import org.recoveryreport.domain.course.CourseRules;
import org.recoveryreport.domain.study.StudySettings;

/** The words of the report, in plain language and with the settings in them. */
public final class Definitions {
    private Definitions() {}

    /** Every definition, in reading order. */
    public static List<Definition> of(StudySettings settings) {
        String level = PageNumber.level(settings.confidence());
        return List.of(
                own(
                        "Episode",
                        "One back-spasm illness of one patient, from its onset to the first day of recovery, or to the last"
                                + " contact where the patient had not recovered."),
                own(
                        "Recovery time",
                        "Days from onset to the first day of recovery. An episode that had not recovered at last contact"
                                + " still counts: it shows that recovery took longer than the time it was seen"
                                + " (it is censored there)."),
                own(
                        "Combination",
                        "The set of treatments of an episode, whatever their order; none = no treatment. Combinations too"
                                + " rare to be shown are counted together as other combinations."),
                own("Acute, chronic, undetermined", courses(settings.courseRules())),
                new Definition(
                        "Median recovery time",
                        "The day by which half have recovered, as estimated from everybody by the Kaplan-Meier method, those"
                                + " without recovery included. Not reached = fewer than half recovered while they were"
                                + " seen.",
                        "Kaplan and Meier 1958, doi:10.1080/01621459.1958.10501452"),
                new Definition(
                        level + " interval",
                        "The range of values that agree with the log. Were the study repeated many times, " + level
                                + " of such intervals would hold the true value. A wide interval means little evidence."
                                + " Scale: " + settings.confidenceType().label() + ".",
                        "Brookmeyer and Crowley 1982, doi:10.2307/2530286"),
                new Definition(
                        "Landmark",
                        "A day, here day " + settings.landmarkDays()
                                + ", on which everybody still ill is looked at. They are grouped by what had started by"
                                + " then, and time counts from then. Who recovered earlier is left out, so that nobody's"
                                + " group depends on how long the illness went on.",
                        "Anderson, Cain and Gelber 1983, doi:10.1200/JCO.1983.1.11.710"),
                new Definition(
                        "As used",
                        "Grouped by every treatment ever used. Who stays ill longer has more time to collect treatments, so"
                                + " more treatments go with longer illness even where no treatment does anything"
                                + " (immortal time bias).",
                        "Suissa 2008, doi:10.1093/aje/kwm324"),
                new Definition(
                        "Mean days ill",
                        "The average number of days ill up to a horizon, here " + settings.horizonDays()
                                + " days: the area under the curve (restricted mean survival time). Its difference from"
                                + " none says how many days fewer or more.",
                        "Royston and Parmar 2013, doi:10.1186/1471-2288-13-152"),
                new Definition(
                        "p-value",
                        "How often chance alone would give a difference at least this large if recovery were alike in all"
                                + " groups (log-rank test). Adjusted by Holm's method, because where many groups are"
                                + " compared some differ by chance.",
                        "Mantel 1966; Holm 1979, JSTOR 4615733"),
                own("Hidden", hidden(settings.minCellCount())));
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
