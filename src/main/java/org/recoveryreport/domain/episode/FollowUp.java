package org.recoveryreport.domain.episode;

import java.io.Serializable;

/**
 * How long an episode was followed and how that ended.
 *
 * @param days whole days from onset to the first day of recovery, or to the last contact where there was no recovery; in
 *     {@code [0, }{@value #LONGEST_DAYS}{@code ]}
 * @param recovered true: recovery was seen on that day; false: still ill then, so censored there
 */
public record FollowUp(int days, boolean recovered) implements Serializable {
    /** A hundred years: longer is a slip of the pen, not an episode. */
    public static final int LONGEST_DAYS = 36_525;

    public FollowUp {
        if (days < 0 || days > LONGEST_DAYS) {
            throw new IllegalArgumentException("an episode lasts 0 to " + LONGEST_DAYS + " days, not " + days);
        }
    }
}
