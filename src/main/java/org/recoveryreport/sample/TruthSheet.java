package org.recoveryreport.sample;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/** States the truth of a sample log in Markdown, for people who compare a report with it. */
public final class TruthSheet {
    private final StringBuilder text = new StringBuilder();

    private TruthSheet() {}

    /** Writes the sheet; lines end with a line feed. */
    public static String of(SampleTruth truth) {
        TruthSheet sheet = new TruthSheet();
        sheet.settings(truth.settings());
        sheet.course();
        sheet.treatments(truth);
        sheet.counts(truth);
        sheet.badRows(truth);
        return sheet.text.toString();
    }

    private void settings(SampleSettings settings) {
        line("# The truth of a sample log");
        line("");
        line(
                "All of it is invented. Episodes %d, seed %d, onsets in %s, last contact %d days after the first of the year.",
                settings.episodes(),
                settings.seed(),
                settings.studyDays() ? "the study days 0 to 364" : "the first 365 days of " + settings.startYear(),
                SampleSettings.LAST_DAY);
        line("");
    }

    private void course() {
        line("## Recovery");
        line("Who is still ill recovers with a daily hazard that depends on the day since onset:");
        line("");
        line("| from day | hazard a day |");
        line("|---:|---:|");
        CourseModel.PERIODS.forEach(period -> line("| %d | %s |", period.fromDay(), period.dailyHazard()));
        line("");
        line(
                "It is multiplied by %s for each point of severity above %d (divided below), and by the hazard ratio of each",
                CourseModel.HAZARD_RATIO_PER_SEVERITY_POINT, CourseModel.TYPICAL_SEVERITY);
        line(
                "treatment that has begun: from the day after its start, or at once where it starts with the onset. Severity is");
        line(
                "1 to 9, in the shape of two dice. Independently of all this, %s %% a day are not seen again.",
                percent(Cohort.DROPOUT_PER_DAY));
        line(
                "The spasms of %s %% of the patients come back, %d days after the last episode at the earliest, %s further days",
                percent(Cohort.RECURRENT_PATIENTS), Cohort.FREE_DAYS, Cohort.MEAN_FURTHER_DAYS);
        line("later on average, as long as the year lasts.");
        line("");
    }

    private void treatments(SampleTruth truth) {
        line("## Treatments");
        line(
                "`would use`: share of episodes of severity 5 that would get it if they lasted long enough; `per point`: relative");
        line(
                "change of that share with a point of severity; `at once`: share of these that start on the day of onset;");
        line(
                "`delay`: mean days to the start of the others (a start is drawn independently of recovery, and happens only to");
        line(
                "who is still ill); `hazard ratio`: of recovery, above 1 = sooner; `episodes`: good episodes that used it.");
        line("");
        line("| treatment | would use | per point | at once | delay | hazard ratio | episodes |");
        line("|---|---:|---:|---:|---:|---:|---:|");
        boolean work = truth.settings().treatmentsWork();
        for (TreatmentHabit habit : TreatmentHabit.ALL) {
            line(
                    "| %s | %s %% | %s %% | %s %% | %s | %s | %d |",
                    habit.tag(),
                    percent(habit.share()),
                    percent(habit.severitySlope()),
                    percent(habit.atOnce()),
                    habit.meanDelayDays(),
                    work ? habit.hazardRatio() : 1.0,
                    truth.episodesByTag().getOrDefault(habit.tag(), 0L));
        }
        line("");
    }

    private void counts(SampleTruth truth) {
        line("## What a reader must find");
        line("");
        line("| | |");
        line("|---|---:|");
        line(
                "| rows written, accepted, rejected | %d, %d, %d |",
                truth.rowsWritten(), truth.rowsAccepted(), truth.rowsRejected());
        line(
                "| episodes written, accepted, rejected | %d, %d, %d |",
                truth.settings().episodes(), truth.episodesAccepted(), truth.episodesRejected());
        line("| accepted episodes: recovered, censored | %d, %d |", truth.recovered(), truth.censored());
        line("| their entries with a text | %d |", truth.entries());
        line("| of these without a start (always begun with the onset) | %d |", truth.entriesWithoutStart());
        line("| of these begun after the episode's end | %d |", truth.entriesAfterEnd());
        for (Map.Entry<Phrase.Kind, Long> kind : truth.phrases().entrySet()) {
            line("| texts: %s | %d |", words(kind.getKey()), kind.getValue());
        }
        line("");
    }

    private void badRows(SampleTruth truth) {
        line("## Bad rows");
        if (truth.badRows().isEmpty()) {
            line("None.");
            return;
        }
        line("Each in an episode of its own, of which it is the only row, or which has one innocent row besides.");
        line("");
        line("| what is wrong | episodes rejected | rows rejected |");
        line("|---|---:|---:|");
        truth.badRows()
                .forEach((kind, episodes) ->
                        line("| %s | %d | %d |", kind.label(), episodes, episodes * kind.rowsLost()));
    }

    private static String words(Phrase.Kind kind) {
        return switch (kind) {
            case USED -> "used";
            case MISSPELT -> "used, misspelt";
            case CODE -> "used, ATC code";
            case PARTLY -> "used, beside something not used or a remark that it did not help";
            case NEGATED -> "only what was not used";
            case PLANNED -> "only what may come";
            case LOOK_ALIKE -> "only looks like a treatment";
            case UNRECOGNISED -> "not to be recognised";
        };
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    private void line(String format, Object... values) {
        text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
                .append('\n');
    }
}
