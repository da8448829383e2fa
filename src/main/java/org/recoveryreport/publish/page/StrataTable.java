package org.recoveryreport.publish.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.study.Analysis;
import org.recoveryreport.domain.study.CombinationFigures;
import org.recoveryreport.domain.study.OverallTest;
import org.recoveryreport.domain.study.Population;
import org.recoveryreport.domain.study.StratifyBy;
import org.recoveryreport.domain.study.Stratum;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.publish.PageNumber;

/**
 * The strata of a study beside each other, and the headline comparison within each.
 *
 * @param stratifiedBy what the study is stratified by
 * @param level of the intervals
 * @param landmarkDays the landmark of the comparisons
 * @param withinP p-value of all groups together, like compared with like; null = none
 * @param rows one for each stratum
 * @param more how many more strata there are, in files only; null = none
 */
record StrataTable(
        String stratifiedBy,
        String level,
        int landmarkDays,
        @Nullable String withinP,
        List<Row> rows,
        @Nullable String more) {
    /**
     * A stratum.
     *
     * @param comparison of its combinations
     */
    record Row(
            String name,
            String episodes,
            String recovered,
            MedianText median,
            String by28,
            String by84,
            ComparisonTable comparison) {}

    /** Null where the study is not stratified. */
    static @Nullable StrataTable of(StudyResult result, Palette palette, Room room) {
        StratifyBy stratifyBy = result.settings().stratifyBy();
        if (stratifyBy == null) {
            return null;
        }
        int landmark = result.settings().landmarkDays();
        List<Row> rows = new ArrayList<>();
        List<Stratum> strata = result.strata();
        for (Stratum stratum : strata.subList(0, Math.min(room.strata(), strata.size()))) {
            rows.add(row(
                    stratum,
                    ComparisonTable.ofStratum(
                            stratum.result(),
                            LandmarkGroups.of(stratum.result(), landmark),
                            palette,
                            "stratum-" + (rows.size() + 1) + "-",
                            room)));
        }
        return new StrataTable(
                stratifyBy.column().replace('_', ' '),
                PageNumber.level(result.settings().confidence()),
                landmark,
                withinP(result, landmark),
                rows,
                rows.size() == strata.size() ? null : PageNumber.count((long) strata.size() - rows.size()));
    }

    boolean hasRows() {
        return !rows.isEmpty();
    }

    private static @Nullable String withinP(StudyResult result, int landmarkDays) {
        return result.tests().stream()
                .filter(test -> test.analysis() == Analysis.LANDMARK && test.landmarkDays() == landmarkDays)
                .filter(test -> test.stratifiedPValue() != null)
                .findFirst()
                .map(OverallTest::stratifiedPValue)
                .map(PageNumber::pValue)
                .orElse(null);
    }

    private static Row row(Stratum stratum, ComparisonTable comparison) {
        CombinationFigures all = stratum.result().overall().stream()
                .filter(row -> row.population() == Population.ALL)
                .findFirst()
                .orElse(null);
        return new Row(
                stratum.name(),
                PageNumber.count(all == null ? null : all.episodes()),
                PageNumber.count(all == null ? null : all.recovered()),
                all == null ? MedianText.of(null, null, null, false) : MedianText.of(all),
                all == null ? PageNumber.HIDDEN : UsedTable.recoveredBy(all, all.recoveredBy28(), 28),
                all == null ? PageNumber.HIDDEN : UsedTable.recoveredBy(all, all.recoveredBy84(), 84),
                comparison);
    }
}
