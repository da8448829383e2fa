package org.recoveryreport.domain.study;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.recoveryreport.domain.practice.PracticeCounts;
import org.recoveryreport.domain.survival.ExposureCounts;
import org.recoveryreport.domain.survival.SurvivalCounts;

/**
 * Episodes as counts: all that the figures of a study are made of. Disjoint parts of a log make one by {@link Builder#add}.
 *
 * @param asUsed by population and mask of the treatments ever used, days from onset
 * @param atLandmark by landmark and mask of the treatments begun on or before it, of the episodes that went on after it; days
 *     from the landmark
 * @param exposures by pattern of exposure over time
 * @param startOrders by the order in which treatments begin
 * @param practice how they keep to the practice checks
 * @param practiceAtLandmark by landmark and what is known there of how they keep to the practice checks, of the episodes that
 *     went on after it; days from the landmark
 * @param months by month of onset, such as {@code 2026-02}, of those whose onset is a date; days from onset
 */
public record StudyCounts(
        Map<Population, Map<Long, SurvivalCounts>> asUsed,
        Map<Integer, Map<Long, SurvivalCounts>> atLandmark,
        ExposureCounts exposures,
        OrderCounts startOrders,
        PracticeCounts practice,
        Map<Integer, Map<PracticeStanding, SurvivalCounts>> practiceAtLandmark,
        SortedMap<String, SurvivalCounts> months) {
    /** By mask of the treatments ever used. */
    public Map<Long, SurvivalCounts> asUsed(Population population) {
        return asUsed.getOrDefault(population, Map.of());
    }

    /** By mask of the treatments begun on or before a landmark. */
    public Map<Long, SurvivalCounts> atLandmark(int landmarkDays) {
        return atLandmark.getOrDefault(landmarkDays, Map.of());
    }

    /** By what is known at a landmark of how episodes keep to the practice checks. */
    public Map<PracticeStanding, SurvivalCounts> practiceAtLandmark(int landmarkDays) {
        return practiceAtLandmark.getOrDefault(landmarkDays, Map.of());
    }

    /** All episodes, days from onset. */
    public SurvivalCounts everybody() {
        SurvivalCounts.Builder all = SurvivalCounts.builder();
        asUsed(Population.ALL).values().forEach(all::add);
        return all.build();
    }

    /** Several disjoint parts as one. */
    public static StudyCounts together(List<StudyCounts> parts) {
        if (parts.size() == 1) {
            // the counts of a long log are large: no copy of them
            return parts.get(0);
        }
        Builder together = builder();
        parts.forEach(together::add);
        return together.build();
    }

    /** No episode yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects counts in any order. */
    public static final class Builder {
        private final Map<Population, Map<Long, SurvivalCounts.Builder>> asUsed = new EnumMap<>(Population.class);
        private final Map<Integer, Map<Long, SurvivalCounts.Builder>> atLandmark = new TreeMap<>();
        private final ExposureCounts.Builder exposures = ExposureCounts.builder();
        private final OrderCounts.Builder startOrders = OrderCounts.builder();
        private final PracticeCounts.Builder practice = PracticeCounts.builder();
        private final Map<Integer, Map<PracticeStanding, SurvivalCounts.Builder>> practiceAtLandmark = new TreeMap<>();
        private final SortedMap<String, SurvivalCounts.Builder> months = new TreeMap<>();

        private Builder() {}

        /** Where to count the episodes of a population with these treatments. */
        public SurvivalCounts.Builder asUsed(Population population, long everUsed) {
            return group(asUsed.computeIfAbsent(population, p -> new HashMap<>()), everUsed);
        }

        /** Where to count the episodes with these treatments at a landmark. */
        public SurvivalCounts.Builder atLandmark(int landmarkDays, long begun) {
            return group(atLandmark.computeIfAbsent(landmarkDays, days -> new HashMap<>()), begun);
        }

        /** Where to count patterns of exposure. */
        public ExposureCounts.Builder exposures() {
            return exposures;
        }

        /** Where to count the verdicts of practice checks. */
        public PracticeCounts.Builder practice() {
            return practice;
        }

        /** Where to count the episodes of which this is known at a landmark. */
        public SurvivalCounts.Builder practiceAtLandmark(int landmarkDays, PracticeStanding standing) {
            return group(practiceAtLandmark.computeIfAbsent(landmarkDays, days -> new HashMap<>()), standing);
        }

        /** Where to count the episodes that began in a month. */
        public SurvivalCounts.Builder month(String month) {
            return group(months, month);
        }

        /** Adds another part of the log. */
        public Builder add(StudyCounts part) {
            part.asUsed.forEach((population, groups) ->
                    groups.forEach((mask, counts) -> asUsed(population, mask).add(counts)));
            part.atLandmark.forEach((landmark, groups) ->
                    groups.forEach((mask, counts) -> atLandmark(landmark, mask).add(counts)));
            exposures.add(part.exposures);
            startOrders.add(part.startOrders, mask -> mask);
            practice.add(part.practice);
            part.practiceAtLandmark.forEach((landmark, groups) -> groups.forEach(
                    (standing, counts) -> practiceAtLandmark(landmark, standing).add(counts)));
            part.months.forEach((month, counts) -> month(month).add(counts));
            return this;
        }

        /** The counts so far. */
        public StudyCounts build() {
            Map<Population, Map<Long, SurvivalCounts>> byPopulation = new EnumMap<>(Population.class);
            asUsed.forEach((population, groups) -> byPopulation.put(population, built(groups)));
            Map<Integer, Map<Long, SurvivalCounts>> byLandmark = new TreeMap<>();
            atLandmark.forEach((landmark, groups) -> byLandmark.put(landmark, built(groups)));
            Map<Integer, Map<PracticeStanding, SurvivalCounts>> byStanding = new TreeMap<>();
            practiceAtLandmark.forEach((landmark, groups) -> byStanding.put(landmark, built(groups)));
            return new StudyCounts(
                    Collections.unmodifiableMap(byPopulation),
                    Collections.unmodifiableMap(byLandmark),
                    exposures.build(),
                    startOrders.build(),
                    practice.build(),
                    Collections.unmodifiableMap(byStanding),
                    built(months));
        }

        private static <K> SurvivalCounts.Builder group(Map<K, SurvivalCounts.Builder> groups, K key) {
            return groups.computeIfAbsent(key, any -> SurvivalCounts.builder());
        }

        private static <K> SortedMap<K, SurvivalCounts> built(Map<K, SurvivalCounts.Builder> groups) {
            SortedMap<K, SurvivalCounts> built = new TreeMap<>();
            groups.forEach((key, counts) -> built.put(key, counts.build()));
            return Collections.unmodifiableSortedMap(built);
        }
    }
}
