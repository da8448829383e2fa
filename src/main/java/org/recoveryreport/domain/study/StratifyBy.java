package org.recoveryreport.domain.study;

import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.episode.Characteristics;

/** What a study can be stratified by: like is then compared with like. */
public enum StratifyBy {
    /** As written. */
    SEX,
    /** As written. */
    AGE_BAND,
    /** As written. */
    SITE,
    /** Each of its values, 0 to 10. */
    SEVERITY,
    /** Whether an episode recurs, as is known at its onset: {@link #RECURRENT} or {@link #NOT_RECURRENT}. */
    RECURRENCE;

    /** The stratum of episodes that are chronic by recurrence. */
    public static final String RECURRENT = "recurrent";

    /** The stratum of all other episodes. */
    public static final String NOT_RECURRENT = "not recurrent";

    /** Its name in the settings: that of the log's column where there is one. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The order of strata: by number where the values are numbers, else by text. */
    Comparator<String> order() {
        Comparator<String> byText = Comparator.naturalOrder();
        return switch (this) {
            case SEX, AGE_BAND, SITE, RECURRENCE -> byText;
            case SEVERITY -> Comparator.comparingInt(String::length).thenComparing(byText);
        };
    }

    /**
     * The stratum of an episode by what its own rows say; those of which it is not given make one of their own, the empty
     * text. Of recurrence the patient's other episodes tell, so here it is not given.
     */
    public String stratum(Characteristics characteristics) {
        @Nullable
        Object value =
                switch (this) {
                    case SEX -> characteristics.sex();
                    case AGE_BAND -> characteristics.ageBand();
                    case SITE -> characteristics.site();
                    case SEVERITY -> characteristics.severity();
                    case RECURRENCE -> null;
                };
        return value == null ? "" : value.toString();
    }
}
