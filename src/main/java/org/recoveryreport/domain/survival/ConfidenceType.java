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
     * The limits of a survival probability, undefined where the probability is 0.
     *
     * @param survival the estimate, in [0, 1]
     * @param error standard error of its logarithm
     * @param z the normal quantile of the confidence level
     */
    ConfidenceLimits limits(double survival, double error, double z) {
        if (survival == 0) {
            return ConfidenceLimits.UNDEFINED;
        }
        return switch (this) {
            case LOG_LOG -> {
                if (survival == 1) {
                    yield ConfidenceLimits.UNDEFINED;
                }
                double hazard = -Math.log(survival);
                double factor = Math.exp(z * error / hazard);
                yield new ConfidenceLimits(Math.exp(-hazard * factor), Math.exp(-hazard / factor));
            }
            case LOG -> {
                double factor = Math.exp(z * error);
                yield new ConfidenceLimits(survival / factor, Math.min(survival * factor, 1));
            }
            case PLAIN -> {
                double reach = z * error * survival;
                yield new ConfidenceLimits(Math.max(survival - reach, 0), Math.min(survival + reach, 1));
            }
        };
    }
}
