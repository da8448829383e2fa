package org.recoveryreport.domain.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.recoveryreport.domain.survival.Table.assertEqual;
import static org.recoveryreport.domain.survival.Table.integer;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.recoveryreport.domain.survival.CoxModel.Cause;
import org.recoveryreport.domain.survival.CoxModel.Effect;
import org.recoveryreport.domain.survival.CoxModel.Omission;

class CoxModelTest {
    private static final int NEVER = ExposureCounts.NEVER;

    @Test
    void hazardRatiosOfTheReferenceLogsAreThoseOfTheReference() {
        List<String> tags = List.of("cold", "nsaid", "massage");
        Table.by(Table.rows("/reference/survival/expected-cox.csv"), "dataset").forEach((dataset, rows) -> {
            CoxModel model = CoxModel.fit(List.of(log(dataset.get(0), tags)), List.of(0, 1, 2), 0.95);
            assertThat(model.converged()).isTrue();
            assertThat(model.omissions()).isEmpty();
            assertThat(model.effects()).hasSameSizeAs(rows);
            for (Map<String, String> row : rows) {
                Effect effect = model.effects().get(tags.indexOf(row.get("tag")));
                assertEqual(effect.hazardRatio(), row, "hazard_ratio");
                assertEqual(effect.lower(), row, "hr_lower");
                assertEqual(effect.upper(), row, "hr_upper");
                assertEqual(effect.pValue(), row, "p");
                assertEqual(model.logLikelihood(), row, "loglik");
            }
        });
    }

    /** {@code cox.R} beside the tables made them. */
    @Test
    void inventedCasesEqualThoseOfCoxph() {
        Map<List<String>, List<Map<String, String>>> cases = Table.by(Table.rows("/survival/cox-rows.csv"), "case");
        Table.by(Table.rows("/survival/cox-fitted.csv"), "case", "stratified").forEach((key, rows) -> {
            CoxModel model =
                    CoxModel.fit(strata(cases.get(List.of(key.get(0))), key.get(1)), numbers(rows.size()), 0.95);
            assertThat(model.effects()).as("%s", key).hasSameSizeAs(rows);
            for (int i = 0; i < rows.size(); i++) {
                Map<String, String> row = rows.get(i);
                Effect effect = model.effects().get(i);
                assertThat(effect.covariate()).isEqualTo(integer(row, "covariate"));
                assertThat(effect.coefficient()).isCloseTo(Table.number(row, "coefficient"), within(1e-9));
                assertEqual(effect.standardError(), row, "error");
                assertEqual(effect.hazardRatio(), row, "hazard_ratio");
                assertEqual(effect.pValue(), row, "p");
                assertEqual(model.logLikelihood(), row, "loglik");
                assertEqual(model.nullLogLikelihood(), row, "loglik_null");
            }
        });
    }

    /** {@code separated.R} beside the tables made them; R stops a little before the limit. */
    @Test
    void whereSomeCoefficientsRunAwayTheOthersEqualThoseOfCoxph() {
        Map<List<String>, List<Map<String, String>>> cases =
                Table.by(Table.rows("/survival/separated-rows.csv"), "case");
        Table.by(Table.rows("/survival/separated-fitted.csv"), "case", "stratified")
                .forEach((key, rows) -> {
                    CoxModel model = CoxModel.fit(
                            strata(cases.get(List.of(key.get(0))), key.get(1)), numbers(rows.size()), 0.95);
                    assertThat(model.converged()).isTrue();
                    assertThat(model.logLikelihood())
                            .isCloseTo(Table.number(rows.get(0), "loglik"), withinPercentage(1e-8));
                    assertEqual(model.nullLogLikelihood(), rows.get(0), "loglik_null");
                    List<Map<String, String>> finite = rows.stream()
                            .filter(row -> !row.get("coefficient").isEmpty())
                            .toList();
                    assertThat(model.effects())
                            .as("%s", key)
                            .extracting(Effect::covariate)
                            .containsExactlyElementsOf(finite.stream()
                                    .map(row -> integer(row, "covariate"))
                                    .toList());
                    assertThat(model.omissions())
                            .extracting(Omission::cause)
                            .allMatch(cause -> cause == Cause.SEPARATED);
                    for (int i = 0; i < finite.size(); i++) {
                        Map<String, String> row = finite.get(i);
                        Effect effect = model.effects().get(i);
                        assertThat(effect.coefficient()).isCloseTo(Table.number(row, "coefficient"), within(1e-9));
                        assertThat(effect.standardError()).isCloseTo(Table.number(row, "error"), within(1e-9));
                        assertThat(effect.pValue()).isCloseTo(Table.number(row, "p"), within(1e-9));
                    }
                });
    }

