package org.recoveryreport.intake;

import org.recoveryreport.intake.EpisodeReading.AcceptedEpisode;
import org.recoveryreport.intake.EpisodeReading.RejectedEpisode;

/**
 * Turns the rows of an episode into an episode, or into one rejection for each of them. A row's own first problem is its
 * reason; a good row of a bad episode names the line of the first bad one. Remembers texts, so that they need to be looked
 * through once only; not for several threads at a time.
 *
 * <p>What a log may do:
 *
 * <ul>
 *   <li>A value given in one row of an episode holds for all of them.
 *   <li>{@code recovered} may lie after {@code last_seen}: one can hear of a recovery after the last visit. Where
 *       {@code recovered} is given, the episode ends there.
 *   <li>A treatment begun before onset counts from onset; one begun after the episode's end is only counted.
 * </ul>
 */
public final class EpisodeValidator {
    private final KnownTexts texts = new KnownTexts();

    /** Validates an item. */
    public EpisodeReading read(EpisodeRows rows) {
        RowProblems problems = new RowProblems(rows);
        if (rows.continued() || rows.continues()) {
            problems.add(0, LogColumn.EPISODE_ID, RejectionReason.EPISODE_TOO_LARGE);
        } else {
            AcceptedEpisode accepted = new EpisodeDraft(rows, problems, texts).read();
            if (accepted != null) {
                return accepted;
            }
        }
        return new RejectedEpisode(rows.episodeId(), rows.continued(), problems.rejections());
    }
}
