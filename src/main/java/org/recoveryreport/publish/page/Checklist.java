package org.recoveryreport.publish.page;

import java.util.List;
import java.util.Locale;
import org.recoveryreport.domain.study.LogSummary;
import org.recoveryreport.domain.study.MonthFigures;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.domain.study.StudySettings;
import org.recoveryreport.publish.PageNumber;

/**
 * What a publication has to say by STROBE (von Elm and others 2007, doi:10.1016/S0140-6736(07)61602-X) and its extension for
 * routine data, RECORD (Benchimol and others 2015, doi:10.1371/journal.pmed.1001885), as far as the report knows it.
 *
 * @param items in the order of the lists
 */
record Checklist(List<Item> items) {
    /**
     * An item.
     *
     * @param number in STROBE, or in RECORD where it has a point
     * @param topic what it asks for
     * @param answer what can be said of this report
     */
    record Item(String number, String topic, String answer) {}

    static Checklist of(StudyResult result, String version) {
        StudySettings settings = result.settings();
        LogSummary log = result.log();
        String level = PageNumber.level(settings.confidence());
        return new Checklist(List.of(
                new Item(
                        "1, RECORD 1.1",
                        "Design and kind of data",
                        "Cohort of episodes from a clinic's routine treatment log."),
                new Item("5", "Dates", dates(result.supplement().months())),
                new Item(
                        "6, RECORD 6.1",
                        "Selection",
                        "Every episode of the log without a bad row. For the comparison, those still ill and followed after day "
                                + settings.landmarkDays() + "."),
                new Item(
                        "7, RECORD 7.1",
                        "Outcome, exposure and their codes",
                        "Recovery: first day of recovery as logged. Treatments: recognised in the log's texts by a catalogue,"
                                + " combined by " + settings.combineBy().name().toLowerCase(Locale.ROOT)
                                + ". Chronic: longer than "
                                + settings.courseRules().chronicAfterDays() + " days, or onset "
                                + settings.courseRules().recurrentOnsets() + " within "
                                + settings.courseRules().recurrenceWindowDays() + " days."),
                new Item(
                        "9",
                        "Bias",
                        "Immortal time: groups are formed by what had begun on day " + settings.landmarkDays()
                                + ", and time counts from then. Confounding is not adjusted for"
                                + (settings.stratifyBy() == null
                                        ? "."
                                        : ", but by strata of "
                                                + settings.stratifyBy().column() + ".")),
                new Item(
                        "12a",
                        "Statistical methods",
                        "Kaplan-Meier; " + level + " intervals on the "
                                + settings.confidenceType().label()
                                + " scale; restricted means to " + settings.horizonDays()
                                + " days; log-rank tests, adjusted by Holm's method; Cox's model with Efron's ties and treatments"
                                + " that begin over time."),
                new Item(
                        "12c",
                        "Missing data",
                        "Of " + PageNumber.inSentence(log.treatmentEntries())
                                + " treatment entries, those without a start count"
                                + " from onset: " + PageNumber.inSentence(log.entriesWithoutStart())
                                + "; no treatment was recognised in "
                                + PageNumber.inSentence(log.entriesUnrecognised()) + "."),
                new Item("12d", "Loss to follow-up", "Episodes not recovered when last seen are censored then."),
                new Item(
                        "12e",
                        "Sensitivity",
                        "The comparison is repeated from days "
                                + String.join(
                                        ", ",
                                        settings.landmarks().stream()
                                                .map(String::valueOf)
                                                .toList())
                                + ", by single treatments and by families."),
                new Item(
                        "RECORD 12.2",
                        "Cleaning",
                        "Rows rejected, with their whole episodes: " + PageNumber.inSentence(log.rowsRejected())
                                + " of "
                                + PageNumber.inSentence(log.rowsRead())
                                + "; the reasons are counted under Health of the run."),
                new Item(
                        "13, RECORD 13.1",
                        "Participants",
                        "Episodes accepted: " + PageNumber.inSentence(log.episodesAccepted()) + " of "
                                + PageNumber.inSentence(log.episodesRead())
                                + "; the flow is drawn under From rows to groups."),
                new Item("14c", "Follow-up", "Medians by case class stand under Acute and chronic cases."),
                new Item("16, 17", "Results", "The tables of this page, and the files beside it."),
                new Item(
                        "RECORD 22.1",
                        "Data and code",
                        "Recovery Report " + version + "; fingerprint of the accepted episodes " + log.fingerprint()
                                + "; verify.R recomputes the figures, but for Cox's."),
                new Item(
                        "2, 3, 8, 10, 15, 18 to 22",
                        "Left to the authors",
                        "Background, aims, setting, size, description of the patients, interpretation, limits beyond those"
                                + " listed here, funding.")));
    }

    private static String dates(List<MonthFigures> months) {
        return months.isEmpty()
                ? "The log counts study days, or no month may be shown."
                : "Onsets from " + months.get(0).month() + " to "
                        + months.get(months.size() - 1).month() + ", as far as months may be shown.";
    }
}
