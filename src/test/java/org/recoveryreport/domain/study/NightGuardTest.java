package org.recoveryreport.domain.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.recoveryreport.domain.course.CourseRules;
import org.recoveryreport.domain.disclosure.Search;
import org.recoveryreport.domain.study.StudySettings.CombineBy;
import org.recoveryreport.domain.survival.ConfidenceType;
import org.recoveryreport.domain.survival.SurvivalCounts;

class NightGuardTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 3);
    private static final StudySettings SETTINGS = new StudySettings(
            new CourseRules(84, null, 3, 365), CombineBy.TAG, 14, 84, 0.95, ConfidenceType.LOG_LOG, 11, null);

    @Test
    void aRowThatHasChangedByFewKeepsWhatItSaid() {
        StudyResult monday = result(comparison(40, 50, 60));
        StudyResult tuesday = guarded(comparison(43, 50, 60), monday, MONDAY);
        assertThat(row(tuesday, "none")).isEqualTo(row(monday, "none"));
        assertThat(tuesday.earlier()).contains(none(40));
    }

    @Test
    void itKeepsItsDateUntilTheChangeHasGrown() {
        StudyResult monday = result(comparison(40, 50, 60));
        StudyResult tuesday = guarded(comparison(43, 50, 60), monday, MONDAY);
        StudyResult wednesday = guarded(comparison(47, 50, 60), tuesday, TUESDAY);
        assertThat(row(wednesday, "none").episodes()).isEqualTo(40);
        assertThat(wednesday.earlier()).contains(none(40));
        StudyResult thursday = guarded(comparison(51, 50, 60), wednesday, LocalDate.of(2026, 3, 4));
        assertThat(row(thursday, "none").episodes()).isEqualTo(51);
        assertThat(thursday.earlier()).isEmpty();
    }

    @Test
    void aChangeThatTheOthersWouldTellIsKeptFromThem() {
        StudyResult monday = result(comparison(40, 50, 60));
        List<StudyPart> parts = comparison(43, 70, 60);
        StudyResult tuesday = guarded(parts, monday, MONDAY);
        assertThat(tuesday.earlier())
                .as("of 173, 70 would leave 103 where there were 100 on Monday")
                .extracting(count -> count.cell().row())
                .containsAnyOf("ALL, all", "ALL, heat");
        assertThat(new NightGuard(parts, result(parts), new EarlierReport(monday, MONDAY), decision(parts))
                        .audit(tuesday)
                        .leaks())
                .isEmpty();
    }

    @Test
    void aRowWithManyMoreButFewMoreWhoRecoveredHasTonightsFiguresWithoutTheRecovered() {
        StudyResult monday = result(month(40, 12));
        StudyResult tuesday = guarded(month(43, 40), monday, MONDAY);
        MonthFigures january = tuesday.supplement().months().get(0);
        assertThat(january.episodes()).isEqualTo(83);
        assertThat(january.recovered()).isNull();
        assertThat(january.medianDays()).isEqualTo(5);
        assertThat(tuesday.earlier())
                .containsExactly(new EarlierCount(StudyCells.month("2026-01", StudyCells.RECOVERED), 40, MONDAY));
        assertThat(guarded(month(47, 40), tuesday, TUESDAY)
                        .supplement()
                        .months()
                        .get(0)
                        .recovered())
                .as("compared with what was shown on Monday")
                .isNull();
        assertThat(guarded(month(51, 43), tuesday, TUESDAY)
                        .supplement()
                        .months()
                        .get(0)
                        .recovered())
                .isEqualTo(51);
    }

    @Test
    void aRowLeftOutForANightIsComparedWithWhatItWasBefore() {
        StudyResult monday = result(comparison(40, 50, 12));
        StudyResult tuesday = guarded(comparison(40, 50, 1), monday, MONDAY);
        assertThat(tuesday.combinations())
                .extracting(CombinationFigures::combination)
                .doesNotContain("cold");
        StudyResult wednesday = guarded(comparison(40, 50, 15), tuesday, TUESDAY);
        assertThat(wednesday.combinations())
                .extracting(CombinationFigures::combination)
                .doesNotContain("cold");
    }

    /** Of many more episodes, few more recovered by the day up to which the curve of the night before counted. */
    @Test
    void noOldCurveStandsBesideFiguresOfTonight() {
        StudyResult monday = result(group(40, 15, 0));
        StudyResult tuesday = guarded(group(43, 27, 20), monday, MONDAY);
        assertThat(monday.curves()).isNotEmpty();
        assertThat(result(group(43, 27, 20)).curves()).isNotEmpty();
        assertThat(row(tuesday, "none").episodes()).isEqualTo(90);
        assertThat(tuesday.curves()).isEmpty();
    }

    @Test
    void fewerCountAsMuchAsMore() {
        StudyResult monday = result(comparison(40, 50, 60));
        StudyResult tuesday = guarded(comparison(40, 50, 57), monday, MONDAY);
        assertThat(row(tuesday, "cold").episodes()).isEqualTo(60);
    }

    @Test
    void nothingIsKeptWhereNothingOrEnoughHasChanged() {
        StudyResult monday = result(comparison(40, 50, 60));
        assertThat(guarded(comparison(40, 50, 60), monday, MONDAY)).isEqualTo(monday);
        assertThat(guarded(comparison(51, 50, 72), monday, MONDAY)).isEqualTo(result(comparison(51, 50, 72)));
    }

    @Test
    void aCombinationThatIsNewIsShown() {
        StudyResult monday = result(comparison(40, 0, 60));
        assertThat(row(guarded(comparison(40, 30, 60), monday, MONDAY), "heat").episodes())
                .isEqualTo(30);
    }

    /** Of the four combinations of 40 that were the rest two have rows tonight: with the rest they are 44. */
    @Test
    void byHowFewTheRestHasGrownIsNotToldByRowsThatWerePartOfIt() {
        StudyResult monday = result(groups(Map.of("none", 40L, "cold", 10L, "heat", 10L, "massage", 10L, "rest", 10L)));
        List<StudyPart> parts = groups(Map.of("none", 60L, "cold", 12L, "heat", 12L, "massage", 10L, "rest", 10L));
        assertThat(episodes(monday)).containsEntry("other combinations", 40L);
        Map<String, Long> tellingFour = Map.of("cold", 12L, "heat", 12L, "other combinations", 20L);
        assertThat(episodes(result(parts))).containsAllEntriesOf(tellingFour);
        assertThat(episodes(guarded(parts, monday, MONDAY)).entrySet())
                .matches(told -> !told.containsAll(tellingFour.entrySet()));
    }

    /** The combination has grown by enough, one of its orders by three. */
    @Test
    void theOrdersOfACombinationStayWhereOneOfThemHasChangedByFew() {
        StudyResult monday = result(orders(40, 30));
        assertThat(guarded(orders(60, 33), monday, MONDAY).supplement().pathways())
                .isEqualTo(monday.supplement().pathways());
        assertThat(guarded(orders(60, 41), monday, MONDAY).supplement().pathways())
                .extracting(Pathway::episodes)
                .containsExactly(60L, 41L);
    }

    /** Both its strata are part of the rest there tonight, and it is all of it. */
    @Test
    void whatAStratumShowedIsMindedWhereTonightItHasNoRow() {
        List<StudyPart> before = strata(90, 110, 40, 45);
        List<StudyPart> now = strata(120, 140, 43, 70);
        OfStrata withoutCold = OfStrata.combinations(now, 0).without(Map.of(0, Set.of("cold")));
        StudyTables tables = StudyTables.of(now, SETTINGS, withoutCold);
        BitSet shown = tables.attempt(Search.THOROUGH).shown();
        Decision decision = new Decision(withoutCold, shown);
        StudyResult tonight = result(now, new Release(11, decision, tables.cells(shown), Map.of(), ""));
        assertThat(ofStratum(tonight, "F")).containsEntry("other combinations", 43L);
        NightGuard guard = new NightGuard(now, tonight, new EarlierReport(result(before), MONDAY), decision);
        assertThat(ofStratum(guard.guarded(), "F")).doesNotContainEntry("other combinations", 43L);
        assertThat(guard.audit(guard.guarded()).leaks()).isEmpty();
    }

    private static Map<String, Long> ofStratum(StudyResult result, String name) {
        return result.strata().stream()
                .filter(stratum -> stratum.name().equals(name))
                .map(stratum -> episodes(stratum.result()))
                .findFirst()
                .orElseThrow();
    }

    private static List<StudyPart> strata(long heatOfWomen, long heatOfMen, long coldOfWomen, long coldOfMen) {
        return List.of(
                comparison(100, heatOfWomen + heatOfMen, coldOfWomen + coldOfMen)
                        .get(0),
                new StratumPart("F", comparison(60, heatOfWomen, coldOfWomen).get(0)),
                new StratumPart("M", comparison(40, heatOfMen, coldOfMen).get(0)));
    }

    private static Map<String, Long> episodes(StudyResult result) {
        return result.combinations().stream()
                .collect(Collectors.toMap(CombinationFigures::combination, CombinationFigures::episodes));
    }

    private static EarlierCount none(long episodes) {
        return new EarlierCount(StudyCells.asUsed(Population.ALL, "none", StudyCells.EPISODES), episodes, MONDAY);
    }

    /** Groups as used, all recovered on the same day. */
    private static List<StudyPart> comparison(long none, long heat, long cold) {
        return groups(Map.of("none", none, "heat", heat, "cold", cold));
    }

    private static List<StudyPart> groups(Map<String, Long> episodesOf) {
        SortedMap<String, SurvivalCounts> groups = new TreeMap<>();
        episodesOf.forEach((label, episodes) -> {
            if (episodes > 0) {
                groups.put(label, SurvivalCounts.builder().add(5, episodes, 0).build());
            }
        });
        return List.of(new Comparison(Analysis.AS_USED, Population.ALL, 0, groups, SurvivalCounts.EMPTY));
    }

    /** Those with cold and heat, by which of them began first. */
    private static List<StudyPart> orders(long coldFirst, long heatFirst) {
        OrderCounts.Builder orders = OrderCounts.builder();
        orders.add(new Exposure.Builder().add(0, 1).add(1, 3).build(), coldFirst);
        orders.add(new Exposure.Builder().add(0, 2).add(1, 3).build(), heatFirst);
        return List.of(
                groups(Map.of("cold + heat", coldFirst + heatFirst)).get(0),
                new StartOrders(new TreatmentNames(List.of("cold", "heat")), orders.build()));
    }

    /** One group as used. */
    private static List<StudyPart> group(long recoveredEarly, long recoveredLate, long stillIll) {
        SortedMap<String, SurvivalCounts> groups = new TreeMap<>(Map.of(
                "none",
                SurvivalCounts.builder()
                        .add(5, recoveredEarly, 0)
                        .add(30, recoveredLate, 0)
                        .add(90, 0, stillIll)
                        .build()));
        return List.of(new Comparison(Analysis.AS_USED, Population.ALL, 0, groups, SurvivalCounts.EMPTY));
    }

    private static List<StudyPart> month(long recovered, long stillIll) {
        return List.of(new OnsetMonths(new TreeMap<>(Map.of(
                "2026-01",
                SurvivalCounts.builder()
                        .add(5, recovered, 0)
                        .add(90, 0, stillIll)
                        .build()))));
    }

    private static StudyResult result(List<StudyPart> parts) {
        return result(parts, Release.of(parts, SETTINGS));
    }

    private static StudyResult result(List<StudyPart> parts, Release release) {
        return StudyResult.of(
                SETTINGS,
                LogSummary.NOT_SAID,
                List.of(),
                parts.stream().map(part -> part.figures(SETTINGS, release)).toList());
    }

    private static StudyResult guarded(List<StudyPart> parts, StudyResult before, LocalDate date) {
        return new NightGuard(parts, result(parts), new EarlierReport(before, date), decision(parts)).guarded();
    }

    private static Decision decision(List<StudyPart> parts) {
        return Release.of(parts, SETTINGS).decision();
    }

    private static CombinationFigures row(StudyResult result, String combination) {
        return result.combinations().stream()
                .filter(row -> row.combination().equals(combination))
                .findFirst()
                .orElseThrow();
    }
}
