package org.recoveryreport.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The attack finds what is there, and nothing that is not. */
class AttackTest {
    @TempDir
    private Path folder;

    @Test
    void aReportThatHidesNothingIsSeenThrough() throws IOException {
        Path report = new RandomClinic(6).run(folder, "minCellCount=0");
        assertThat(Attack.on(report, 11)).extracting(Leak::how).contains(Leak.How.SHOWN, Leak.How.DERIVED);
    }

    /** Hides what is below 3 and what would give that away; counts from 3 to 10 are then shown or can be worked out. */
    @Test
    void aReportThatHidesTooLittleIsSeenThrough() throws IOException {
        Path report = new RandomClinic(6).run(folder, "minCellCount=3");
        assertThat(Attack.on(report, 11)).anyMatch(leak -> leak.how() == Leak.How.SHOWN);
    }

    /** What the attack takes for granted of a report that hides holds of the same report hiding nothing. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 5})
    void whatTheAttackReliesOnIsTrue(int seed) throws IOException {
        RandomClinic clinic = new RandomClinic(seed);
        assertThat(Attack.confirm(clinic.run(folder, ""), clinic.run(folder, "minCellCount=0")))
                .isGreaterThan(200);
    }
}
