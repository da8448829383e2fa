package org.recoveryreport.domain.disclosure;

import java.io.Serializable;
import org.recoveryreport.domain.survival.SurvivalCounts;

/**
 * When, of many, those come who have the event, and those who are censored. Nobody is told when within a block of a curve the
 * members of a small group come; to make figures it is taken to be when everybody else does, for most recover early and few
 * late, and to spread them evenly would have them recover too late.
 */
public final class Pace implements Serializable {
    /** As many on one day as on any other. */
    public static final Pace EVEN = new Pace(new long[0], new long[0]);

    private final long[] eventsUpTo;
    private final long[] censoredUpTo;

    private Pace(long[] eventsUpTo, long[] censoredUpTo) {
        this.eventsUpTo = eventsUpTo;
        this.censoredUpTo = censoredUpTo;
    }

    /** That of a group. */
    public static Pace of(SurvivalCounts counts) {
        int days = counts.size() == 0 ? 0 : counts.day(counts.size() - 1) + 1;
        long[] events = new long[days];
        long[] censored = new long[days];
        for (int i = 0; i < counts.size(); i++) {
            events[counts.day(i)] = counts.events(i);
            censored[counts.day(i)] = counts.censored(i);
        }
        for (int day = 1; day < days; day++) {
            events[day] += events[day - 1];
            censored[day] += censored[day - 1];
        }
        return new Pace(events, censored);
    }

    /** How many of some events have come between a day before all of them and a day, to the nearest whole number. */
    long events(long count, int first, int last, int day) {
        return share(eventsUpTo, count, first, last, day);
    }

    /** The same of those censored. */
    long censored(long count, int first, int last, int day) {
        return share(censoredUpTo, count, first, last, day);
    }

    /** The same of those of whom it is only told by which day all are lost; of an even pace, nobody is known to be before. */
    long lost(long count, int first, int last, int day) {
        return censoredUpTo.length == 0 ? 0 : censored(count, first, last, day);
    }

    /** The last day on which anybody is followed; 0 of an even pace. */
    int lastDay() {
        return Math.max(0, censoredUpTo.length - 1);
    }

    private static long share(long[] upTo, long count, int first, int last, int day) {
        long before = at(upTo, first - 1);
        long all = at(upTo, last) - before;
        return all == 0
                ? nearest(count * (day - first + 1), last - first + 1)
                : nearest(Math.multiplyExact(count, at(upTo, day) - before), all);
    }

    /** A quotient rounded: cut off, all would come too late. */
    private static long nearest(long dividend, long divisor) {
        return (dividend + divisor / 2) / divisor;
    }

    private static long at(long[] upTo, int day) {
        return day < 0 || upTo.length == 0 ? 0 : upTo[Math.min(day, upTo.length - 1)];
    }
}
