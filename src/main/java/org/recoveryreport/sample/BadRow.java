package org.recoveryreport.sample;

/** What can be wrong with a row. A log must lose the episode of such a row, and nothing else. */
public enum BadRow {
    /** The day of recovery lies before onset. */
    RECOVERED_BEFORE_ONSET("recovered before onset", 1),
    /** The last contact lies before onset. */
    LAST_SEEN_BEFORE_ONSET("last seen before onset", 1),
    /** Neither a day of recovery nor a last contact. */
    NO_ENDING("neither recovered nor last seen", 1),
    /** No onset. */
    NO_ONSET("no onset", 1),
    /** No patient. */
    NO_PATIENT("no patient", 1),
    /** A date in no form the log allows. */
    UNREADABLE_ONSET("onset that is no date", 1),
    /** A severity beyond the scale. */
    SEVERITY_OFF_SCALE("severity 11", 1),
    /** A hundred years and more. */
    TOO_LONG("longer than 36,525 days", 1),
    /** The treatment's end lies before its start. */
    ENDED_BEFORE_STARTED("treatment ended before it started", 1),
    /** A field too many, as from a comma that should have been quoted. */
    FIELD_TOO_MANY("a field too many", 1),
    /** Text behind a closing quote. */
    MALFORMED_QUOTES("malformed quotes", 1),
    /** A letter in Latin-1. */
    INVALID_UTF8("invalid UTF-8", 1),
    /** Two rows of an episode disagree. */
    CONFLICTING_ONSETS("two rows with different onsets", 2),
    /** An episode goes on after another one. */
    TWO_PLACES("episode in two places", 2);

    private final String label;
    private final int rowsLost;

    BadRow(String label, int rowsLost) {
        this.label = label;
        this.rowsLost = rowsLost;
    }

    /** What is wrong, in words. */
    public String label() {
        return label;
    }

    /** Rows of the episode, all of which a reader must reject: the bad one, and where it takes two, the innocent one. */
    public int rowsLost() {
        return rowsLost;
    }
}
