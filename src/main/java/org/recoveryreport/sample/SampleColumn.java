package org.recoveryreport.sample;

import java.util.Arrays;
import java.util.Locale;

/** The columns of a sample log, in their order, which is that of a row's fields. */
@SuppressWarnings("EnumOrdinal")
enum SampleColumn {
    EPISODE_ID,
    PATIENT_ID,
    ONSET,
    RECOVERED,
    LAST_SEEN,
    TREATMENT,
    STARTED,
    ENDED,
    AGE_BAND,
    SEX,
    SEVERITY,
    SITE,
    RED_FLAGS;

    static final int COUNT = values().length;

    static String[] header() {
        return Arrays.stream(values())
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    void set(String[] row, String value) {
        row[ordinal()] = value;
    }
}