    @Test
    void testsOfProportionalHazardsEqualThoseOfCoxZph() {
        Map<List<String>, List<Map<String, String>>> cases = Table.by(Table.rows("/survival/cox-rows.csv"), "case");
        Table.by(Table.rows("/survival/cox-proportional.csv"), "case", "stratified", "transform")
                .forEach((key, rows) -> {
                    if (key.get(2).equals("km")) {
                        List<ExposureCounts> strata = strata(cases.get(List.of(key.get(0))), key.get(1));
                        CoxModel model = CoxModel.fit(strata, numbers(rows.size() - 1), 0.95);
                        ProportionalHazards test = model.proportionalHazards();
                        for (int i = 0; i < rows.size() - 1; i++) {
                            assertEqual(test.departures().get(i).chiSquared(), rows.get(i), "chi_squared");
                            assertEqual(test.departures().get(i).pValue(), rows.get(i), "p");
                        }
                        Map<String, String> all = rows.get(rows.size() - 1);
                        assertEqual(test.chiSquared(), all, "chi_squared");
                        assertEqual(test.pValue(), all, "p");
                        assertThat(test.degreesOfFreedom()).isEqualTo(integer(all, "df"));
                    }
                });
    }

    @Test
    void anExposureThatBeganOnTheDayOfTheEventHadNoPartInIt() {
        ExposureCounts sameDay = ExposureCounts.builder().addSubject(5, true, 5).build();
        assertThat(sameDay)
                .isEqualTo(ExposureCounts.builder().addSubject(5, true, NEVER).build());
        assertThat(ExposureCounts.builder().addSubject(5, true, 4).build())
                .isEqualTo(ExposureCounts.builder()
                        .add(0, 4, 0, 1, 0)
                        .add(5, 5, 1, 1, 1)
                        .build());
        assertThat(ExposureCounts.builder().addSubject(0, true, 0, NEVER).build())
                .as("from day 0 on it acts on day 0")
                .isEqualTo(ExposureCounts.builder().add(0, 0, 1, 1, 1).build());
    }

    @Test
    void partsMergedInAnyOrderEqualTheWhole() {
        Random random = new Random(3);
        ExposureCounts first = drawn(random, 100, 3, 0);
        ExposureCounts second = drawn(random, 150, 3, 0);
        assertThat(second.plus(first)).isEqualTo(first.plus(second));
        assertThat(CoxModel.fit(List.of(second.plus(first)), numbers(3), 0.95))
                .isEqualTo(CoxModel.fit(List.of(first.plus(second)), numbers(3), 0.95));
    }

    @Test
    void aTreatmentThatOnlyStartsLateIsNotCreditedWithTheWait() {
        ExposureCounts counts = drawn(new Random(8), 4_000, 1, 10);
        Effect honest =
                CoxModel.fit(List.of(counts), List.of(0), 0.99).effects().get(0);
        assertThat(honest.lower()).isLessThan(1);
        assertThat(honest.upper()).isGreaterThan(1);
    }

    @Test
    void whatTellsNothingIsLeftOutByName() {
        Random random = new Random(5);
        ExposureCounts.Builder counts = ExposureCounts.builder();
        for (int i = 0; i < 200; i++) {
            int a = random.nextBoolean() ? 0 : NEVER;
            int b = random.nextBoolean() ? 3 : NEVER;
            counts.addSubject(random.nextInt(30), random.nextInt(4) > 0, 0, a, a, NEVER, b);
        }
        CoxModel model = CoxModel.fit(List.of(counts.build()), numbers(5), 0.95);
        assertThat(model.omissions())
                .containsExactly(
                        new Omission(0, Cause.CONSTANT),
                        new Omission(2, Cause.REDUNDANT),
                        new Omission(3, Cause.CONSTANT));
        assertThat(model.effects()).extracting(Effect::covariate).containsExactly(1, 4);
        assertThat(model.effects())
                .isEqualTo(CoxModel.fit(List.of(counts.build()), List.of(1, 4), 0.95)
                        .effects());
    }

    @Test
    void whatSeparatesEventsIsLeftOutByName() {
        Random random = new Random(6);
        ExposureCounts.Builder counts = ExposureCounts.builder();
        for (int i = 0; i < 300; i++) {
            boolean never = random.nextInt(4) == 0;
            int other = random.nextBoolean() ? 0 : NEVER;
            counts.addSubject(random.nextInt(30), !never && random.nextInt(4) > 0, other, never ? 0 : NEVER);
        }
        CoxModel model = CoxModel.fit(List.of(counts.build()), numbers(2), 0.95);
        assertThat(model.omissions()).containsExactly(new Omission(1, Cause.SEPARATED));
        assertThat(model.effects()).extracting(Effect::covariate).containsExactly(0);
        assertThat(model.converged()).isTrue();
        assertThat(model.effects().get(0).upper()).isLessThan(2);
    }

    @Test
    void whatIsLeftOutStandsInTheOrderOfTheCovariatesWhateverTheCause() {
        Random random = new Random(6);
        ExposureCounts.Builder counts = ExposureCounts.builder();
        for (int i = 0; i < 300; i++) {
            boolean never = random.nextInt(4) == 0;
            int other = random.nextBoolean() ? 0 : NEVER;
            counts.addSubject(random.nextInt(30), !never && random.nextInt(4) > 0, never ? 0 : NEVER, other, 0);
        }
        assertThat(CoxModel.fit(List.of(counts.build()), numbers(3), 0.95).omissions())
                .containsExactly(new Omission(0, Cause.SEPARATED), new Omission(2, Cause.CONSTANT));
    }

