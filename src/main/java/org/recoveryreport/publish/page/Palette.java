package org.recoveryreport.publish.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.recoveryreport.domain.study.LandmarkFigures;
import org.recoveryreport.domain.study.TreatmentNames;

/**
 * Gives the largest combinations of the headline comparison a look each, the same in every table and picture: five colours,
 * then the same with dashes, then with dots. The looks themselves stand in the style sheet; the colours follow Okabe and
 * Ito's set for every kind of colour vision.
 */
final class Palette {
    private static final int COLOURS = 5;
    private static final List<String> PATTERNS = List.of("", " d-2", " d-3");
    private static final String NO_COLOUR = "c-rest";

    private final Map<String, String> colours = new LinkedHashMap<>();

    private Palette() {}

    static Palette of(LandmarkGroups headline) {
        Palette palette = new Palette();
        int next = 0;
        for (LandmarkFigures row : headline.inPageOrder()) {
            if (row.combination().equals(TreatmentNames.NONE)) {
                palette.colours.put(TreatmentNames.NONE, "c-none");
            } else if (!row.combination().equals(TreatmentNames.OTHER) && next < COLOURS * PATTERNS.size()) {
                palette.colours.put(row.combination(), "c-" + (next % COLOURS + 1) + PATTERNS.get(next / COLOURS));
                next++;
            }
        }
        return palette;
    }

    /** The style classes with the combination's look. */
    String colourOf(String combination) {
        return colours.getOrDefault(combination, NO_COLOUR);
    }

    /** The combinations with a look of their own: the comparison group, then the largest. */
    List<String> coloured() {
        return List.copyOf(colours.keySet());
    }
}
