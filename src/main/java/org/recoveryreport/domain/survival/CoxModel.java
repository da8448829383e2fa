package org.recoveryreport.domain.survival;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Cox's proportional hazards model (1972, doi:10.1111/j.2517-6161.1972.tb00899.x) of exposures that may begin over time,
 * with Efron's ties. Equal to R's {@code coxph} on the rows that {@link ExposureCounts} stands for.
 *
 * <p>A covariate that tells nothing, or whose coefficient has no finite estimate, is left out and named, and the others are
 * estimated without it; so no figure is ever enormous because of the computation alone.
 *
 * @param effects one per covariate kept, ascending
 * @param omissions one per covariate left out, ascending
 * @param logLikelihood of the model, partial
 * @param nullLogLikelihood of the model without covariates
 * @param iterations Newton steps of the last fit
 * @param converged whether they reached the maximum
 */
public record CoxModel(
        List<Effect> effects,
        List<Omission> omissions,
        double logLikelihood,
        double nullLogLikelihood,
        int iterations,
        boolean converged)
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
         * With it the likelihood rises without end, as where only the exposed, or none of them, have the event; or it is
         * so flat that the standard error exceeds 10, an interval over 17 powers of ten.
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
        List<Integer> kept = PartialLikelihood.independent(start, covariates, omissions);
        while (true) {
            if (kept.size() < likelihood.covariates()) {
                likelihood = new PartialLikelihood(strata, kept);
                start = likelihood.start();
            }
            Newton newton = Newton.maximise(likelihood, start);
            int separated = newton.mostUncertain();
            if (separated < 0) {
                omissions.sort((a, b) -> Integer.compare(a.covariate(), b.covariate()));
                return newton.model(kept, omissions, z);
            }
            omissions.add(new Omission(kept.get(separated), Cause.SEPARATED));
            kept = new ArrayList<>(kept);
            kept.remove(separated);
        }
    }
}
