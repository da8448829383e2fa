package org.recoveryreport.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.recoveryreport.domain.study.CombinationFigures;
import org.recoveryreport.domain.study.Population;
import org.recoveryreport.publish.PageNumber;

class MedianTextTest {
    @Test
    void whereNobodyRecoveredTheMedianIsNotReached() {
        assertThat(MedianText.of(used(0L, null, null)).estimate()).isEqualTo("not reached");
    }

    @Test
    void whereTheCurveIsHiddenSoIsTheMedian() {
        assertThat(MedianText.of(used(12L, null, null)).estimate()).isEqualTo(PageNumber.HIDDEN);
        assertThat(MedianText.of(used(null, 50.0, 84)).estimate()).isEqualTo(PageNumber.HIDDEN);
        assertThat(MedianText.of(used(12L, 50.0, 84)).estimate()).isEqualTo("not reached");
    }

    @Test
    void aShareOfADayThatTheyWereFollowedToIsHiddenWhereThereIsNone() {
        assertThat(UsedTable.recoveredBy(used(12L, 50.0, 84), null, 28)).isEqualTo(PageNumber.HIDDEN);
        assertThat(UsedTable.recoveredBy(used(12L, null, null), null, 28)).isEqualTo(PageNumber.HIDDEN);
        assertThat(UsedTable.recoveredBy(used(12L, 50.0, 60), null, 84)).isEqualTo("\u2013");
        assertThat(UsedTable.recoveredBy(used(12L, 50.0, 60), 0.25, 28)).isEqualTo("25%");
    }

    private static CombinationFigures used(Long recovered, Double rmst, Integer horizon) {
        return new CombinationFigures(
                Population.ALL,
                "cold",
                40,
                recovered,
                null,
                null,
                null,
                null,
                null,
                null,
                rmst,
                null,
                horizon,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
