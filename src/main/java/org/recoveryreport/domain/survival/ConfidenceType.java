package org.recoveryreport.domain.survival;

/** The scale on which a confidence interval of a survival probability is symmetric. */
public enum ConfidenceType {
    /** log(-log S); the default of SAS, lifelines and scikit-survival. */
    LOG_LOG("log-log"),
    /** log S; the default of R's survfit. */
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
}
