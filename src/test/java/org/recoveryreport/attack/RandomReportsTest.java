package org.recoveryreport.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No report of a random clinic lets the attack find a small count; {@code -Dclinics=500} tries more of them. */
class RandomReportsTest {
    @TempDir
    private Path folder;

    static IntStream clinics() {
        int first = Integer.getInteger("firstClinic", 1);
        return IntStream.range(first, first + Integer.getInteger("clinics", 40));
    }

    /** Of these the rest, a check of one treatment or entries could be told, or the report failed its audit. */
    @ParameterizedTest
    @ValueSource(ints = {67, 75, 100, 285})
    void norWhereItOnceCould(int seed) throws IOException {
        nothingCanBeHadFromTheReportOf(seed);
    }

    @ParameterizedTest
    @MethodSource("clinics")
    void nothingCanBeHadFromTheReportOf(int seed) throws IOException {
        assertThat(Attack.on(new RandomClinic(seed).run(folder, ""))).isEmpty();
    }
}
