package org.recoveryreport.domain.study;

/** How treatments divide episodes into groups. */
public enum Analysis {
    /**
     * By every treatment ever used. Who stays ill longer collects more treatments, so this only describes; nothing may be
     * ranked by it.
     */
    AS_USED("as-used"),
    /**
     * By treatments started on or before the landmark day, among episodes still going on after it; time counts from the
     * landmark. Source: Anderson, Cain and Gelber, J Clin Oncol 1983;1:710-719, doi:10.1200/JCO.1983.1.11.710.
     */
    LANDMARK("landmark");

    private final String label;

    Analysis(String label) {
        this.label = label;
    }

    /** The name used in files. */
    public String label() {
        return label;
    }
}
