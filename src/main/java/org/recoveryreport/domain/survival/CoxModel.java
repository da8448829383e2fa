package org.recoveryreport.domain.survival;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cox's proportional hazards model (1972, doi:10.1111/j.2517-6161.1972.tb00899.x) of exposures that may begin over time,
 * with Efron's ties. Equal to R's {@code coxph} on the rows that {@link ExposureCounts} stands for.
 *
 * <p>A covariate that tells nothing is left out and named. So is one whose coefficient has no finite estimate; the others'
 * are then those to which they tend as it runs away ({@link Separation}), with the log partial likelihood of that limit. So no
 * figure is ever enormous because of the computation alone.
 *
 * @param effects one per covariate kept, ascending
 * @param omissions one per covariate left out, ascending
 * @param logLikelihood of the model, partial
 * @param nullLogLikelihood of the model without covariates
 * @param converged whether the last fit reached the maximum
 * @param proportionalHazards whether the effects stay the same over time; null = it cannot be told
 */
public record CoxModel(
        List<Effect> effects,
        List<Omission> omissions,
        double logLikelihood,
        double nullLogLikelihood,
        boolean converged,
        @Nullable ProportionalHazards proportionalHazards)
        implements Serializable {
    public CoxModel {
        effects = List.copyOf(effects);
        omissions = List.copyOf(omissions);
    }

    /**
     * What exposure to a covariate does.
     *
     * @param covariate its number, that of its bit in a pattern
     * @param coefficient logarithm of the hazard ratio
     * @param standardError of the coefficient
     * @param hazardRatio of the event; above 1 = it comes earlier with the exposure
     * @param lower lower end of its confidence interval
     * @param upper upper end of its confidence interval
     * @param pValue Wald's, two-sided, of no effect
     */
    public record Effect(
            int covariate,
            double coefficient,
            double standardError,
            double hazardRatio,
            double lower,
            double upper,
            double pValue)
            implements Serializable {
        static Effect of(int covariate, double coefficient, double error, double z) {
            return new Effect(
                    covariate,
                    coefficient,
                    error,
                    Math.exp(coefficient),
                    Math.exp(coefficient - z * error),
                    Math.exp(coefficient + z * error),
                    ConfidenceLimits.twoSidedP(coefficient / error));
        }
    }

    /** Why a covariate is not part of the model. */
    public enum Cause {
        /** Whenever an event happened, all at risk were exposed alike. */
        CONSTANT,
        /** Exposure to it follows from that to the covariates before it. */
        REDUNDANT,
        /**
         * The likelihood rises without end as its coefficient does, alone or with those of others, as where only the exposed,
         * or none of them, have the event.
         */
        SEPARATED
    }

    /**
     * A covariate left out.
     *
     * @param covariate its number
     * @param cause why
     */
    public record Omission(int covariate, Cause cause) implements Serializable {}

    /**
     * Fits the model.
     *
     * @param strata groups whose baseline hazards may differ; one for a model without strata
     * @param covariates the numbers of those to model, ascending, each in [0, 63]; other bits of a pattern are ignored
     * @param confidence level of the intervals, in (0, 1)
     */
    public static CoxModel fit(List<ExposureCounts> strata, List<Integer> covariates, double confidence) {
        double z = ConfidenceLimits.normalQuantile(confidence);
        for (int i = 0; i < covariates.size(); i++) {
            int least = i == 0 ? 0 : covariates.get(i - 1) + 1;
            if (covariates.get(i) < least || covariates.get(i) >= ExposureCounts.MOST_COVARIATES) {
                throw new IllegalArgumentException("covariates ascend from 0 to 63, not " + covariates);
            }
        }
        List<Omission> omissions = new ArrayList<>();
        PartialLikelihood likelihood = new PartialLikelihood(strata, covariates);
        PartialLikelihood.Value start = likelihood.start();
        List<Integer> telling = PartialLikelihood.independent(start, covariates, omissions);
        if (telling.size() < covariates.size()) {
            likelihood = new PartialLikelihood(strata, telling);
            start = likelihood.start();
        }
        double nullLogLikelihood = start.logLikelihood;
        List<Integer> columns = telling;
        Newton newton = Newton.maximise(likelihood, start);
        Separation separation = null;
        Separation found = newton.mayRunAway() ? Separation.find(strata, telling, newton.coefficients()) : null;
        while (found != null) {
            separation = found;
            columns = found.independent(telling);
            likelihood = new PartialLikelihood(found.strata(), columns);
            newton = Newton.maximise(likelihood, likelihood.start());
            found = newton.mayRunAway()
                    ? Separation.find(found.strata(), telling, spread(newton.coefficients(), columns, telling))
                    : null;
        }
        List<Effect> effects = new ArrayList<>();
        for (int k = 0; k < telling.size(); k++) {
            int covariate = telling.get(k);
            if (separation == null || separation.knows(k)) {
                int at = columns.indexOf(covariate);
                effects.add(Effect.of(covariate, newton.coefficients()[at], newton.error(at), z));
            } else {
                omissions.add(new Omission(covariate, Cause.SEPARATED));
            }
        }
        omissions.sort(Comparator.comparing(Omission::covariate));
        return new CoxModel(
                effects,
                omissions,
                newton.logLikelihood(),
                nullLogLikelihood,
                newton.converged(),
                ProportionalHazards.test(
                        strata,
                        likelihood,
                        newton.coefficients(),
                        columns,
                        effects.stream().map(Effect::covariate).toList()));
    }

    /** With 0 for those that are not among the columns. */
    private static double[] spread(double[] coefficients, List<Integer> columns, List<Integer> covariates) {
        return covariates.stream()
                .mapToDouble(covariate -> columns.contains(covariate) ? coefficients[columns.indexOf(covariate)] : 0)
                .toArray();
    }
}
