package org.recoveryreport.domain.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.recoveryreport.domain.survival.ConfidenceType;
import org.recoveryreport.domain.survival.KaplanMeier;
import org.recoveryreport.domain.survival.SurvivalCounts;

class SmallCellsTest {
    private static final String OTHER = "other";
    private final SmallCells eleven = new SmallCells(11);

    @Test
    void zeroMayBeShownAndSmallCountsMayNot() {
        assertThat(eleven.shown(0)).isZero();
        assertThat(eleven.shown(1)).isNull();
        assertThat(eleven.shown(10)).isNull();
        assertThat(eleven.shown(11)).isEqualTo(11);
    }

    @Test
    void aCountBesideASmallOneIsHiddenToo() {
        assertThat(eleven.shownBeside(50, 3)).isNull();
        assertThat(eleven.shownBeside(50, 0)).isEqualTo(50);
    }

    @Test
    void nothingIsRolledUpWhenProtectionIsOff() {
        SortedMap<String, SurvivalCounts> groups = groups("a", 1, "b", 50);
        assertThat(new SmallCells(0).rollUp(groups, OTHER)).isEqualTo(groups);
    }

    @Test
    void smallGroupsBecomeTheRest() {
        assertThat(eleven.rollUp(groups("a", 4, "b", 50, "c", 9), OTHER)).isEqualTo(groups("b", 50, OTHER, 13));
    }

    @Test
    void theRestTakesTheNextSmallestGroupUntilItMayBeShown() {
        assertThat(eleven.rollUp(groups("a", 4, "b", 50, "c", 20), OTHER)).isEqualTo(groups("b", 50, OTHER, 24));
    }

    @Test
    void ofEqualGroupsTheFirstByLabelIsTaken() {
        assertThat(eleven.rollUp(groups("a", 4, "b", 20, "c", 20), OTHER)).isEqualTo(groups("c", 20, OTHER, 24));
    }

    @Test
    void fewerThanKEpisodesInAllAreNotShown() {
        assertThat(eleven.rollUp(groups("a", 4, "b", 3), OTHER)).isEmpty();
    }

    @Test
    void aCurveStepsOnlyWhenKEventsHaveComeTogether() {
        assertThat(coarse(SurvivalCounts.builder()
                        .add(1, 5, 0)
                        .add(2, 6, 0)
                        .add(3, 7, 12)
                        .add(4, 5, 0)
                        .add(5, 20, 0)))
                .containsExactly(tuple(2, 55L, 11L, 0L), tuple(4, 44L, 12L, 12L), tuple(5, 20L, 20L, 0L));
    }

    @Test
    void theCensoredAreCountedWhenKHaveComeTogether() {
        assertThat(coarse(SurvivalCounts.builder().add(1, 11, 6).add(2, 11, 6).add(3, 11, 0)))
                .containsExactly(tuple(1, 45L, 11L, 0L), tuple(2, 34L, 11L, 12L), tuple(3, 11L, 11L, 0L));
    }

    @Test
    void noStepLeavesAFewAtRisk() {
        assertThat(coarse(SurvivalCounts.builder().add(1, 20, 0).add(2, 15, 0).add(3, 0, 5)))
                .containsExactly(tuple(1, 40L, 20L, 0L));
    }

    private List<Tuple> coarse(SurvivalCounts.Builder counts) {
        return eleven
                .coarsen(KaplanMeier.fit(counts.build(), 0.95, ConfidenceType.LOG_LOG)
                        .steps())
                .stream()
                .map(step -> tuple(step.day(), step.atRisk(), step.events(), step.censored()))
                .toList();
    }

    private static SortedMap<String, SurvivalCounts> groups(Object... labelsAndSizes) {
        SortedMap<String, SurvivalCounts> groups = new TreeMap<>();
        for (int i = 0; i < labelsAndSizes.length; i += 2) {
            groups.put((String) labelsAndSizes[i], counts((int) labelsAndSizes[i + 1]));
        }
        return groups;
    }

    private static SurvivalCounts counts(int size) {
        return SurvivalCounts.builder().add(3, size, 0).build();
    }
}
