package org.recoveryreport.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.episode.Episode;
import org.recoveryreport.intake.EpisodeReading.AcceptedEpisode;
import org.recoveryreport.intake.EpisodeReading.RejectedEpisode;

/**
 * Reads logs as a run would, and counts what would be rejected. Memory grows by some eight bytes an episode, to find those
 * that appear in two places.
 */
public final class LogCheck {
    private static final int PLACES_SHOWN = 3;

    private final Map<RejectionReason, Tally> byReason = new EnumMap<>(RejectionReason.class);
    private final Set<Long> repeatedSeen = new HashSet<>();
    private long rowsAccepted;
    private long rowsRejected;
    private long episodesAccepted;
    private long episodesRejected;

    private LogCheck() {}

    /**
     * What a check found; it tells nobody's id and quotes nothing.
     *
     * @param reasons the most rows first; rows that are only rejected for another one come last
     */
    public record Result(
            long rowsAccepted,
            long rowsRejected,
            long episodesAccepted,
            long episodesRejected,
            List<ReasonResult> reasons) {
        public Result {
            reasons = List.copyOf(reasons);
        }

        /** Rows of the logs, without headers and blank lines. */
        public long rowsRead() {
            return rowsAccepted + rowsRejected;
        }

        /** Episodes of the logs. */
        public long episodesRead() {
            return episodesAccepted + episodesRejected;
        }
    }

    /**
     * The rows rejected for one reason.
     *
     * @param rows how many
     * @param places the first of them
     */
    public record ReasonResult(RejectionReason reason, long rows, List<Place> places) {
        public ReasonResult {
            places = List.copyOf(places);
        }
    }

    /**
     * Where a row stands.
     *
     * @param column the column at fault; blank = the row as a whole
     */
    public record Place(String source, long line, String column) {}

    private static final class Tally {
        private final List<Place> places = new ArrayList<>();
        private long rows;
    }

    /**
     * Reads everything.
     *
     * @param accepted is given every accepted episode, in the order of the logs
     */
    public static Result check(InputPlan plan, Consumer<Episode> accepted) {
        LogCheck check = new LogCheck();
        Set<Long> repeated = repeatedIds(plan);
        EpisodeValidator validator = new EpisodeValidator();
        forEach(plan, rows -> {
            EpisodeReading reading = validator.read(rows);
            boolean unique = rows.episodeId() == null || !repeated.contains(hash(rows.episodeId()));
            if (unique && reading instanceof AcceptedEpisode good) {
                check.rowsAccepted += good.rows();
                check.episodesAccepted++;
                accepted.accept(good.episode());
            } else {
                check.reject(reading);
                // in whatever number of places, it is one episode
                boolean first = unique || check.repeatedSeen.add(hash(rows.episodeId()));
                check.episodesRejected += first ? reading.episodes() : 0;
            }
        });
        return check.result();
    }

    private static Set<Long> repeatedIds(InputPlan plan) {
        RepeatedIds ids = new RepeatedIds();
        forEach(plan, rows -> {
            if (rows.episodeId() != null && !rows.continued()) {
                ids.add(hash(rows.episodeId()));
            }
        });
        return ids.repeated();
    }

    private static void forEach(InputPlan plan, Consumer<EpisodeRows> action) {
        for (int partition = 0; partition < plan.partitions().size(); partition++) {
            try (PartitionReader reader = PartitionReader.open(plan, partition, null)) {
                EpisodeRows rows = reader.next();
                while (rows != null) {
                    action.accept(rows);
                    rows = reader.next();
                }
            }
        }
    }

    private void reject(EpisodeReading reading) {
        List<Rejection> rejections;
        if (reading instanceof AcceptedEpisode good) {
            rejections = good.span()
                    .rejected(
                            good.episode().key().value(), LogColumn.EPISODE_ID, RejectionReason.EPISODE_IN_TWO_PLACES);
        } else {
            rejections = ((RejectedEpisode) reading).rejections();
        }
        rowsRejected += rejections.size();
        for (Rejection rejection : rejections) {
            Tally tally = byReason.computeIfAbsent(rejection.reason(), reason -> new Tally());
            tally.rows++;
            if (tally.places.size() < PLACES_SHOWN) {
                tally.places.add(new Place(rejection.source(), rejection.line(), rejection.column()));
            }
        }
    }

    private Result result() {
        List<ReasonResult> reasons = new ArrayList<>();
        byReason.forEach((reason, tally) -> reasons.add(new ReasonResult(reason, tally.rows, tally.places)));
        reasons.sort(Comparator.comparing((ReasonResult r) -> r.reason() == RejectionReason.ANOTHER_ROW_REJECTED)
                .thenComparing(ReasonResult::rows, Comparator.reverseOrder()));
        return new Result(rowsAccepted, rowsRejected, episodesAccepted, episodesRejected, reasons);
    }

    /** FNV-1a with 64 bits: among ten million ids, two share a hash in one of some 400,000 logs. */
    private static long hash(@Nullable String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; id != null && i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
