package org.recoveryreport.publish.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.study.LogSummary;
import org.recoveryreport.publish.PageNumber;

/**
 * What became of the log's rows, and how far its entries can be trusted.
 *
 * @param balances read = accepted + rejected, for rows and episodes
 * @param reasons why rows were rejected
 * @param entries what is special about treatment entries
 * @param warning null = nothing to warn of
 * @param fingerprint of the accepted episodes
 */
record Health(
        List<Balance> balances,
        List<Reason> reasons,
        List<EntryCount> entries,
        @Nullable String warning,
        String fingerprint) {
    private static final double MANY = 0.2;

    record Balance(String what, String read, String accepted, String rejected) {}

    record Reason(String reason, String rows) {}

    record EntryCount(String what, String count, String share, String consequence) {}

    static Health of(LogSummary log) {
        return new Health(
                List.of(
                        balance("Rows", log.rowsRead(), log.rowsAccepted(), log.rowsRejected()),
                        balance("Episodes", log.episodesRead(), log.episodesAccepted(), log.episodesRejected())),
                log.rejectedRowsByReason().stream()
                        .map(count -> new Reason(count.reason(), PageNumber.count(count.rows())))
                        .toList(),
                List.of(
                        entries(log, "without a start", log.entriesWithoutStart(), "counted from onset"),
                        entries(log, "begun after the episode's end", log.entriesAfterEnd(), "left out"),
                        entries(
                                log,
                                "with a text in which nothing was recognised",
                                log.entriesUnrecognised(),
                                "no treatment counted; the commonest texts are listed below")),
                warning(share(log.entriesWithoutStart(), log.treatmentEntries())),
                log.fingerprint());
    }

    private static Balance balance(String what, @Nullable Long read, @Nullable Long accepted, @Nullable Long rejected) {
        return new Balance(what, PageNumber.count(read), PageNumber.count(accepted), PageNumber.count(rejected));
    }

    private static EntryCount entries(LogSummary log, String what, @Nullable Long count, String consequence) {
        return new EntryCount(
                what, PageNumber.count(count), PageNumber.percent(share(count, log.treatmentEntries())), consequence);
    }

    private static @Nullable String warning(@Nullable Double withoutStart) {
        return withoutStart == null || withoutStart <= MANY
                ? null
                : PageNumber.percent(withoutStart)
                        + " of the treatment entries have no start. They count from onset, though"
                        + " some surely began later, so the comparison below is not to be relied on until starts"
                        + " are logged.";
    }

    private static @Nullable Double share(@Nullable Long part, @Nullable Long whole) {
        return part == null || whole == null || whole == 0 ? null : (double) part / whole;
    }
}
