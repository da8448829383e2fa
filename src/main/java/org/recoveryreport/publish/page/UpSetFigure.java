package org.recoveryreport.publish.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.recoveryreport.domain.study.LandmarkFigures;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.domain.study.TreatmentNames;
import org.recoveryreport.publish.PageNumber;
import org.recoveryreport.publish.plot.UpSetPlot;

/**
 * The largest combinations of the headline comparison as a picture of what they are made of, how many had them, and how long
 * recovery took.
 *
 * @param landmarkDays the landmark
 * @param level of the intervals
 * @param svg the picture; empty without groups
 */
record UpSetFigure(int landmarkDays, String level, String svg) {
    private static final int ON_PAGE = 16;

    static UpSetFigure of(StudyResult result, LandmarkGroups headline, Palette palette) {
        int landmark = headline.landmarkDays();
        List<LandmarkFigures> all = headline.inPageOrder();
        List<LandmarkFigures> shown = new ArrayList<>(all.subList(0, Math.min(ON_PAGE, all.size())));
        if (shown.size() < all.size() && all.get(all.size() - 1).combination().equals(TreatmentNames.OTHER)) {
            shown.add(all.get(all.size() - 1));
        }
        String level = PageNumber.level(result.settings().confidence());
        return new UpSetFigure(
                landmark,
                level,
                shown.isEmpty() ? "" : plot(shown, landmark, palette).svg());
    }

    boolean hasPicture() {
        return !svg.isEmpty();
    }

    private static UpSetPlot plot(List<LandmarkFigures> shown, int landmark, Palette palette) {
        List<String> treatments = treatments(shown);
        return new UpSetPlot(
                "upset",
                "Combinations of treatments, how many had them and how long recovery took",
                "The figures of each row stand in the table below.",
                treatments,
                "episodes",
                "median, days from day " + landmark,
                shown.stream().map(row -> row(row, treatments, palette)).toList());
    }

    private static UpSetPlot.Row row(LandmarkFigures row, List<String> treatments, Palette palette) {
        MedianText median = MedianText.of(row);
        return new UpSetPlot.Row(
                palette.colourOf(row.combination()),
                parts(row).stream().map(treatments::indexOf).sorted().toList(),
                row.combination(),
                row.episodes(),
                row.medianDays(),
                row.medianLower(),
                row.medianUpper(),
                List.of(row.combination(), PageNumber.counted(row.episodes(), "episode"), median.inDays()));
    }

    /** Those in most episodes first. */
    private static List<String> treatments(List<LandmarkFigures> shown) {
        Map<String, Long> episodes = new TreeMap<>();
        shown.forEach(row -> parts(row).forEach(part -> episodes.merge(part, row.episodes(), Long::sum)));
        return episodes.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> parts(LandmarkFigures row) {
        return switch (row.combination()) {
            case TreatmentNames.NONE, TreatmentNames.OTHER -> List.of();
            default -> List.of(row.combination().split(" \\+ ", -1));
        };
    }
}
