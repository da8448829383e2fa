package org.recoveryreport.domain.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.recoveryreport.domain.survival.SurvivalCounts;

class OfStrataTest {
    private static final List<StudyPart> PARTS = List.of(
            comparison(0, Map.of("cold", 30L, "heat", 30L)),
            new StratumPart("F", comparison(0, Map.of("cold", 20L, "heat", 5L))),
            new StratumPart("M", comparison(0, Map.of("cold", 10L, "heat", 9L))),
            new StratumPart("M", comparison(14, Map.of("cold", 12L, "heat", 8L))));

    @Test
    void combinationsOfWhichAStratumHasEnoughHaveRowsInAll() {
        assertThat(rows(OfStrata.combinations(PARTS, 11)))
                .containsOnly(Map.entry(0, with("cold")), Map.entry(14, with("cold")));
        assertThat(rows(OfStrata.combinations(PARTS, 0)))
                .containsOnly(Map.entry(0, with("cold", "heat")), Map.entry(14, with("cold", "heat")));
    }

    @Test
    void thoseWithoutATreatmentAndTheRestHaveRowsWhateverIsTakenAway() {
        OfStrata all = OfStrata.combinations(PARTS, 0);
        assertThat(rows(all.where(Map.of(0, Set.of("heat")))))
                .containsOnly(Map.entry(0, with("heat")), Map.entry(14, with()));
        assertThat(rows(all.without(Map.of(14, Set.of("heat", "none")))))
                .containsOnly(Map.entry(0, with("cold", "heat")), Map.entry(14, with("cold")));
    }

    @Test
    void landmarksAreTakenAwayUntilNothingIsLeft() {
        OfStrata asUsed = OfStrata.combinations(PARTS, 0).withFewerLandmarks();
        assertThat(rows(asUsed)).containsOnlyKeys(0);
        assertThat(asUsed.isNothing()).isFalse();
        assertThat(asUsed.withFewerLandmarks().isNothing()).isTrue();
        assertThat(asUsed.withFewerLandmarks().withFewerLandmarks().isNothing()).isTrue();
    }

    @Test
    void theTwoTogetherHaveTheRowsOfEither() {
        OfStrata all = OfStrata.combinations(PARTS, 0);
        OfStrata heat = all.where(Map.of(0, Set.of("heat"))).withFewerLandmarks();
        assertThat(heat.and(OfStrata.combinations(PARTS, 11))).isEqualTo(all.without(Map.of(14, Set.of("heat"))));
        assertThat(heat.and(OfStrata.EVERYTHING)).isEqualTo(OfStrata.EVERYTHING);
        assertThat(OfStrata.NOTHING.and(heat)).isEqualTo(heat);
    }

    @Test
    void whatHasNoStrataHasNothingToDecideOver() {
        assertThat(OfStrata.combinations(PARTS.subList(0, 1), 0).isNothing()).isTrue();
    }

    private static SortedMap<Integer, SortedSet<String>> rows(OfStrata ofStrata) {
        SortedMap<Integer, SortedSet<String>> rows = ofStrata.rows();
        return rows == null ? new TreeMap<>() : rows;
    }

    private static SortedSet<String> with(String... combinations) {
        SortedSet<String> all = new TreeSet<>(Set.of(TreatmentNames.NONE, TreatmentNames.OTHER));
        all.addAll(List.of(combinations));
        return all;
    }

    private static Comparison comparison(int landmarkDays, Map<String, Long> episodes) {
        SortedMap<String, SurvivalCounts> groups = new TreeMap<>();
        episodes.forEach((combination, count) -> groups.put(
                combination, SurvivalCounts.builder().add(5, count, 0).build()));
        return new Comparison(
                landmarkDays == 0 ? Analysis.AS_USED : Analysis.LANDMARK,
                Population.ALL,
                landmarkDays,
                groups,
                SurvivalCounts.EMPTY);
    }
}
