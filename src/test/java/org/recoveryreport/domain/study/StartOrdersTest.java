package org.recoveryreport.domain.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.recoveryreport.domain.course.CourseRules;
import org.recoveryreport.domain.study.StudySettings.CombineBy;
import org.recoveryreport.domain.survival.ConfidenceType;
import org.recoveryreport.domain.survival.SurvivalCounts;

class StartOrdersTest {
    private static final TreatmentNames NAMES = new TreatmentNames(List.of("cold", "heat", "nsaid"));
    private static final long COLD = 1;
    private static final long HEAT = 2;
    private static final long NSAID = 4;

    private OrderCounts.Builder orders = OrderCounts.builder();

    @Test
    void treatmentsStandInTheOrderInWhichTheyBegan() {
        episodes(40);
        episodes(20, COLD, COLD | NSAID);
        episodes(30, NSAID, COLD | NSAID);
        episodes(15, COLD | HEAT, COLD | HEAT | NSAID);
        assertThat(pathways(11))
                .containsExactly(
                        new Pathway("cold + heat + nsaid", List.of("cold + heat", "nsaid"), 15),
                        new Pathway("cold + nsaid", List.of("nsaid", "cold"), 30),
                        new Pathway("cold + nsaid", List.of("cold", "nsaid"), 20),
                        new Pathway("none", List.of(), 40));
    }

    @Test
    void rareOrdersOfACombinationStayTogetherAndNeverOneOfFew() {
        episodes(40, COLD, COLD | NSAID);
        episodes(12, NSAID, COLD | NSAID);
        episodes(3, COLD | NSAID);
        assertThat(pathways(11))
                .containsExactly(
                        new Pathway("cold + nsaid", List.of("cold", "nsaid"), 40),
                        new Pathway("cold + nsaid", List.of(), 15));
        assertThat(pathways(0)).hasSize(3);
    }

    @Test
    void rareCombinationsAreNotDivided() {
        episodes(40);
        episodes(9, COLD);
        episodes(9, NSAID);
        assertThat(pathways(11))
                .containsExactly(new Pathway("none", List.of(), 40), new Pathway("other combinations", List.of(), 18));
    }

    @Test
    void aSecondTreatmentOfAFamilyIsNoNewOne() {
        episodes(20, COLD, COLD | HEAT, COLD | HEAT | NSAID);
        assertThat(new StartOrders(
                                new TreatmentNames(List.of("heat-and-cold", "heat-and-cold", "nsaid")), orders.build())
                        .figures(settings(11))
                        .rows())
                .containsExactly(new Pathway("heat-and-cold + nsaid", List.of("heat-and-cold", "nsaid"), 20));
    }

    @Test
    void everyCountIsLargeEnoughAndTheyMakeUpTheCombinationsThatAreShown() {
        Random random = new Random(7);
        for (int study = 0; study < 200; study++) {
            orders = OrderCounts.builder();
            Map<Long, SurvivalCounts> everUsed = new HashMap<>();
            for (int i = 0; i < 12; i++) {
                long first = random.nextInt(8);
                long all = first | random.nextInt(8);
                int number = 1 + random.nextInt(30);
                episodes(number, first == 0 || first == all ? new long[] {all} : new long[] {first, all});
                everUsed.merge(all, counts(number), SurvivalCounts::plus);
            }
            Map<String, Long> shown = new HashMap<>();
            new Comparison(
                            Analysis.AS_USED,
                            Population.ALL,
                            0,
                            new Labels(NAMES).groups(everUsed),
                            SurvivalCounts.EMPTY)
                    .figures(settings(11))
                    .combinations()
                    .forEach(row -> shown.put(row.combination(), row.episodes()));
            Map<String, Long> sums = new HashMap<>();
            pathways(11).forEach(row -> sums.merge(row.combination(), row.episodes(), Long::sum));
            assertThat(sums).isEqualTo(shown);
            assertThat(pathways(11)).allMatch(row -> row.episodes() >= 11);
        }
    }

    private List<Pathway> pathways(int minCellCount) {
        return new StartOrders(NAMES, orders.build())
                .figures(settings(minCellCount))
                .rows();
    }

    private static StudySettings settings(int minCellCount) {
        return new StudySettings(
                new CourseRules(84, null, 3, 365), CombineBy.TAG, 14, 84, 0.95, ConfidenceType.LOG_LOG, minCellCount);
    }

    private void episodes(int number, long... begun) {
        Exposure.Builder exposure = new Exposure.Builder();
        for (int day = 0; day < begun.length; day++) {
            exposure.add(day, begun[day]);
        }
        orders.add(exposure.build(), number);
    }

    private static SurvivalCounts counts(int number) {
        return SurvivalCounts.builder().add(9, number, 0).build();
    }
}
