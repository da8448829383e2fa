package org.recoveryreport.domain.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PublishedCountsTest {
    @Test
    void aCurveTellsHowManyHaveRecoveredAndWereLastSeenUpToEachStep() {
        assertThat(told(step(4, 60, 20, 12), step(9, 28, 11, 0)))
                .isEqualTo(Map.of("recovered_to_day_4", 20L, "censored_to_day_4", 12L, "recovered_to_day_9", 31L));
    }

    @Test
    void aCurveThatNobodyIsLeftOfTellsHowManyWereCensoredInAll() {
        assertThat(told(step(4, 60, 20, 12), step(9, 28, 17, 11)))
                .isEqualTo(Map.of(
                        "recovered_to_day_4", 20L,
                        "censored_to_day_4", 12L,
                        "recovered_to_day_9", 37L,
                        "censored_in_all", 23L));
    }

    private static Map<String, Long> told(CurveStep... steps) {
        return PublishedCounts.ofCurve(List.of(steps)).entrySet().stream()
                .collect(Collectors.toMap(count -> count.getKey().column(), Map.Entry::getValue));
    }

    private static CurveStep step(int day, long atRisk, long recovered, long censored) {
        return new CurveStep(
                Analysis.AS_USED, Population.ALL, 0, "none", day, atRisk, recovered, censored, 0.5, 0.4, 0.6);
    }
}
