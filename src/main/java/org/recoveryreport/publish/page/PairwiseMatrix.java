package org.recoveryreport.publish.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recoveryreport.domain.study.LandmarkFigures;
import org.recoveryreport.domain.study.PairwiseTest;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.publish.PageNumber;

/**
 * The largest combinations of the headline landmark, each against each.
 *
 * @param landmarkDays the landmark
 * @param pairs how many pairs were tested and adjusted for, those not on the page included
 * @param columns numbers of the rows that are compared with
 * @param rows in page order; the first has nothing to be compared with yet
 */
record PairwiseMatrix(int landmarkDays, String pairs, List<Integer> columns, List<Row> rows) {
    private static final int ON_PAGE = 12;

    record Row(int number, String colour, String combination, List<Cell> cells) {}

    record Cell(String pValue, boolean small) {}

    static PairwiseMatrix of(StudyResult result, LandmarkGroups headline, Palette palette) {
        int landmark = headline.landmarkDays();
        List<PairwiseTest> tests = result.supplement().pairwise().stream()
                .filter(test -> test.landmarkDays() == landmark)
                .toList();
        Set<String> tested = tests.stream()
                .flatMap(test -> Stream.of(test.combination(), test.other()))
                .collect(Collectors.toSet());
        List<String> combinations = headline.inPageOrder().stream()
                .map(LandmarkFigures::combination)
                .filter(tested::contains)
                .limit(ON_PAGE)
                .toList();
        List<Integer> columns = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (String combination : combinations) {
            List<Cell> cells = combinations.subList(0, rows.size()).stream()
                    .map(other -> cell(combination, other, tests))
                    .toList();
            rows.add(new Row(rows.size() + 1, palette.colourOf(combination), combination, cells));
            if (rows.size() < combinations.size()) {
                columns.add(rows.size());
            }
        }
        return new PairwiseMatrix(landmark, PageNumber.count((long) tests.size()), columns, rows);
    }

    boolean hasRows() {
        return rows.size() > 1;
    }

    private static Cell cell(String one, String other, List<PairwiseTest> tests) {
        return tests.stream()
                .filter(test -> (test.combination().equals(one) && test.other().equals(other))
                        || (test.combination().equals(other) && test.other().equals(one)))
                .findFirst()
                .map(test -> new Cell(PageNumber.pValue(test.pValueHolm()), PageNumber.isSmall(test.pValueHolm())))
                .orElse(new Cell("\u2013", false));
    }
}
