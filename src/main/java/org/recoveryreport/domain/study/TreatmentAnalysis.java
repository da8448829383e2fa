package org.recoveryreport.domain.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.SmallCells;
import org.recoveryreport.domain.survival.CoxModel;
import org.recoveryreport.domain.survival.KaplanMeier;
import org.recoveryreport.domain.survival.ProportionalHazards;
import org.recoveryreport.domain.survival.SurvivalCounts;

/**
 * Models all treatments together. A treatment that fewer than k episodes had, or fewer than k went without, is no part of
 * the model and gets no row.
 */
final class TreatmentAnalysis {
    private final StudySettings settings;
    private final SmallCells smallCells;

    TreatmentAnalysis(StudySettings settings) {
        this.settings = settings;
        this.smallCells = new SmallCells(settings.minCellCount());
    }

    TreatmentModel model(TreatmentHistories histories) {
        List<Integer> modelled = modelled(histories);
        if (modelled.isEmpty()) {
            return TreatmentModel.NONE;
        }
        CoxModel model = CoxModel.fit(histories.strata(), modelled, settings.confidence());
        ProportionalHazards proportional = ProportionalHazards.test(histories.strata(), model);
        List<TreatmentFigures> treatments = new ArrayList<>();
        for (int bit : modelled) {
            treatments.add(figures(histories, bit, model, proportional));
        }
        treatments.sort(Comparator.comparing(TreatmentFigures::tag));
        return new TreatmentModel(
                treatments, model.logLikelihood(), model.nullLogLikelihood(), model.converged(), proportional);
    }

    private List<Integer> modelled(TreatmentHistories histories) {
        long enough = Math.max(1, settings.minCellCount());
        List<Integer> modelled = new ArrayList<>();
        for (int bit = 0; bit < histories.tags().names().size(); bit++) {
            if (number(histories, bit, true) >= enough && number(histories, bit, false) >= enough) {
                modelled.add(bit);
            }
        }
        return modelled;
    }

    private static long number(TreatmentHistories histories, int bit, boolean with) {
        long number = 0;
        for (Map.Entry<Long, SurvivalCounts> group : histories.everUsed().entrySet()) {
            if (((group.getKey() >>> bit & 1) == 1) == with) {
                number += group.getValue().total();
            }
        }
        return number;
    }

    private static SurvivalCounts having(TreatmentHistories histories, int bit, boolean with) {
        SurvivalCounts.Builder counts = SurvivalCounts.builder();
        histories.everUsed().forEach((mask, group) -> {
            if (((mask >>> bit & 1) == 1) == with) {
                counts.add(group);
            }
        });
        return counts.build();
    }

    private TreatmentFigures figures(
            TreatmentHistories histories, int bit, CoxModel model, @Nullable ProportionalHazards proportional) {
        SurvivalCounts with = having(histories, bit, true);
        SurvivalCounts without = having(histories, bit, false);
        boolean hidden = givesAwaySmallCount(histories, bit, with.total(), without.total());
        Map<Integer, CoxModel.Effect> effects = new HashMap<>();
        model.effects().forEach(effect -> effects.put(effect.covariate(), effect));
        Map<Integer, CoxModel.Cause> omissions = new HashMap<>();
        model.omissions().forEach(omission -> omissions.put(omission.covariate(), omission.cause()));
        Map<Integer, Double> departures = new HashMap<>();
        if (proportional != null) {
            proportional.departures().forEach(test -> departures.put(test.covariate(), test.pValue()));
        }
        CoxModel.Effect effect = model.converged() ? effects.get(bit) : null;
        return new TreatmentFigures(
                histories.tags().names().get(bit),
                histories.families().names().get(bit),
                hidden ? null : Long.valueOf(with.total()),
                hidden ? null : Long.valueOf(without.total()),
                median(with),
                median(without),
                effect == null ? null : Double.valueOf(effect.hazardRatio()),
                effect == null ? null : Double.valueOf(effect.lower()),
                effect == null ? null : Double.valueOf(effect.upper()),
                effect == null ? null : Double.valueOf(effect.pValue()),
                omissions.get(bit),
                departures.get(bit));
    }

    /**
     * Whether the count, less that of the published combinations in which the treatment is named, would leave a small count
     * of episodes in those that are rolled up.
     */
    private boolean givesAwaySmallCount(TreatmentHistories histories, int bit, long with, long without) {
        TreatmentNames combinations =
                switch (settings.combineBy()) {
                    case TAG -> histories.tags();
                    case FAMILY -> histories.families();
                };
        Set<String> shown = smallCells
                .rollUp(combinations.groups(histories.everUsed()), TreatmentNames.OTHER)
                .keySet();
        long naming = combinations.bitsNamedLike(bit);
        long named = 0;
        long unnamed = 0;
        for (Map.Entry<Long, SurvivalCounts> group : histories.everUsed().entrySet()) {
            if (shown.contains(combinations.combination(group.getKey()))) {
                boolean names = (group.getKey() & naming) != 0;
                named += names ? group.getValue().total() : 0;
                unnamed += names ? 0 : group.getValue().total();
            }
        }
        return !smallCells.mayShow(Math.abs(with - named)) || !smallCells.mayShow(Math.abs(without - unnamed));
    }

    private @Nullable Double median(SurvivalCounts counts) {
        return KaplanMeier.fit(counts, settings.confidence(), settings.confidenceType())
                .quantile(0.5)
                .estimate();
    }
}
