package org.recoveryreport.domain.study;

import java.util.List;
import org.recoveryreport.domain.disclosure.Cell;
import org.recoveryreport.domain.practice.PracticeCheck;

/** Names the counts of a study by where they are published. */
final class StudyCells {
    static final String EPISODES = "episodes";
    static final String RECOVERED = "recovered";
    static final String CENSORED = "censored";
    static final String EPISODES_WITH = "episodes_with";
    static final String EPISODES_WITHOUT = "episodes_without";
    static final String ELIGIBLE = "eligible";
    static final String KEPT = "kept";
    static final String DEPARTED = "departed";
    static final String NOT_KEPT = "not_kept";
    static final String NOT_ASSESSABLE = "not_assessable";

    /** What divides those whom a practice check concerns, as known at a landmark. */
    static final List<String> PRACTICE_AT_LANDMARK = List.of(KEPT, NOT_KEPT, NOT_ASSESSABLE);

    /** How the columns of the rest end, {@linkplain #asPublished as it is published}. */
    static final String AS_PUBLISHED = " as published";

    private static final String CURVES = "recovery-curves";

    private StudyCells() {}

    /** Of a combination as used, or of {@link TreatmentNames#ALL}. */
    static Cell asUsed(Population population, String combination, String column) {
        return new Cell("recovery-by-combination", population + ", " + combination, column);
    }

    /** Of a combination at a landmark, or of {@link TreatmentNames#ALL}, which are those compared. */
    static Cell atLandmark(int landmarkDays, String combination, String column) {
        return new Cell("landmark-by-combination", "day " + landmarkDays + ", " + combination, column);
    }

    /** Of a combination among all cases: as used, or at a landmark. */
    static Cell group(int landmarkDays, String combination, String column) {
        return landmarkDays == 0
                ? asUsed(Population.ALL, combination, column)
                : atLandmark(landmarkDays, combination, column);
    }

    /** Of those who recovered or were last seen on or before a landmark. */
    static Cell before(int landmarkDays, String column) {
        return new Cell("landmark-flows", "day " + landmarkDays, column + "_before");
    }

    /** Of those of them who did so after an earlier landmark. */
    static Cell since(int landmarkDays, Cell before) {
        return new Cell(before.table(), before.row(), before.column() + "_since_" + landmarkDays);
    }

    /** Of a combination among all cases, those who recovered or were last seen up to a day, counted from the landmark. */
    static Cell upTo(int landmarkDays, String combination, String column, int day) {
        return new Cell(
                CURVES, (landmarkDays == 0 ? "" : "day " + landmarkDays + ", ") + combination, upTo(column, day));
    }

    /** The column of these. */
    static String upTo(String column, int day) {
        return column + (day == CurveCounts.IN_ALL ? "_in_all" : "_to_day_" + day);
    }

    static boolean isOfCurve(Cell cell) {
        return cell.table().equals(CURVES);
    }

    /** Of those who have had no treatment by a landmark, and by an earlier one; 0 = of those who never begin one. */
    static Cell untreated(int earlier, int landmarkDays, String column) {
        return atLandmark(
                landmarkDays, TreatmentNames.NONE, column + (earlier == 0 ? "_never" : "_none_by_day_" + earlier));
    }

    /** Of a month of onset. */
    static Cell month(String month, String column) {
        return new Cell("recovery-by-month", month, column);
    }

    /** Of a practice check. */
    static Cell practice(String check, Population population, String column) {
        return new Cell("practice-checks", population + ", " + check, column);
    }

    /** Of those who ever had a treatment, or never. */
    static Cell treatment(String tag, String column) {
        return new Cell("recovery-by-treatment", tag, column);
    }

    /** Of those whose combination names a treatment, or a family of treatments; in no table. */
    static Cell named(String table, String label, String column) {
        return new Cell("combinations-by-name", table + ", " + label, column);
    }

    /** Of a practice check as known at a landmark. */
    static Cell practiceAt(int landmarkDays, PracticeCheck check, String column) {
        return practiceAt(landmarkDays, check.id(), column);
    }

    /** The same by the check's name. */
    static Cell practiceAt(int landmarkDays, String check, String column) {
        return new Cell("practice-by-landmark", "day " + landmarkDays + ", " + check, column);
    }

    /** Of the rest together with the combinations that are not shown, as it is published. */
    static Cell asPublished(Cell ofTheRest) {
        return new Cell(ofTheRest.table(), ofTheRest.row(), ofTheRest.column() + AS_PUBLISHED);
    }

    /** Of an order in which the treatments of a combination began. */
    static Cell pathway(Pathway row) {
        return new Cell("pathways", row.combination() + ": " + String.join(" > ", row.steps()), EPISODES);
    }

    /** The same count of a stratum; without a name of the whole study. */
    static Cell in(String stratum, Cell cell) {
        return stratum.isEmpty() ? cell : new Cell(cell.table(), stratum + ": " + cell.row(), cell.column());
    }

    /** Those of some counts that are of a stratum, as named within it. */
    static List<EarlierCount> within(String stratum, List<EarlierCount> counts) {
        String prefix = stratum + ": ";
        return counts.stream()
                .filter(count -> count.cell().row().startsWith(prefix))
                .map(count -> new EarlierCount(
                        new Cell(
                                count.cell().table(),
                                count.cell().row().substring(prefix.length()),
                                count.cell().column()),
                        count.count(),
                        count.asOf()))
                .toList();
    }
}
