package org.recoveryreport.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.episode.FollowUp;

/** Writes the episodes with bad rows: of each only the first entry, so that it is known how many rows are lost. */
final class BadRowWriter {
    private final CsvOutput output;
    private final DayText days;
    /** A row that belongs to the episode before the last one written. */
    private String @Nullable [] straggler;

    BadRowWriter(CsvOutput output, DayText days) {
        this.output = output;
        this.days = days;
    }

    /** Writes what is left of the episode before the last one; to be called after each good episode. */
    void writeStraggler() throws IOException {
        if (straggler != null) {
            output.row(straggler);
            straggler = null;
        }
    }

    /**
     * Writes an episode that must be rejected. After {@link BadRow#TWO_PLACES} another episode has to follow.
     *
     * @param kind what is wrong
     * @param row its first row, as yet good
     * @param onset its onset, counted from the first day of the log's year
     */
    void write(BadRow kind, String[] row, int onset) throws IOException {
        String[] bad = row.clone();
        String @Nullable [] earlier = straggler;
        straggler = kind == BadRow.TWO_PLACES ? row : null;
        switch (kind) {
            case RECOVERED_BEFORE_ONSET -> setEnding(bad, days.of(onset - 3), "");
            case LAST_SEEN_BEFORE_ONSET -> setEnding(bad, "", days.of(onset - 2));
            case NO_ENDING -> setEnding(bad, "", "");
            case TOO_LONG -> setEnding(bad, "", days.of(onset + FollowUp.LONGEST_DAYS + 1));
            case NO_ONSET -> SampleColumn.ONSET.set(bad, "");
            case NO_PATIENT -> SampleColumn.PATIENT_ID.set(bad, "");
            case UNREADABLE_ONSET -> SampleColumn.ONSET.set(bad, "12/03/25");
            case SEVERITY_OFF_SCALE -> SampleColumn.SEVERITY.set(bad, "11");
            case ENDED_BEFORE_STARTED -> {
                SampleColumn.TREATMENT.set(bad, "ice pack");
                SampleColumn.STARTED.set(bad, days.of(onset));
                SampleColumn.ENDED.set(bad, days.of(onset - 1));
            }
            case FIELD_TOO_MANY -> {
                bad = Arrays.copyOf(row, row.length + 1);
                bad[row.length] = "";
            }
            case MALFORMED_QUOTES -> SampleColumn.TREATMENT.set(bad, "\"ice\" pack");
            case INVALID_UTF8 -> SampleColumn.TREATMENT.set(bad, "paracétamol 1 g");
            case CONFLICTING_ONSETS -> {
                output.row(row);
                SampleColumn.ONSET.set(bad, days.of(onset - 1));
            }
            case TWO_PLACES -> {
                // as it is; it comes again later
            }
        }
        writeAs(kind, bad);
        if (earlier != null) {
            output.row(earlier);
        }
    }

    private void writeAs(BadRow kind, String[] row) throws IOException {
        switch (kind) {
            case MALFORMED_QUOTES -> output.brokenRow(String.join(",", row), StandardCharsets.UTF_8);
            case INVALID_UTF8 -> output.brokenRow(String.join(",", row), StandardCharsets.ISO_8859_1);
            default -> output.row(row);
        }
    }

    private static void setEnding(String[] row, String recovered, String lastSeen) {
        SampleColumn.RECOVERED.set(row, recovered);
        SampleColumn.LAST_SEEN.set(row, lastSeen);
    }
}
