package org.recoveryreport.domain.study;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the report says beyond the comparison of combinations.
 *
 * @param treatmentModel all treatments in one model
 * @param practice how care compares with the guides
 * @param practiceAtLandmark recovery where care kept to the guides beside that where it did not, by landmark, then check
 * @param pairwise by landmark, then the one combination, then the other
 * @param followUp by population; without those that may not be shown
 * @param recoveredBy how many had recovered by a day, by population, then combination
 * @param months recovery by month of onset, ascending; empty where the log counts study days
 * @param sensitivity by grouping, landmark and combination
 * @param counts what the figures of practice and sensitivity were made from, where that may be shown
 * @param pathways the orders in which treatments began, by combination; empty within a stratum
 */
public record Supplement(
        TreatmentModel treatmentModel,
        PracticeRows practice,
        List<PracticeComparison> practiceAtLandmark,
        List<PairwiseTest> pairwise,
        List<FollowUpFigures> followUp,
        List<RecoveredBy> recoveredBy,
        List<MonthFigures> months,
        List<SensitivityFigures> sensitivity,
        List<DayCount> counts,
        List<Pathway> pathways)
        implements Serializable {
    /** Nothing beyond it. */
    public static final Supplement NONE = new Supplement(
            TreatmentModel.NONE,
            PracticeRows.NONE,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    public Supplement {
        practiceAtLandmark = List.copyOf(practiceAtLandmark);
        pairwise = List.copyOf(pairwise);
        followUp = List.copyOf(followUp);
        recoveredBy = List.copyOf(recoveredBy);
        months = List.copyOf(months);
        sensitivity = List.copyOf(sensitivity);
        counts = List.copyOf(counts);
        pathways = List.copyOf(pathways);
    }

    /** Of the figures of a study; nothing of a kind that it has no part of. */
    static Supplement of(List<StudyFigures> all) {
        List<ComparisonFigures> compared = StudyResult.of(ComparisonFigures.class, all);
        List<PracticeComparisons> practice = StudyResult.of(PracticeComparisons.class, all);
        List<Sensitivity> sensitivity = StudyResult.of(Sensitivity.class, all);
        return new Supplement(
                StudyResult.of(TreatmentModel.class, all).stream().findFirst().orElse(TreatmentModel.NONE),
                StudyResult.of(PracticeRows.class, all).stream().findFirst().orElse(PracticeRows.NONE),
                practice.stream().flatMap(f -> f.rows().stream()).toList(),
                compared.stream().flatMap(f -> f.pairwise().stream()).toList(),
                compared.stream().flatMap(f -> f.followUp().stream()).toList(),
                compared.stream().flatMap(f -> f.recoveredBy().stream()).toList(),
                StudyResult.of(Trend.class, all).stream()
                        .flatMap(f -> f.months().stream())
                        .toList(),
                sensitivity.stream().flatMap(f -> f.figures().stream()).toList(),
                Stream.concat(
                                practice.stream().map(PracticeComparisons::counts),
                                sensitivity.stream().map(Sensitivity::counts))
                        .flatMap(List::stream)
                        .toList(),
                StudyResult.of(Pathways.class, all).stream()
                        .flatMap(f -> f.rows().stream())
                        .toList());
    }
}
