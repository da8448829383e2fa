package org.recoveryreport.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No report tells, beside the one of the night before, who came since; {@code -Dclinics=100} tries more clinics. */
class NightsTest {
    @TempDir
    private Path folder;

    static IntStream clinics() {
        int first = Integer.getInteger("firstClinic", 1);
        return IntStream.range(first, first + Integer.getInteger("clinics", 6));
    }

    @ParameterizedTest
    @MethodSource("clinics")
    void nothingCanBeSubtractedOfTheReportsOf(int seed) throws IOException {
        nothingCanBeSubtracted(new RandomClinic(seed), "stratifyBy=");
    }

    @ParameterizedTest
    @MethodSource("clinics")
    void norOfThoseByStratumOf(int seed) throws IOException {
        nothingCanBeSubtracted(new RandomClinic(seed), seed % 2 == 0 ? "stratifyBy=sex" : "stratifyBy=site");
    }

    /** Of these a night was not published at all: the last report alone told, in the eyes of the audit, what had changed by few. */
    @ParameterizedTest
    @ValueSource(ints = {2021, 2053})
    void norWhereNothingCouldBePublishedOnce(int seed) throws IOException {
        nothingCanBeSubtracted(new RandomClinic(seed), "stratifyBy=site");
    }

    private void nothingCanBeSubtracted(RandomClinic clinic, String parameter) throws IOException {
        PublishedReport before = night(clinic, 0.8, parameter);
        for (double share : new double[] {0.81, 0.85, 1}) {
            PublishedReport tonight = night(clinic, share, parameter);
            assertThat(ChangesBetweenNights.found(before, tonight)).isEmpty();
            before = tonight;
        }
    }

    @Test
    void withoutTheGuardTheyCanBe() throws IOException {
        RandomClinic clinic = new RandomClinic(1);
        PublishedReport before = night(clinic, 0.8, "nightGuard=false");
        assertThat(ChangesBetweenNights.found(before, night(clinic, 0.81, "nightGuard=false")))
                .isNotEmpty();
    }

    private PublishedReport night(RandomClinic clinic, double share, String parameter) throws IOException {
        return PublishedReport.read(clinic.run(folder, "nights", parameter, (int) (share * clinic.episodes())));
    }
}
