package org.recoveryreport.publish.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.study.CombinationFigures;
import org.recoveryreport.domain.study.LandmarkFigures;
import org.recoveryreport.domain.study.Population;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.domain.study.TreatmentNames;
import org.recoveryreport.publish.PageNumber;

/**
 * How much longer than without treatment illness lasts as used, beside the same from the landmark. These are answers to two
 * questions, so no difference is taken between them.
 *
 * @param landmarkDays the landmark
 * @param rows the largest combinations, in page order
 */
record MediansTable(int landmarkDays, List<Row> rows) {
    private static final int ON_PAGE = 12;

    record Row(
            String colour,
            String combination,
            String usedMedian,
            String usedDifference,
            String landmarkMedian,
            String landmarkDifference) {}

    static MediansTable of(StudyResult result, Palette palette) {
        int landmark = result.settings().landmarkDays();
        Map<String, @Nullable Double> atLandmark = new HashMap<>();
        for (LandmarkFigures row : result.landmarks()) {
            if (row.landmarkDays() == landmark) {
                atLandmark.put(row.combination(), row.medianDays());
            }
        }
        List<CombinationFigures> used = Groups.inPageOrder(
                result.combinations().stream()
                        .filter(row -> row.population() == Population.ALL)
                        .toList(),
                CombinationFigures::combination,
                CombinationFigures::episodes);
        Double usedNone = used.stream()
                .filter(row -> row.combination().equals(TreatmentNames.NONE))
                .findFirst()
                .map(CombinationFigures::medianDays)
                .orElse(null);
        Double landmarkNone = atLandmark.get(TreatmentNames.NONE);
        List<Row> rows = new ArrayList<>();
        if (usedNone != null && landmarkNone != null) {
            for (CombinationFigures row : used) {
                Double usedMedian = row.medianDays();
                Double landmarkMedian = atLandmark.get(row.combination());
                boolean comparable = !row.combination().equals(TreatmentNames.OTHER)
                        && !row.combination().equals(TreatmentNames.NONE)
                        && rows.size() < ON_PAGE;
                if (comparable && usedMedian != null && landmarkMedian != null) {
                    rows.add(new Row(
                            palette.colourOf(row.combination()),
                            row.combination(),
                            PageNumber.days(usedMedian),
                            PageNumber.difference(usedMedian - usedNone),
                            PageNumber.days(landmarkMedian),
                            PageNumber.difference(landmarkMedian - landmarkNone)));
                }
            }
        }
        return new MediansTable(landmark, rows);
    }

    boolean hasRows() {
        return !rows.isEmpty();
    }
}
