package org.recoveryreport.intake;

import org.jspecify.annotations.Nullable;
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
    private @Nullable LogFile file;
    private @Nullable SharedValues shared;

    /** Validates an item. */
    public EpisodeReading read(EpisodeRows rows) {
        RowProblems problems = new RowProblems(rows);
        if (rows.continued() || rows.continues()) {
            problems.add(0, LogColumn.EPISODE_ID, RejectionReason.EPISODE_TOO_LARGE);
        } else {
            AcceptedEpisode accepted = new EpisodeDraft(rows, problems, texts, shared(rows.file())).read();
            if (accepted != null) {
                return accepted;
            }
        }
        return new RejectedEpisode(rows.continued(), problems.rejections());
    }

    @SuppressWarnings("ReferenceEquality") // all episodes of a log have it as the same object
    private SharedValues shared(LogFile of) {
        SharedValues values = shared;
        if (values == null || of != file) {
            values = new SharedValues(of, texts);
            file = of;
            shared = values;
        }
        values.clear();
        return values;
    }
}
