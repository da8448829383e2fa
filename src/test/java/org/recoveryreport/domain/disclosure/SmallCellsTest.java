package org.recoveryreport.domain.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.recoveryreport.domain.survival.SurvivalCounts;

class SmallCellsTest {
    private static final String OTHER = "other";
    private final SmallCells eleven = new SmallCells(11);

    @Test
    void zeroMayBeShownAndSmallCountsMayNot() {
        assertThat(eleven.mayShow(0)).isTrue();
        assertThat(eleven.mayShow(1)).isFalse();
        assertThat(eleven.mayShow(10)).isFalse();
        assertThat(eleven.mayShow(11)).isTrue();
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
