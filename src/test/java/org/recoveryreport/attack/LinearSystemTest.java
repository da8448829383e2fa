package org.recoveryreport.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinearSystemTest {
    private final LinearSystem system = new LinearSystem();

    @Test
    void aTotalLessItsPartsIsKnown() {
        system.set("all", 40);
        system.set("acute", 33);
        system.sum().plus("acute").plus("chronic").is("all");
        assertThat(range("chronic")).hasToString("= 7");
    }

    /** No single relation narrows any of the four; together they do. */
    @Test
    void severalRelationsTogetherTellMore() {
        relation(20, "a", "b");
        relation(20, "b", "c");
        relation(20, "a", "c");
        assertThat(range("a")).hasToString("= 10");
    }

    @Test
    void twoHiddenCellsOfALineAreSafe() {
        relation(30, "a", "b");
        assertThat(range("a")).isEqualTo(new LinearSystem.Range(0, 30));
    }

    @Test
    void everyHiddenCellOfALineCanHaveAll() {
        relation(14, "a", "b", "c", "d");
        for (String count : List.of("a", "b", "c", "d")) {
            assertThat(range(count)).isEqualTo(new LinearSystem.Range(0, 14));
        }
    }

    @Test
    void whatCannotBeIsSeen() {
        system.set("all", 4);
        system.set("part", 5);
        system.sum().plus("part").plus("rest").is("all");
        assertThatThrownBy(() -> range("rest")).hasMessageContaining("contradicts itself");
    }

    private void relation(int total, String... counts) {
        system.sum().plusAll(List.of(counts)).isBetween(total, total);
    }

    private LinearSystem.Range range(String count) {
        return system.ranges(List.of(system.sum().plus(count)), 11, List.of(11L))
                .get(0);
    }
}
