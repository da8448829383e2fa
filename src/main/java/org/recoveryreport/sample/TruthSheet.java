package org.recoveryreport.sample;

import java.math.BigDecimal;
import java.util.Locale;

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
        add(
                """
                # The truth of a sample log

                All of it is invented: %d episodes, seed %d, onsets in %s.
                The log was drawn %d days after the first of these.

                """,
                settings.episodes(),
                settings.seed(),
                settings.studyDays() ? "the study days 0 to 364" : "the first 365 days of " + settings.startYear(),
                SampleSettings.LAST_DAY);
    }

    private void course() {
        add("""
                ## Recovery

                Who is still ill recovers with a daily hazard that depends on the day since onset:

                | from day | hazard a day |
                |---:|---:|
                """);
        CourseModel.PERIODS.forEach(period -> add("| %d | %s |\n", period.fromDay(), period.dailyHazard()));
        add(
                """

                It is multiplied by %s for each point of severity above %d (divided below), and by the hazard ratio of each
                treatment that has begun: from the day after its start, or at once where it starts with the onset. Severity
                is 1 to 9, in the shape of two dice. Independently of all this, %s %% a day are not seen again.
                The spasms of %s %% of the patients come back, %d days after the last episode at the earliest, %s further
                days later on average, as long as the year lasts.

                """,
                CourseModel.HAZARD_RATIO_PER_SEVERITY_POINT,
                CourseModel.TYPICAL_SEVERITY,
                percent(Cohort.DROPOUT_PER_DAY),
                percent(Cohort.RECURRENT_PATIENTS),
                Cohort.FREE_DAYS,
                Cohort.MEAN_FURTHER_DAYS);
    }

    private void treatments(SampleTruth truth) {
        add("""
                ## Treatments

                - would use: share of the episodes of severity 5 that would get it if they lasted long enough
                - per point: relative change of that share with a point of severity (so the sicker get other treatments)
                - at once: share of its uses that start on the day of onset
                - delay: mean days to the start of the others; a start is drawn independently of recovery, and happens
                  only to who is still ill
                - hazard ratio: of recovery, above 1 = sooner, among patients of equal severity
                - episodes: accepted episodes that used it

                | treatment | would use | per point | at once | delay | hazard ratio | episodes |
                |---|---:|---:|---:|---:|---:|---:|
                """);
        boolean work = truth.settings().treatmentsWork();
        for (TreatmentHabit habit : TreatmentHabit.ALL) {
            add(
                    "| %s | %s %% | %s %% | %s %% | %s | %s | %d |\n",
                    habit.tag(),
                    percent(habit.share()),
                    percent(habit.severitySlope()),
                    percent(habit.atOnce()),
                    habit.meanDelayDays(),
                    work ? habit.hazardRatio() : 1.0,
                    truth.episodesByTag().getOrDefault(habit.tag(), 0L));
        }
    }

    private void counts(SampleTruth truth) {
        add(
                """

                ## What a reader must find

                | | |
                |---|---:|
                | rows written | %d |
                | rows accepted | %d |
                | rows rejected | %d |
                | episodes written | %d |
                | episodes accepted | %d |
                | episodes rejected | %d |
                | accepted episodes: recovered | %d |
                | accepted episodes: censored | %d |
                | their entries with a text | %d |
                | of these without a start (always begun with the onset) | %d |
                | of these begun after the episode's end | %d |
                """,
                truth.rowsWritten(),
                truth.rowsAccepted(),
                truth.rowsRejected(),
                truth.settings().episodes(),
                truth.episodesAccepted(),
                truth.episodesRejected(),
                truth.recovered(),
                truth.censored(),
                truth.entries(),
                truth.entriesWithoutStart(),
                truth.entriesAfterEnd());
        truth.phrases().forEach((kind, texts) -> add("| texts: %s | %d |\n", words(kind), texts));
    }

    private void badRows(SampleTruth truth) {
        if (truth.badRows().isEmpty()) {
            return;
        }
        add("""

                ## Bad rows

                Each in an episode of its own, of which it is the only row, or which has one innocent row besides.

                | what is wrong | episodes rejected | rows rejected |
                |---|---:|---:|
                """);
        truth.badRows()
                .forEach((kind, episodes) ->
                        add("| %s | %d | %d |\n", kind.label(), episodes, episodes * kind.rowsLost()));
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

    private void add(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }
}
