package org.recoveryreport.publish.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.domain.study.TreatmentFigures;
import org.recoveryreport.domain.tagging.Treatment;
import org.recoveryreport.publish.PageNumber;

/**
 * What the sources of the catalogue expect of treatments, beside what this log shows of them.
 *
 * @param level of the intervals
 * @param rows the treatments of the log of which something is expected, by name
 */
record Expectations(String level, List<Row> rows) {
    record Row(
            String tag,
            String expected,
            String suits,
            String complexity,
            String resources,
            String source,
            String episodes,
            String ratio,
            String interval) {}

    static Expectations of(StudyResult result, List<Treatment> catalogue) {
        Map<String, Treatment> byTag = catalogue.stream()
                .collect(Collectors.toMap(treatment -> treatment.tag().name(), Function.identity()));
        return new Expectations(
                PageNumber.level(result.settings().confidence()),
                result.supplement().treatmentModel().treatments().stream()
                        .map(figures -> row(figures, byTag.get(figures.tag())))
                        .filter(Objects::nonNull)
                        .toList());
    }

    boolean hasRows() {
        return !rows.isEmpty();
    }

    private static @Nullable Row row(TreatmentFigures figures, @Nullable Treatment treatment) {
        if (treatment == null || treatment.expectedOutcome().isBlank()) {
            return null;
        }
        Double ratio = figures.hazardRatio();
        Double lower = figures.hazardRatioLower();
        Double upper = figures.hazardRatioUpper();
        return new Row(
                figures.tag(),
                treatment.expectedOutcome(),
                treatment.idealUse(),
                treatment.complexity(),
                treatment.resources(),
                treatment.source(),
                PageNumber.count(figures.episodesWith()),
                ratio == null ? "\u2013" : PageNumber.ratio(ratio),
                lower == null || upper == null ? "" : PageNumber.ratio(lower) + " to " + PageNumber.ratio(upper));
    }
}
