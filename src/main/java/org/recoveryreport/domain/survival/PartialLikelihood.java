package org.recoveryreport.domain.survival;

import java.util.ArrayList;
import java.util.List;

/** A Cox model's log partial likelihood and its derivatives, summed over the days and strata. */
final class PartialLikelihood {
    /** A covariate whose variance among those at risk is a smaller share than this of an event has none: it is rounding. */
    private static final double NO_VARIANCE = 1e-12;

    private final List<RiskSets> strata;
    private final int covariates;

    PartialLikelihood(List<ExposureCounts> strata, List<Integer> columns) {
        this.strata =
                strata.stream().map(counts -> new RiskSets(counts, columns)).toList();
        this.covariates = columns.size();
    }

    /** The value and derivatives at one point. */
    static final class Value {
        final double[] score;
        final double[][] information;
        double logLikelihood;
        long events;

        private Value(int covariates) {
            score = new double[covariates];
            information = new double[covariates][];
            for (int i = 0; i < covariates; i++) {
                information[i] = new double[i + 1];
            }
        }

        private void add(long events, double logLikelihood, double[] score, double[][] information) {
            this.events += events;
            this.logLikelihood += logLikelihood;
            for (int i = 0; i < score.length; i++) {
                this.score[i] += score[i];
                for (int j = 0; j <= i; j++) {
                    this.information[i][j] += information[i][j];
                }
            }
        }
    }

    int covariates() {
        return covariates;
    }

    /** Without any effect. */
    Value start() {
        return at(new double[covariates]);
    }

    Value at(double[] coefficients) {
        Value value = new Value(covariates);
        visit(
                coefficients,
                (day, events, logLikelihood, score, information) ->
                        value.add(events, logLikelihood, score, information));
        return value;
    }

    /** Visits the days with events of all strata. */
    void visit(double[] coefficients, RiskSets.Day visitor) {
        strata.forEach(stratum -> stratum.visit(coefficients, visitor));
    }

    /**
     * Those of the covariates that vary among those at risk, and do not follow from the ones before them.
     *
     * @param start the likelihood of all of them without any effect
     * @param omissions to which the others are added
     */
    static List<Integer> independent(Value start, List<Integer> covariates, List<CoxModel.Omission> omissions) {
        Cholesky information = Cholesky.of(start.information);
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < covariates.size(); i++) {
            if (start.information[i][i] <= NO_VARIANCE * start.events) {
                omissions.add(new CoxModel.Omission(covariates.get(i), CoxModel.Cause.CONSTANT));
            } else if (information.leftOut(i)) {
                omissions.add(new CoxModel.Omission(covariates.get(i), CoxModel.Cause.REDUNDANT));
            } else {
                kept.add(covariates.get(i));
            }
        }
        return kept;
    }
}
