package org.recoveryreport.intake;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Where to go on in a partition.
 *
 * @param range position of the range in {@link InputPlan.Partition#ranges()}; their number = the partition is read
 * @param within the position in that range; null = its start
 * @param before rows of the ranges before
 */
public record PartitionPosition(int range, @Nullable LogPosition within, long before) implements Serializable {
    /** Rows of the partition so far. */
    public long rows() {
        return within == null ? before : before + within.rows();
    }
}
