package org.recoveryreport.domain.study;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.recoveryreport.domain.survival.SurvivalCounts;

/**
 * A row of {@code verify-counts.csv}: how the episodes of a group that is in no curve ended on one day. Only where every
 * count may be shown.
 *
 * @param table the published table that has figures of the group
 * @param landmarkDays the landmark, from which {@code day} counts
 * @param whole what the group is a part of: a practice check, or a combination of families
 * @param part the group: what is known of the check, or a combination of tags
 * @param day the day
 * @param recovered episodes that recovered on it
 * @param censored episodes last seen on it
 */
public record DayCount(
        String table, int landmarkDays, String whole, String part, int day, long recovered, long censored)
        implements Serializable {
    static List<DayCount> of(String table, int landmarkDays, String whole, String part, SurvivalCounts counts) {
        List<DayCount> rows = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            rows.add(new DayCount(
                    table, landmarkDays, whole, part, counts.day(i), counts.events(i), counts.censored(i)));
        }
        return rows;
    }
}
