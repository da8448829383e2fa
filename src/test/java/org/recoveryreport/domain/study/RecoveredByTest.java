package org.recoveryreport.domain.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.recoveryreport.domain.disclosure.Rounding;
import org.recoveryreport.domain.survival.ConfidenceType;
import org.recoveryreport.domain.survival.KaplanMeier;
import org.recoveryreport.domain.survival.SurvivalCounts;

class RecoveredByTest {
    private final KaplanMeier curve = KaplanMeier.fit(
            SurvivalCounts.builder().add(5, 12, 0).add(20, 9, 3).add(40, 1, 15).build(), 0.95, ConfidenceType.LOG_LOG);

    @Test
    void theIntervalIsThatOfSurvfitTheOtherWayRound() {
        RecoveredBy row = rows(40, 0).get(2);
        assertThat(row.day()).isEqualTo(28);
        assertThat(row.proportion()).isEqualTo(1 - 19 / 40.0);
        assertThat(row.lower()).isCloseTo(0.381573972595956, within(1e-12));
        assertThat(row.upper()).isCloseTo(0.684367902628278, within(1e-12));
    }

    @Test
    void whereSmallCountsAreProtectedItIsRoundedAndTheIntervalNoShorter() {
        RecoveredBy row = rows(120, 11).get(2);
        assertThat(row.proportion()).isEqualTo(0.5);
        assertThat(row.lower()).isEqualTo(0.3);
        assertThat(row.upper()).isEqualTo(0.7);
    }

    @Test
    void ofASmallGroupOnlyTheIntervalIsTold() {
        RecoveredBy row = rows(40, 11).get(2);
        assertThat(row.proportion()).isNull();
        assertThat(row.lower()).isEqualTo(0);
        assertThat(row.upper()).isEqualTo(1);
    }

    @Test
    void nothingIsSaidBeyondTheFollowUp() {
        RecoveredBy row = rows(40, 0).get(3);
        assertThat(row.day()).isEqualTo(84);
        assertThat(row.proportion()).isNull();
        assertThat(row.lower()).isNull();
        assertThat(row.upper()).isNull();
    }

    private List<RecoveredBy> rows(long episodes, int minCellCount) {
        return RecoveredBy.of(Population.ALL, "all", curve, episodes, new Rounding(minCellCount));
    }
}
