package org.recoveryreport.domain.study;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.recoveryreport.domain.survival.SurvivalCounts;

/**
 * Groups of episodes to be compared with each other, as counts.
 *
 * @param analysis how the groups were formed
 * @param population whose episodes
 * @param landmarkDays the landmark, from which days count; 0 = as used
 * @param groups counts by combination, in the order of the labels
 * @param leftOut those that ended, or were last seen, on or before the landmark, days from onset
 * @param strata the groups of each stratum; empty = no strata
 */
public record Comparison(
        Analysis analysis,
        Population population,
        int landmarkDays,
        SortedMap<String, SurvivalCounts> groups,
        SurvivalCounts leftOut,
        List<SortedMap<String, SurvivalCounts>> strata)
        implements StudyPart {
    public Comparison {
        strata = List.copyOf(strata);
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
        if ((analysis == Analysis.AS_USED) != (landmarkDays == 0)) {
            throw new IllegalArgumentException(analysis.label() + " with a landmark of " + landmarkDays + " days");
        }
    }

    /** A comparison without strata. */
    public Comparison(
            Analysis analysis,
            Population population,
            int landmarkDays,
            SortedMap<String, SurvivalCounts> groups,
            SurvivalCounts leftOut) {
        this(analysis, population, landmarkDays, groups, leftOut, List.of());
    }

    /** All groups together. */
    public SurvivalCounts everybody() {
        SurvivalCounts.Builder all = SurvivalCounts.builder();
        groups.values().forEach(all::add);
        return all.build();
    }

    @Override
    public ComparisonFigures figures(StudySettings settings) {
        return figures(settings, Release.of(List.of(this), settings));
    }

    @Override
    public ComparisonFigures figures(StudySettings settings, Release release) {
        return new ComparisonAnalysis(settings, release).figures(this);
    }
}
