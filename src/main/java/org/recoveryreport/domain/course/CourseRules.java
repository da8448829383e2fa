package org.recoveryreport.domain.course;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The limits between the classes.
 *
 * @param chronicAfterDays a case is chronic when it lasts longer than this; 84 (12 weeks) in the guides
 * @param subacuteAfterDays a case that lasts longer than this, but is not chronic, is subacute; null = no such class
 * @param recurrentOnsets how many onsets within the window make the last of them recurrent, at least 2
 * @param recurrenceWindowDays length of the window, which ends with the day of onset
 */
public record CourseRules(
        int chronicAfterDays, @Nullable Integer subacuteAfterDays, int recurrentOnsets, int recurrenceWindowDays)
        implements Serializable {
    public CourseRules {
        if (chronicAfterDays < 1) {
            throw new IllegalArgumentException("chronicAfterDays is at least 1, not " + chronicAfterDays);
        }
        if (subacuteAfterDays != null && (subacuteAfterDays < 1 || subacuteAfterDays >= chronicAfterDays)) {
            throw new IllegalArgumentException(
                    "subacuteAfterDays lies between 1 and chronicAfterDays, not at " + subacuteAfterDays);
        }
        if (recurrentOnsets < 2) {
            throw new IllegalArgumentException("recurrentOnsets is at least 2, not " + recurrentOnsets);
        }
        if (recurrenceWindowDays < 1) {
            throw new IllegalArgumentException("recurrenceWindowDays is at least 1, not " + recurrenceWindowDays);
        }
    }
}
