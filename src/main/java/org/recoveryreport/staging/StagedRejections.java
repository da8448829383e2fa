package org.recoveryreport.staging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rejected episode on its way into the staging database.
 *
 * @param rejections one for each of its rows, not empty
 */
public record StagedRejections(List<RejectedRows> rejections) implements StagedItem {
    public StagedRejections {
        rejections = List.copyOf(rejections);
    }

    @Override
    public int rows() {
        return rejections.stream()
                .mapToInt(rejected -> rejected.origin().rows())
                .sum();
    }

    /** Pseudonym of the episode; null where it could not be read. */
    @Nullable
    String episodeId() {
        for (RejectedRows rejected : rejections) {
            if (rejected.episodeId() != null) {
                return rejected.episodeId();
            }
        }
        return null;
    }
}