    @Test
    void aSumOfExposuresThatSeparatesLosesBothOfThem() {
        Random random = new Random(7);
        ExposureCounts.Builder counts = ExposureCounts.builder();
        for (int i = 0; i < 400; i++) {
            int[] starts = IntStream.range(0, 3)
                    .map(k -> random.nextBoolean() ? 0 : NEVER)
                    .toArray();
            // only those with the one and without the other have the event
            boolean event = starts[0] == 0 && starts[1] == NEVER;
            counts.addSubject(random.nextInt(30), event, starts);
        }
        CoxModel model = CoxModel.fit(List.of(counts.build()), numbers(3), 0.95);
        assertThat(model.omissions())
                .containsExactly(new Omission(0, Cause.SEPARATED), new Omission(1, Cause.SEPARATED));
        assertThat(model.effects()).extracting(Effect::covariate).containsExactly(2);
        assertThat(model.effects())
                .allSatisfy(effect -> assertThat(effect.upper()).isLessThan(1e3));
        assertThat(CoxModel.fit(List.of(counts.build()), numbers(3), 0.95)).isEqualTo(model);
    }

    @Test
    void withoutEventsThereIsNothingToModel() {
        ExposureCounts counts = ExposureCounts.builder()
                .addSubject(4, false, 0)
                .addSubject(9, false, NEVER)
                .build();
        CoxModel model = CoxModel.fit(List.of(counts), List.of(0), 0.95);
        assertThat(model.effects()).isEmpty();
        assertThat(model.omissions()).containsExactly(new Omission(0, Cause.CONSTANT));
        assertThat(model.proportionalHazards()).isNull();
        assertThat(CoxModel.fit(List.of(ExposureCounts.EMPTY), List.of(), 0.95).logLikelihood())
                .isZero();
    }

    @Test
    void theNumberOfSubjectsDoesNotChangeTheEffects() {
        ExposureCounts counts = drawn(new Random(9), 500, 3, 0);
        ExposureCounts.Builder thousandfold = ExposureCounts.builder();
        IntStream.range(0, 10).forEach(i -> thousandfold.add(counts));
        assertThat(thousandfold.build().size()).isEqualTo(counts.size());
        List<Effect> one = CoxModel.fit(List.of(counts), numbers(3), 0.95).effects();
        List<Effect> many =
                CoxModel.fit(List.of(thousandfold.build()), numbers(3), 0.95).effects();
        for (int i = 0; i < 3; i++) {
            assertThat(many.get(i).coefficient()).isCloseTo(one.get(i).coefficient(), within(0.05));
            assertThat(many.get(i).standardError()).isCloseTo(one.get(i).standardError() / Math.sqrt(10), within(0.01));
        }
    }

    @Test
    void impossibleCountsAreRefused() {
        ExposureCounts.Builder counts = ExposureCounts.builder();
        assertThatIllegalArgumentException().isThrownBy(() -> counts.add(3, 2, 0, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> counts.add(0, 2, 0, 1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> counts.addSubject(1, true, new int[65]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoxModel.fit(List.of(ExposureCounts.EMPTY), List.of(1, 1), 0.95));
    }

    /** Subjects with exposures that begin at any time from a day on, and do nothing. */
    private static ExposureCounts drawn(Random random, int subjects, int covariates, int earliest) {
        ExposureCounts.Builder counts = ExposureCounts.builder();
        for (int i = 0; i < subjects; i++) {
            int[] starts = IntStream.range(0, covariates)
                    .map(k -> random.nextBoolean() ? earliest + random.nextInt(20) : NEVER)
                    .toArray();
            int day = (int) (-25 * Math.log(random.nextDouble()));
            int end = random.nextInt(90);
            counts.addSubject(Math.min(day, end), day <= end, starts);
        }
        return counts.build();
    }

    private static ExposureCounts log(String dataset, List<String> tags) {
        ExposureCounts.Builder counts = ExposureCounts.builder();
        for (ReferenceLog.Subject subject : ReferenceLog.subjects(dataset)) {
            int[] starts = tags.stream()
                    .mapToInt(tag -> subject.starts().getOrDefault(tag, NEVER))
                    .toArray();
            counts.addSubject(subject.day(), subject.event(), starts);
        }
        return counts.build();
    }

    private static List<ExposureCounts> strata(List<Map<String, String>> rows, String stratified) {
        return Table.by(rows, stratified.equals("yes") ? "stratum" : "case").values().stream()
                .map(stratum -> {
                    ExposureCounts.Builder counts = ExposureCounts.builder();
                    stratum.forEach(row -> counts.add(
                            integer(row, "from"),
                            integer(row, "through"),
                            integer(row, "pattern"),
                            integer(row, "subjects"),
                            integer(row, "events")));
                    return counts.build();
                })
                .toList();
    }

    private static List<Integer> numbers(int covariates) {
        return IntStream.range(0, covariates).boxed().toList();
    }
}
