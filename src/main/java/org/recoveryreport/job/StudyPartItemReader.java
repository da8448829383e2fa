package org.recoveryreport.job;

import jakarta.batch.api.chunk.ItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.study.Analysis;
import org.recoveryreport.domain.study.Comparison;
import org.recoveryreport.domain.study.OnsetMonths;
import org.recoveryreport.domain.study.Population;
import org.recoveryreport.domain.study.Practice;
import org.recoveryreport.domain.study.SensitivityGroups;
import org.recoveryreport.domain.study.StudyPart;
import org.recoveryreport.domain.study.StudySettings;
import org.recoveryreport.domain.study.StudySettings.CombineBy;
import org.recoveryreport.domain.study.TreatmentHistories;
import org.recoveryreport.domain.study.TreatmentNames;
import org.recoveryreport.domain.survival.SurvivalCounts;
import org.recoveryreport.staging.StagedCounts;

/**
 * Reads what figures are made of, as counts; an item is a {@link StudyPart}: the comparisons as used by population and at
 * each landmark, then the treatments, the practice checks and the months of onset, then the landmarks once more by either
 * grouping.
 */
@Dependent
@Named("studyPartItemReader")
public class StudyPartItemReader implements ItemReader {
    private final Run run;
    private List<StudyPart> parts = List.of();
    private int next;

    @Inject
    public StudyPartItemReader(Run run) {
        this.run = run;
    }

    @Override
    public void open(@Nullable Serializable checkpoint) {
        next = checkpoint instanceof Integer read ? read : 0;
        StudySettings settings = run.settings().study();
        Catalogues catalogues = Catalogues.of(run.settings());
        TreatmentNames names = catalogues.names(settings.combineBy());
        parts = new ArrayList<>();
        try (StagedCounts counts = new StagedCounts(run.staging())) {
            Map<Population, Map<Long, SurvivalCounts>> asUsed = counts.asUsed();
            boolean stratified = settings.stratifyBy() != null;
            List<Map<Population, Map<Long, SurvivalCounts>>> strata = stratified ? counts.asUsedByStratum() : List.of();
            for (Population population : populations(settings)) {
                Map<Long, SurvivalCounts> groups = asUsed.getOrDefault(population, Map.of());
                parts.add(new Comparison(
                        Analysis.AS_USED,
                        population,
                        0,
                        names.groups(groups),
                        SurvivalCounts.EMPTY,
                        strata.stream()
                                .map(stratum -> names.groups(stratum.getOrDefault(population, Map.of())))
                                .toList()));
            }
            Map<Long, SurvivalCounts> everUsed = asUsed.getOrDefault(Population.ALL, Map.of());
            SurvivalCounts.Builder everybody = SurvivalCounts.builder();
            everUsed.values().forEach(everybody::add);
            SurvivalCounts all = everybody.build();
            SortedMap<CombineBy, SortedMap<Integer, SortedMap<String, SurvivalCounts>>> sensitivity = new TreeMap<>();
            for (int landmark : settings.landmarks()) {
                Map<Long, SurvivalCounts> begun = counts.atLandmark(landmark);
                for (CombineBy combineBy : CombineBy.values()) {
                    sensitivity
                            .computeIfAbsent(combineBy, by -> new TreeMap<>())
                            .put(landmark, catalogues.names(combineBy).groups(begun));
                }
                parts.add(new Comparison(
                        Analysis.LANDMARK,
                        Population.ALL,
                        landmark,
                        names.groups(begun),
                        all.upTo(landmark),
                        stratified
                                ? counts.atLandmarkByStratum(landmark).stream()
                                        .map(names::groups)
                                        .toList()
                                : List.of()));
            }
            parts.add(new TreatmentHistories(
                    catalogues.names(CombineBy.TAG), catalogues.names(CombineBy.FAMILY), everUsed, counts.exposures()));
            parts.add(new Practice(counts.practice()));
            parts.add(new OnsetMonths(counts.byMonth()));
            parts.add(new SensitivityGroups(sensitivity));
        }
    }

    @Override
    public @Nullable Object readItem() {
        return next < parts.size() ? parts.get(next++) : null;
    }

    @Override
    public Serializable checkpointInfo() {
        return next;
    }

    @Override
    public void close() {
        parts = List.of();
    }

    private static Set<Population> populations(StudySettings settings) {
        Set<Population> populations = EnumSet.allOf(Population.class);
        if (settings.courseRules().subacuteAfterDays() == null) {
            populations.remove(Population.SUBACUTE);
        }
        return populations;
    }
}
