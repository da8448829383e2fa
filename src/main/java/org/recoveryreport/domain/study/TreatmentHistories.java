package org.recoveryreport.domain.study;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.recoveryreport.domain.study.StudySettings.CombineBy;
import org.recoveryreport.domain.survival.ExposureCounts;
import org.recoveryreport.domain.survival.SurvivalCounts;

/**
 * Every accepted episode by its treatments and their starts, as counts.
 *
 * @param tags names the bits
 * @param families names the family of each bit
 * @param everUsed by mask of the treatments ever used, days from onset
 * @param strata by pattern of exposure over time, a member per stratum; one where there are no strata
 */
public record TreatmentHistories(
        TreatmentNames tags, TreatmentNames families, Map<Long, SurvivalCounts> everUsed, List<ExposureCounts> strata)
        implements StudyPart {
    public TreatmentHistories {
        everUsed = Collections.unmodifiableMap(new TreeMap<>(everUsed));
        strata = List.copyOf(strata);
    }

    /** What stands for each treatment in the labels of combinations. */
    SortedMap<String, String> labels(CombineBy combineBy) {
        List<String> named =
                switch (combineBy) {
                    case TAG -> tags.names();
                    case FAMILY -> families.names();
                };
        SortedMap<String, String> labels = new TreeMap<>();
        for (int bit = 0; bit < named.size(); bit++) {
            labels.put(tags.names().get(bit), named.get(bit));
        }
        return labels;
    }

    /** Number of episodes. */
    long episodes() {
        return everUsed.values().stream().mapToLong(SurvivalCounts::total).sum();
    }

    /** Number of episodes that ever had a treatment, by its bit. */
    long[] episodesWith() {
        long[] with = new long[tags.names().size()];
        everUsed.forEach((mask, group) -> {
            for (int bit = 0; bit < with.length; bit++) {
                with[bit] += (mask >>> bit & 1) * group.total();
            }
        });
        return with;
    }

    @Override
    public TreatmentHistories audited() {
        return new TreatmentHistories(tags, families, everUsed, List.of());
    }

    @Override
    public TreatmentModel figures(StudySettings settings) {
        return figures(settings, Release.of(List.of(this), settings));
    }

    @Override
    public TreatmentModel figures(StudySettings settings, Release release) {
        return new TreatmentAnalysis(settings, release).model(this);
    }
}
