package org.recoveryreport.intake;

import java.io.Serializable;
import java.util.List;
import org.recoveryreport.domain.episode.Episode;

/** What became of an episode's rows. */
public sealed interface EpisodeReading extends Serializable {
    /** How many rows of the log this is about, at least 1. */
    int rows();

    /** How many episodes this counts for: 1, or 0 for a further part of an episode counted before, and for blank rows. */
    int episodes();

    /**
     * An episode as the log tells it.
     *
     * @param episode the episode
     * @param span its rows, in case it has to be rejected later
     */
    record AcceptedEpisode(Episode episode, RowSpan span) implements EpisodeReading {
        @Override
        public int rows() {
            return span.rows();
        }

        @Override
        public int episodes() {
            return 1;
        }
    }

    /**
     * An episode with a bad row.
     *
     * @param continued whether an earlier item already counted the episode (one too large to be given at once)
     * @param rejections one for each row, in the order of the log
     */
    record RejectedEpisode(boolean continued, List<Rejection> rejections) implements EpisodeReading {
        public RejectedEpisode {
            rejections = List.copyOf(rejections);
        }

        @Override
        public int rows() {
            return rejections.size();
        }

        @Override
        public int episodes() {
            return continued || rejections.get(0).reason() == RejectionReason.BLANK_ROW ? 0 : 1;
        }
    }
}
