package org.recoveryreport.domain.tagging;

/** Why something that was found in a text does not count as used. */
public enum Reason {
    /** Said not to have been used: "no ice", "never tried yoga". */
    NEGATED("not used"),
    /** Offered and turned down. */
    DECLINED("declined"),
    /** Contraindicated, allergic to, avoided, advised against. */
    CONTRAINDICATED("contraindicated or avoided"),
    /** Considered, planned, referred, awaited: not yet used. */
    PLANNED("planned"),
    /** "Pt" that means the patient. */
    PATIENT("the patient"),
    /** Words that only look like a treatment: "common cold". */
    LOOK_ALIKE("only looks like a treatment");

    private final String label;

    Reason(String label) {
        this.label = label;
    }

    /** For people, in lower case. */
    public String label() {
        return label;
    }
}
