package org.recoveryreport.publish.page;

import java.util.List;
import java.util.Locale;
import org.recoveryreport.domain.practice.PracticeCheck;
import org.recoveryreport.domain.study.Population;
import org.recoveryreport.domain.study.PracticeFigures;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.publish.PageNumber;

/**
 * How care compares with the guides, for all episodes and by case class.
 *
 * @param level of the intervals
 * @param rows one for each check, all episodes
 * @param byClass the same for the classes
 */
record PracticeTable(String level, List<Row> rows, List<Row> byClass) {
    /**
     * A check.
     *
     * @param keepsToIt what keeps to it, in a sentence
     * @param guide which guide says so
     * @param caseClass whose episodes
     */
    record Row(
            String keepsToIt,
            String guide,
            String caseClass,
            String eligible,
            String kept,
            String notAssessable,
            String rate,
            String interval) {}

    static PracticeTable of(StudyResult result) {
        List<PracticeFigures> all = result.supplement().practice().rows();
        return new PracticeTable(
                PageNumber.level(result.settings().confidence()),
                all.stream()
                        .filter(row -> row.population() == Population.ALL)
                        .map(PracticeTable::row)
                        .toList(),
                all.stream()
                        .filter(row -> row.population() != Population.ALL)
                        .map(PracticeTable::row)
                        .toList());
    }

    boolean hasRows() {
        return !rows.isEmpty();
    }

    private static Row row(PracticeFigures figures) {
        PracticeCheck check = PracticeCheck.ofId(figures.check());
        Double lower = figures.rateLower();
        Double upper = figures.rateUpper();
        return new Row(
                check.keepsToIt(),
                check.source(),
                figures.population().name().toLowerCase(Locale.ROOT),
                PageNumber.count(figures.eligible()),
                PageNumber.count(figures.kept()),
                PageNumber.count(figures.notAssessable()),
                PageNumber.percent(figures.rate()),
                lower == null || upper == null ? "" : PageNumber.percent(lower) + " to " + PageNumber.percent(upper));
    }
}
