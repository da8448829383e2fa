package org.recoveryreport.staging;

import java.util.List;

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
}
