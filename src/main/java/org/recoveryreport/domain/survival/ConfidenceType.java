package org.recoveryreport.domain.survival;

/** The scale on which a confidence interval of a survival probability is symmetric. */
public enum ConfidenceType {
    /** log(-log S); the default of SAS, lifelines and scikit-survival. Undefined while S = 1. */
    LOG_LOG("log-log"),
    /** log S, cut off at 1; the default of R's survfit. */
    LOG("log"),
    /** S itself, cut off at 0 and 1. */
    PLAIN("plain");

    private final String label;

    ConfidenceType(String label) {
        this.label = label;
    }

    /** The name used in parameters and reports. */
    public String label() {
        return label;
    }

    /**
     * Puts the limits of a survival probability into a band; not a number where the probability is 0, or they are undefined
     * for another reason.
     *
     * @param survival the estimate, in [0, 1]
     * @param error standard error of its logarithm
     * @param z the normal quantile of the confidence level
     * @param at where in the band
     */
    void band(double survival, double error, double z, double[] lower, double[] upper, int at) {
        lower[at] = Double.NaN;
        upper[at] = Double.NaN;
        if (survival == 0) {
            return;
        }
        switch (this) {
            case LOG_LOG -> {
                if (survival < 1) {
                    double hazard = -Math.log(survival);
                    double factor = Math.exp(z * error / hazard);
                    lower[at] = Math.exp(-hazard * factor);
                    upper[at] = Math.exp(-hazard / factor);
                }
            }
            case LOG -> {
                double factor = Math.exp(z * error);
                lower[at] = survival / factor;
                upper[at] = Math.min(survival * factor, 1);
            }
            case PLAIN -> {
                double reach = z * error * survival;
                lower[at] = Math.max(survival - reach, 0);
                upper[at] = Math.min(survival + reach, 1);
            }
        }
    }
}
