package org.recoveryreport.domain.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryreport.domain.survival.Table.assertEqual;
import static org.recoveryreport.domain.survival.Table.integer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Invented groups, edge cases first, against R: {@code curves.R} beside the tables made them. */
class CurveCasesTest {
    private static final List<Map<String, String>> COUNTS = Table.rows("/survival/curves-counts.csv");
    private static final Map<List<String>, List<Map<String, String>>> CASES = Table.by(COUNTS, "case");

    @Test
    void stepsAndTheirBandsEqualThoseOfSurvfit() {
        Map<List<String>, List<Map<String, String>>> expected =
                Table.by(Table.rows("/survival/curves-steps.csv"), "case", "type");
        assertThat(expected).hasSizeGreaterThan(60);
        expected.forEach((key, rows) -> {
            List<KaplanMeier.Step> steps =
                    KaplanMeier.fit(counts(key.get(0)), 0.95, type(key.get(1))).steps();
            assertThat(steps).hasSameSizeAs(rows);
            for (int i = 0; i < rows.size(); i++) {
                Map<String, String> row = rows.get(i);
                KaplanMeier.Step step = steps.get(i);
                assertThat(List.of((long) step.day(), step.atRisk(), step.events(), step.censored()))
                        .as("%s", row)
                        .containsExactly(
                                (long) integer(row, "day"),
                                (long) integer(row, "at_risk"),
                                (long) integer(row, "events"),
                                (long) integer(row, "censored"));
                assertEqual(step.survival(), row, "survival");
                assertEqual(step.lower(), row, "lower");
                assertEqual(step.upper(), row, "upper");
            }
        });
    }

    @Test
    void quantilesAndTheirIntervalsEqualThoseOfSurvfit() {
        for (Map<String, String> row : Table.rows("/survival/curves-quantiles.csv")) {
            Quantile quantile = KaplanMeier.fit(
                            counts(row.get("case")), Table.number(row, "confidence"), type(row.get("type")))
                    .quantile(Table.number(row, "p"));
            assertEqual(quantile.estimate(), row, "estimate");
            assertEqual(quantile.lower(), row, "lower");
            assertEqual(quantile.upper(), row, "upper");
        }
    }

    @Test
    void restrictedMeansEqualThoseOfSurvfit() {
        for (Map<String, String> row : Table.rows("/survival/curves-means.csv")) {
            RestrictedMean mean = KaplanMeier.fit(counts(row.get("case")), 0.95, ConfidenceType.LOG_LOG)
                    .restrictedMean(integer(row, "horizon"));
            assertThat(mean.horizonDays()).as("%s", row).isEqualTo(integer(row, "used"));
            assertEqual(mean.mean(), row, "mean");
            assertEqual(mean.standardError(), row, "error");
        }
    }

    @Test
    void testsOfAllGroupsEqualThoseOfSurvdiff() {
        for (Map<String, String> row : Table.rows("/survival/curves-tests.csv")) {
            LogRankTest test = row.get("stratified").equals("yes")
                    ? LogRank.stratified(strata(row.get("case")))
                    : LogRank.test(groups(row.get("case")));
            assertThat(test).as("%s", row).isNotNull();
            assertThat(test.groups()).isEqualTo(integer(row, "groups"));
            assertThat(test.degreesOfFreedom()).as("%s", row).isEqualTo(integer(row, "df"));
            assertEqual(test.chiSquared(), row, "chi_squared");
            assertEqual(test.pValue(), row, "p");
        }
    }

    @Test
    void testsOfAGroupAgainstAllOthersEqualThoseOfSurvdiff() {
        for (Map<String, String> row : Table.rows("/survival/curves-rests.csv")) {
            List<Map<String, String>> group = CASES.get(List.of(row.get("case"))).stream()
                    .filter(count -> count.get("group").equals(row.get("group")))
                    .toList();
            LogRankTest test = LogRank.againstOthers(Table.counts(group), counts(row.get("case")));
            assertThat(test).as("%s", row).isNotNull();
            assertEqual(test.chiSquared(), row, "chi_squared");
            assertEqual(test.pValue(), row, "p");
        }
    }

    private static SurvivalCounts counts(String name) {
        return Table.counts(CASES.get(List.of(name)));
    }

    private static List<SurvivalCounts> groups(String name) {
        return Table.by(CASES.get(List.of(name)), "group").values().stream()
                .map(Table::counts)
                .toList();
    }

    private static List<List<SurvivalCounts>> strata(String name) {
        List<Map<String, String>> rows = CASES.get(List.of(name));
        List<List<String>> groups = Table.by(rows, "group").keySet().stream().toList();
        return Table.by(rows, "stratum").values().stream()
                .map(stratum -> {
                    Map<List<String>, List<Map<String, String>>> present = Table.by(stratum, "group");
                    return groups.stream()
                            .map(group -> Table.counts(present.getOrDefault(group, List.of())))
                            .toList();
                })
                .toList();
    }

    private static ConfidenceType type(String label) {
        return Arrays.stream(ConfidenceType.values())
                .filter(type -> type.label().equals(label))
                .findFirst()
                .orElseThrow();
    }
}
