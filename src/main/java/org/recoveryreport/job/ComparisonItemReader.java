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
import org.recoveryreport.domain.study.Population;
import org.recoveryreport.domain.study.StudySettings;
import org.recoveryreport.domain.study.TreatmentNames;
import org.recoveryreport.domain.survival.SurvivalCounts;
import org.recoveryreport.staging.StagedCounts;

/** Reads the groups to compare, as counts; an item is a {@link Comparison}: as used by population, then each landmark. */
@Dependent
@Named("comparisonItemReader")
public class ComparisonItemReader implements ItemReader {
    private final Run run;
    private List<Comparison> comparisons = List.of();
    private int next;

    @Inject
    public ComparisonItemReader(Run run) {
        this.run = run;
    }

    @Override
    public void open(@Nullable Serializable checkpoint) {
        next = checkpoint instanceof Integer read ? read : 0;
        StudySettings settings = run.settings().study();
        TreatmentNames names = Catalogues.of(run.settings()).names(settings.combineBy());
        comparisons = new ArrayList<>();
        try (StagedCounts counts = new StagedCounts(run.staging())) {
            Map<Population, Map<Long, SurvivalCounts>> asUsed = counts.asUsed();
            for (Population population : populations(settings)) {
                Map<Long, SurvivalCounts> groups = asUsed.getOrDefault(population, Map.of());
                comparisons.add(
                        new Comparison(Analysis.AS_USED, population, 0, labelled(names, groups), SurvivalCounts.EMPTY));
            }
            SurvivalCounts.Builder everybody = SurvivalCounts.builder();
            asUsed.getOrDefault(Population.ALL, Map.of()).values().forEach(everybody::add);
            SurvivalCounts all = everybody.build();
            for (int landmark : settings.landmarks()) {
                comparisons.add(new Comparison(
                        Analysis.LANDMARK,
                        Population.ALL,
                        landmark,
                        labelled(names, counts.atLandmark(landmark)),
                        all.upTo(landmark)));
            }
        }
    }

    @Override
    public @Nullable Object readItem() {
        return next < comparisons.size() ? comparisons.get(next++) : null;
    }

    @Override
    public Serializable checkpointInfo() {
        return next;
    }

    @Override
    public void close() {
        comparisons = List.of();
    }

    private static Set<Population> populations(StudySettings settings) {
        Set<Population> populations = EnumSet.allOf(Population.class);
        if (settings.courseRules().subacuteAfterDays() == null) {
            populations.remove(Population.SUBACUTE);
        }
        return populations;
    }

    /** Masks of one label, such as tags of one family, make one group. */
    private static SortedMap<String, SurvivalCounts> labelled(TreatmentNames names, Map<Long, SurvivalCounts> groups) {
        SortedMap<String, SurvivalCounts> labelled = new TreeMap<>();
        groups.forEach((mask, counts) -> labelled.merge(names.combination(mask), counts, SurvivalCounts::plus));
        return labelled;
    }
}
