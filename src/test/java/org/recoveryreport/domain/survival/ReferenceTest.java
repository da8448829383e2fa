package org.recoveryreport.domain.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryreport.domain.survival.Table.assertEqual;
import static org.recoveryreport.domain.survival.Table.integer;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** The reference logs against figures of R's survival package. */
class ReferenceTest {
    @Test
    void figuresAsUsedAreThoseOfTheReference() {
        for (Map<String, String> row : Table.rows("/reference/survival/expected.csv")) {
            SortedMap<String, SurvivalCounts> groups = ReferenceLog.byCombination(row.get("dataset"), 0);
            SurvivalCounts group = groups.get(row.get("tag"));
            SurvivalCounts all = groups.values().stream().reduce(SurvivalCounts.EMPTY, SurvivalCounts::plus);
            KaplanMeier curve = KaplanMeier.fit(group, 0.95, ConfidenceType.LOG_LOG);
            RestrictedMean mean = curve.restrictedMean(84);
            assertThat(group.total()).isEqualTo(integer(row, "episodes"));
            assertThat(group.totalEvents()).isEqualTo(integer(row, "recovered"));
            assertThat(group.totalCensored()).isEqualTo(integer(row, "censored"));
            assertMedian(curve, row);
            assertEqual(curve.quantile(0.25).estimate(), row, "q1_days");
            assertEqual(curve.quantile(0.75).estimate(), row, "q3_days");
            assertEqual(mean.mean(), row, "rmst_days");
            assertEqual(mean.standardError(), row, "rmst_se");
            for (int day : new int[] {7, 14, 28, 84}) {
                assertEqual(1 - curve.survivalAt(day), row, "recovered_by_" + day);
            }
            assertEqual(LogRank.againstOthers(group, all).pValue(), row, "logrank_p");
        }
    }

    @Test
    void figuresAtTheLandmarksAreThoseOfTheReference() {
        for (Map<String, String> row : Table.rows("/reference/survival/expected-landmark.csv")) {
            SurvivalCounts group = ReferenceLog.byCombination(row.get("dataset"), integer(row, "landmark_days"))
                    .get(row.get("combination"));
            assertThat(group.total()).isEqualTo(integer(row, "episodes"));
            assertThat(group.totalEvents()).isEqualTo(integer(row, "recovered"));
            assertMedian(KaplanMeier.fit(group, 0.95, ConfidenceType.LOG_LOG), row);
        }
    }

    @Test
    void testsBetweenAllCombinationsAreThoseOfTheReference() {
        for (Map<String, String> row : Table.rows("/reference/survival/expected-tests.csv")) {
            LogRankTest test = LogRank.test(
                    List.copyOf(ReferenceLog.byCombination(row.get("dataset"), integer(row, "landmark_days"))
                            .values()));
            assertThat(test.groups()).isEqualTo(integer(row, "groups"));
            assertThat(test.degreesOfFreedom()).isEqualTo(integer(row, "degrees_of_freedom"));
            assertEqual(test.chiSquared(), row, "chi_squared");
            assertThat(test.pValue())
                    .isCloseTo(Table.number(row, "p_value"), org.assertj.core.data.Offset.offset(1e-12));
        }
    }

    private static void assertMedian(KaplanMeier curve, Map<String, String> row) {
        Quantile median = curve.quantile(0.5);
        assertEqual(median.estimate(), row, "median_days");
        assertEqual(median.lower(), row, "median_lower");
        assertEqual(median.upper(), row, "median_upper");
    }
}
