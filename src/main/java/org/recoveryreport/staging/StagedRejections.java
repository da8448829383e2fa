package org.recoveryreport.staging;

import java.util.List;

/**
 * A rejected episode on its way into the staging database.
 *
 * @param rejections one for each of its rows, not empty
 * @param continued whether an item before was about the same episode and counts for it
 */
public record StagedRejections(List<RejectedRows> rejections, boolean continued) implements StagedItem {
    public StagedRejections {
        rejections = List.copyOf(rejections);
    }

    @Override
    public int rows() {
        return rejections.stream()
                .mapToInt(rejected -> rejected.origin().rows())
                .sum();
    }
}
