package org.recoveryreport.publish.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.recoveryreport.domain.study.LandmarkFigures;
import org.recoveryreport.domain.study.StudyResult;

/**
 * Gives the largest combinations of the headline comparison a colour each, the same in every table and picture. The colours
 * themselves stand in the style sheet; they follow Okabe and Ito's set for every kind of colour vision.
 */
final class Palette {
    private static final int COLOURS = 5;
    private static final String NO_COLOUR = "c-rest";

    private final Map<String, String> colours = new LinkedHashMap<>();

    private Palette() {}

    static Palette of(StudyResult result) {
        Palette palette = new Palette();
        List<LandmarkFigures> headline = result.landmarks().stream()
                .filter(row -> row.landmarkDays() == result.settings().landmarkDays())
                .toList();
        int next = 1;
        for (LandmarkFigures row :
                Groups.inPageOrder(headline, LandmarkFigures::combination, LandmarkFigures::episodes)) {
            if (row.combination().equals(Groups.NONE)) {
                palette.colours.put(Groups.NONE, "c-none");
            } else if (!row.combination().equals(Groups.OTHER) && next <= COLOURS) {
                palette.colours.put(row.combination(), "c-" + next++);
            }
        }
        return palette;
    }

    /** The style class with the combination's colour. */
    String colourOf(String combination) {
        return colours.getOrDefault(combination, NO_COLOUR);
    }

    /** The combinations with a colour of their own: the comparison group, then the largest. */
    List<String> coloured() {
        return List.copyOf(colours.keySet());
    }
}
