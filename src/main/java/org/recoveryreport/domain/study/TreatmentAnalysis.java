package org.recoveryreport.domain.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.Rounding;
import org.recoveryreport.domain.survival.CoxModel;
import org.recoveryreport.domain.survival.ProportionalHazards;
import org.recoveryreport.domain.survival.SurvivalCounts;

/**
 * Models all treatments together. A treatment that fewer than k episodes had, or fewer than k went without, is no part of
 * the model and gets no row.
 */
final class TreatmentAnalysis {
    private final StudySettings settings;
    private final Release release;
    private final Rounding rounding;

    TreatmentAnalysis(StudySettings settings, Release release) {
        this.settings = settings;
        this.release = release;
        this.rounding = release.rounding();
    }

    TreatmentModel model(TreatmentHistories histories) {
        List<Integer> modelled = modelled(histories);
        if (modelled.isEmpty()) {
            return TreatmentModel.NONE;
        }
        SurvivalCounts.Builder everybody = SurvivalCounts.builder();
        histories.everUsed().values().forEach(everybody::add);
        SurvivalCounts all = everybody.build();
        boolean isShown = release.showsTest(all);
        CoxModel model = CoxModel.fit(histories.strata(), isShown ? modelled : List.of(), settings.confidence());
        ProportionalHazards proportional = model.proportionalHazards();
        List<TreatmentFigures> treatments = new ArrayList<>();
        for (int bit : modelled) {
            SurvivalCounts with = having(histories, bit);
            treatments.add(figures(histories, bit, with, others(all, with), model, proportional));
        }
        treatments.sort(Comparator.comparing(TreatmentFigures::tag));
        return new TreatmentModel(
                treatments,
                isShown ? rounding.test(model.logLikelihood()) : null,
                isShown ? rounding.test(model.nullLogLikelihood()) : null,
                model.converged(),
                proportional == null ? null : rounded(proportional));
    }

    private ProportionalHazards rounded(ProportionalHazards proportional) {
        return new ProportionalHazards(
                proportional.departures().stream()
                        .map(departure -> new ProportionalHazards.Departure(
                                departure.covariate(),
                                Objects.requireNonNull(rounding.test(departure.chiSquared())),
                                Objects.requireNonNull(rounding.test(departure.pValue()))))
                        .toList(),
                Objects.requireNonNull(rounding.test(proportional.chiSquared())),
                proportional.degreesOfFreedom(),
                Objects.requireNonNull(rounding.test(proportional.pValue())));
    }

    private List<Integer> modelled(TreatmentHistories histories) {
        long enough = Math.max(1, settings.minCellCount());
        long[] with = histories.episodesWith();
        long everybody = histories.episodes();
        List<Integer> modelled = new ArrayList<>();
        for (int bit = 0; bit < with.length; bit++) {
            if (with[bit] >= enough && everybody - with[bit] >= enough) {
                modelled.add(bit);
            }
        }
        return modelled;
    }

    private static SurvivalCounts having(TreatmentHistories histories, int bit) {
        SurvivalCounts.Builder counts = SurvivalCounts.builder();
        histories.everUsed().forEach((mask, group) -> {
            if ((mask >>> bit & 1) == 1) {
                counts.add(group);
            }
        });
        return counts.build();
    }

    /** Most go without most treatments: it is less work to take away those who had one. */
    private static SurvivalCounts others(SurvivalCounts everybody, SurvivalCounts group) {
        SurvivalCounts.Builder others = SurvivalCounts.builder();
        int next = 0;
        for (int i = 0; i < everybody.size(); i++) {
            boolean shared = next < group.size() && group.day(next) == everybody.day(i);
            others.add(
                    everybody.day(i),
                    everybody.events(i) - (shared ? group.events(next) : 0),
                    everybody.censored(i) - (shared ? group.censored(next) : 0));
            next += shared ? 1 : 0;
        }
        return others.build();
    }

    private TreatmentFigures figures(
            TreatmentHistories histories,
            int bit,
            SurvivalCounts with,
            SurvivalCounts without,
            CoxModel model,
            @Nullable ProportionalHazards proportional) {
        String tag = histories.tags().names().get(bit);
        boolean shown = release.shows(StudyCells.treatment(tag, StudyCells.EPISODES_WITH));
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
                tag,
                histories.families().names().get(bit),
                shown ? (Long) with.total() : null,
                shown ? (Long) without.total() : null,
                median(with),
                median(without),
                effect == null ? null : rounding.test(effect.hazardRatio()),
                effect == null ? null : rounding.test(effect.lower()),
                effect == null ? null : rounding.test(effect.upper()),
                effect == null ? null : rounding.test(effect.pValue()),
                omissions.get(bit),
                rounding.test(departures.get(bit)));
    }

    private @Nullable Double median(SurvivalCounts counts) {
        return release.curve(counts, 0, release.pace(Population.ALL, 0), settings)
                .quantile(0.5)
                .estimate();
    }
}
