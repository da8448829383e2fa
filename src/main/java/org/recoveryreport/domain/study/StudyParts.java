package org.recoveryreport.domain.study;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.recoveryreport.domain.study.StudySettings.CombineBy;
import org.recoveryreport.domain.survival.SurvivalCounts;

/** Divides a study into parts, which are analysed one by one. */
public final class StudyParts {
    private final StudySettings settings;
    private final TreatmentNames tags;
    private final TreatmentNames families;
    private final Labels tagLabels;
    private final Labels familyLabels;

    /**
     * For studies with the same treatments.
     *
     * @param tags names the bits of a mask
     * @param families names the family of each bit
     */
    public StudyParts(StudySettings settings, TreatmentNames tags, TreatmentNames families) {
        this.settings = settings;
        this.tags = tags;
        this.families = families;
        tagLabels = new Labels(tags);
        familyLabels = new Labels(families);
    }

    /**
     * The parts of the whole study, then, if it is stratified, the same parts of each stratum. Those whose figures take longest
     * come first: figures are made side by side, and nobody should wait for a long one at the end.
     *
     * @param byValue the episodes by value of what the study is stratified by; under the empty text those without one, all
     *     where it is not stratified
     */
    public List<StudyPart> of(SortedMap<String, StudyCounts> byValue) {
        List<StudyPart> parts = new ArrayList<>();
        parts.add(startOrders(byValue));
        parts.addAll(parts(List.copyOf(byValue.values())));
        StratifyBy stratifyBy = settings.stratifyBy();
        if (stratifyBy != null) {
            Strata.of(byValue, stratifyBy, settings.minCellCount()).forEach((stratum, counts) -> parts(counts)
                    .forEach(part -> parts.add(new StratumPart(stratum, part))));
        }
        return parts;
    }

    /** Not within strata: an order shown there would tell of those hidden elsewhere. */
    private StartOrders startOrders(SortedMap<String, StudyCounts> byValue) {
        return new StartOrders(
                names(settings.combineBy()),
                StudyCounts.together(List.copyOf(byValue.values())).startOrders());
    }

    /** Of the episodes of several strata, or of one. */
    private List<StudyPart> parts(List<StudyCounts> strata) {
        StudyCounts all = StudyCounts.together(strata);
        Labels labels = labels(settings.combineBy());
        // like is compared with like only where there are unlike ones
        List<StudyCounts> alike = strata.size() > 1 ? strata : List.of();
        List<StudyPart> parts = new ArrayList<>();
        parts.add(new TreatmentHistories(
                tags,
                families,
                all.asUsed(Population.ALL),
                strata.stream().map(StudyCounts::exposures).toList()));
        SensitivityGroups sensitivity = sensitivity(all);
        parts.add(sensitivity);
        for (Population population : populations()) {
            parts.add(new Comparison(
                    Analysis.AS_USED,
                    population,
                    0,
                    labels.groups(all.asUsed(population)),
                    SurvivalCounts.EMPTY,
                    alike.stream()
                            .map(stratum -> labels.groups(stratum.asUsed(population)))
                            .toList()));
        }
        for (int landmark : settings.landmarks()) {
            parts.add(new Comparison(
                    Analysis.LANDMARK,
                    Population.ALL,
                    landmark,
                    sensitivity.groups(settings.combineBy(), landmark),
                    all.everybody().upTo(landmark),
                    alike.stream()
                            .map(stratum -> labels.groups(stratum.atLandmark(landmark)))
                            .toList()));
        }
        parts.add(new Practice(all.practice()));
        for (int landmark : settings.landmarks()) {
            parts.add(new PracticeAtLandmark(landmark, all.practiceAtLandmark(landmark)));
        }
        parts.add(new OnsetMonths(all.months()));
        return parts;
    }

    private SensitivityGroups sensitivity(StudyCounts all) {
        SortedMap<CombineBy, SortedMap<Integer, SortedMap<String, SurvivalCounts>>> groups = new TreeMap<>();
        for (CombineBy combineBy : CombineBy.values()) {
            SortedMap<Integer, SortedMap<String, SurvivalCounts>> landmarks = new TreeMap<>();
            for (int landmark : settings.landmarks()) {
                landmarks.put(landmark, labels(combineBy).groups(all.atLandmark(landmark)));
            }
            groups.put(combineBy, landmarks);
        }
        SortedMap<String, String> familiesOf = new TreeMap<>();
        all.atLandmark().values().forEach(masks -> masks.keySet()
                .forEach(mask -> familiesOf.put(tagLabels.of(mask), familyLabels.of(mask))));
        return new SensitivityGroups(groups, familiesOf);
    }

    private TreatmentNames names(CombineBy combineBy) {
        return switch (combineBy) {
            case TAG -> tags;
            case FAMILY -> families;
        };
    }

    private Labels labels(CombineBy combineBy) {
        return switch (combineBy) {
            case TAG -> tagLabels;
            case FAMILY -> familyLabels;
        };
    }

    private Set<Population> populations() {
        Set<Population> populations = EnumSet.allOf(Population.class);
        if (settings.courseRules().subacuteAfterDays() == null) {
            populations.remove(Population.SUBACUTE);
        }
        return populations;
    }
}
