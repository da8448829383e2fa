package org.recoveryreport.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SelfTestTest {
    private static final List<SelfTest.Case> CASES = SelfTest.run();

    @Test
    void everyPublishedFigureIsFoundAgain() {
        assertThat(CASES).hasSizeGreaterThanOrEqualTo(15);
        assertThat(CASES).allSatisfy(published -> {
            assertThat(published.source()).isNotBlank();
            assertThat(published.figures()).isNotEmpty();
            assertThat(published.figures()).allMatch(SelfTest.Figure::agrees);
            assertThat(published.agrees()).isTrue();
        });
        assertThat(CASES).extracting(SelfTest.Case::name).doesNotHaveDuplicates();
    }

    @Test
    void someExpectationsComeFromPrintRatherThanFromR() {
        assertThat(CASES)
                .flatExtracting(SelfTest.Case::figures)
                .filteredOn(figure -> !figure.origin().equals("R"))
                .hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void aFigureOffByMoreThanRoundingDoesNotAgree() {
        assertThat(Agreement.exact("2.5", 2.5 * (1 + 1e-10))).isTrue();
        assertThat(Agreement.exact("2.5", 2.5 * (1 + 1e-8))).isFalse();
        assertThat(Agreement.exact("", null)).isTrue();
        assertThat(Agreement.exact("", 1.0)).isFalse();
        assertThat(Agreement.exact("1", null)).isFalse();
        assertThat(Agreement.asPrinted("7.283", 7.28341)).isTrue();
        assertThat(Agreement.asPrinted("7.283", 7.2836)).isFalse();
        assertThat(Agreement.asPrinted("23", 23.4)).isTrue();
    }

    @Test
    void treatmentsThatStartLateLookHelpfulOnlyToTheNaiveAnalysis() {
        assertThat(computed("stanford-ever", "hazard_ratio 0 log-log")).isLessThan(0.3);
        assertThat(computed("stanford", "hazard_ratio 0 log-log")).isGreaterThan(1);
    }

    private static Double computed(String name, String figure) {
        return CASES.stream()
                .filter(published -> published.name().equals(name))
                .flatMap(published -> published.figures().stream())
                .filter(candidate -> candidate.name().equals(figure))
                .findFirst()
                .orElseThrow()
                .computed();
    }
}
