package org.recoveryreport.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.episode.Characteristics;
import org.recoveryreport.domain.episode.Episode;
import org.recoveryreport.domain.episode.EpisodeKey;
import org.recoveryreport.domain.episode.FollowUp;
import org.recoveryreport.domain.episode.Onset;
import org.recoveryreport.domain.episode.PatientKey;
import org.recoveryreport.domain.episode.TimeScale;
import org.recoveryreport.domain.episode.TreatmentEntry;
import org.recoveryreport.intake.EpisodeReading.AcceptedEpisode;

/** Puts an episode together from its rows, noting what is wrong with them. */
final class EpisodeDraft {
    /** Stands for a blank day of a treatment. */
    private static final long UNKNOWN = Long.MIN_VALUE;

    private final EpisodeRows rows;
    private final RowProblems problems;
    private final LogColumns columns;
    private final TimeScale scale;
    private final KnownTexts texts;
    private final SharedValues shared;
    private final List<Entry> entries = new ArrayList<>(2);

    /** A treatment in days of the log, {@link #UNKNOWN} where blank. */
    private record Entry(int row, String text, long started, long ended) {}

    /** @param shared takes in the values that the rows share; empty */
    EpisodeDraft(EpisodeRows rows, RowProblems problems, KnownTexts texts, SharedValues shared) {
        this.rows = rows;
        this.problems = problems;
        this.columns = rows.file().columns();
        this.scale = rows.file().scale();
        this.texts = texts;
        this.shared = shared;
    }

    /** The episode, or null where a row has a problem. */
    @Nullable
    AcceptedEpisode read() {
        String episodeId = rows.episodeId();
        if (episodeId != null) {
            RejectionReason identity = IdentifyingText.inId(episodeId);
            if (identity != null) {
                problems.add(0, LogColumn.EPISODE_ID, identity);
            }
        }
        for (int row = 0; row < rows.size(); row++) {
            LogRow cells = rows.rows().get(row);
            if (cells.damage() == null && LogColumn.EPISODE_ID.label().equalsIgnoreCase(episodeId)) {
                problems.add(row, LogColumn.EPISODE_ID, RejectionReason.SECOND_HEADER);
            } else if (cells.damage() == null) {
                shared.read(row, cells, problems);
                readTreatment(row, cells);
            }
        }
        if (problems.any() || episodeId == null) {
            return null;
        }
        FollowUp followUp = followUp();
        return followUp == null || rows.damagedLine() > 0
                ? null
                : new AcceptedEpisode(episode(episodeId, followUp), span());
    }

    private void readTreatment(int row, LogRow cells) {
        KnownTexts.Text text =
                cells.isBlank(columns, LogColumn.TREATMENT) ? null : cells.text(columns, LogColumn.TREATMENT, texts);
        if (text != null && text.identity() != null) {
            problems.add(row, LogColumn.TREATMENT, text.identity());
        }
        long started = day(row, cells, LogColumn.STARTED);
        long ended = day(row, cells, LogColumn.ENDED);
        if (ended != UNKNOWN && ended < started) {
            problems.add(row, LogColumn.ENDED, RejectionReason.ENDED_BEFORE_STARTED);
        }
        if (text != null) {
            entries.add(new Entry(row, text.value(), started, ended));
        }
    }

    private long day(int row, LogRow cells, LogColumn column) {
        if (cells.isBlank(columns, column)) {
            return UNKNOWN;
        }
        long day = cells.day(columns, column, scale);
        if (!Day.isDay(day)) {
            problems.add(row, column, Day.reason(day, scale));
            return UNKNOWN;
        }
        return day;
    }

    private @Nullable FollowUp followUp() {
        for (LogColumn column : List.of(LogColumn.PATIENT_ID, LogColumn.ONSET)) {
            if (!shared.given(column)) {
                problems.add(0, column, RejectionReason.MISSING_VALUE);
                return null;
            }
        }
        long onset = shared.number(LogColumn.ONSET);
        boolean recovered = shared.given(LogColumn.RECOVERED);
        if (!recovered && !shared.given(LogColumn.LAST_SEEN)) {
            problems.add(0, LogColumn.LAST_SEEN, RejectionReason.NO_ENDING);
            return null;
        }
        if (recovered && shared.number(LogColumn.RECOVERED) < onset) {
            shared.blame(LogColumn.RECOVERED, RejectionReason.RECOVERED_BEFORE_ONSET, problems);
            return null;
        }
        if (shared.given(LogColumn.LAST_SEEN) && shared.number(LogColumn.LAST_SEEN) < onset) {
            shared.blame(LogColumn.LAST_SEEN, RejectionReason.LAST_SEEN_BEFORE_ONSET, problems);
            return null;
        }
        LogColumn ending = recovered ? LogColumn.RECOVERED : LogColumn.LAST_SEEN;
        long days = shared.number(ending) - onset;
        if (days > FollowUp.LONGEST_DAYS) {
            shared.blame(ending, RejectionReason.EPISODE_TOO_LONG, problems);
            return null;
        }
        for (Entry entry : entries) {
            if (entry.ended > onset + FollowUp.LONGEST_DAYS) {
                problems.add(entry.row, LogColumn.ENDED, RejectionReason.ENDED_BEYOND_SENSE);
                return null;
            }
        }
        return new FollowUp((int) days, recovered);
    }

    private Episode episode(String episodeId, FollowUp followUp) {
        long onset = shared.number(LogColumn.ONSET);
        List<TreatmentEntry> treatments = new ArrayList<>(entries.size());
        int startedAfterEnd = 0;
        for (Entry entry : entries) {
            Integer startDay = daysSince(onset, entry.started);
            if (startDay != null && startDay > followUp.days()) {
                startedAfterEnd++;
            } else {
                treatments.add(new TreatmentEntry(entry.text, startDay, daysSince(onset, entry.ended)));
            }
        }
        return new Episode(
                new EpisodeKey(episodeId),
                new PatientKey(Objects.requireNonNull(shared.text(LogColumn.PATIENT_ID))),
                new Onset(scale, (int) onset),
                followUp,
                treatments,
                startedAfterEnd,
                characteristics());
    }

    private static @Nullable Integer daysSince(long onset, long day) {
        return day == UNKNOWN ? null : (int) Math.max(0, day - onset);
    }

    private Characteristics characteristics() {
        String redFlags = shared.text(LogColumn.RED_FLAGS);
        return new Characteristics(
                shared.text(LogColumn.AGE_BAND),
                shared.text(LogColumn.SEX),
                shared.given(LogColumn.SEVERITY) ? (int) shared.number(LogColumn.SEVERITY) : null,
                shared.text(LogColumn.SITE),
                redFlags == null ? List.of() : SharedValues.parts(redFlags));
    }

    private RowSpan span() {
        List<LogRow> all = rows.rows();
        long firstLine = all.get(0).line();
        String steps = "";
        if (all.get(all.size() - 1).line() - firstLine >= all.size()) {
            StringBuilder distances = new StringBuilder();
            for (int row = 1; row < all.size(); row++) {
                distances
                        .append(row == 1 ? "" : " ")
                        .append(all.get(row).line() - all.get(row - 1).line());
            }
            steps = distances.toString();
        }
        return new RowSpan(rows.file().source(), firstLine, all.size(), steps);
    }
}
