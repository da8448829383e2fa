package org.recoveryreport.domain.survival;

import java.io.Serializable;
import java.util.List;

/**
 * Where a Kaplan-Meier curve and its confidence band lie, of which it is known only how many had the event, and were
 * censored, on stretches of days. The curve at the end of a stretch is the higher, the later people are censored: it is
 * highest if all events of each stretch come first, and lowest if all who may have been censored before them were.
 *
 * <p>The limits of the band reach their extremes where on the last stretch some events come first, then the censored, all or but
 * one or two, then the other events: when the censored are moved past an event, only the number at risk at this event changes,
 * and what one event adds to a limit falls and then rises with that number. Of the stretches before, either extreme curve
 * is the worst. Tried on all orders of small groups, this holds to 1e-4.
 */
public final class Envelope implements Serializable {
    /** More events than this do not come after many have been censored in the order of an extreme limit: few are left. */
    private static final int FEW = 64;

    private static final int FEWEST = 3;

    /** Times as many left as may have been censored early: their order hardly matters then, and wider limits are quick. */
    private static final int MANY = 10;

    private final List<Stretch> stretches;
    private final int followed;

    /**
     * Days on which it is not known what happened when.
     *
     * @param first the first day
     * @param last the last day; somebody had the event on it
     * @param atRisk before the first day, if nobody was censored before who is counted later
     * @param events in the stretch, at least 1
     * @param early how many of those at risk may have been censored before the first event
     */
    public record Stretch(int first, int last, long atRisk, long events, long early) implements Serializable {
        private Stretch withEvents(long some) {
            return new Stretch(first, last, atRisk, some, early);
        }
    }

    /**
     * Of a group.
     *
     * @param stretches without gaps between them, ascending
     * @param followed the day up to which nothing else happened, at least the last one of the stretches
     */
    public Envelope(List<Stretch> stretches, int followed) {
        this.stretches = List.copyOf(stretches);
        this.followed = followed;
    }

    /** The highest that the curve can be after the last day of the {@code i}-th stretch. */
    public double highest(int i) {
        return share(i, false);
    }

    /** The lowest that the curve can be after the last day of the {@code i}-th stretch. */
    public double lowest(int i) {
        return share(i, true);
    }

    private double share(int i, boolean early) {
        Point point = Point.START;
        for (Stretch stretch : stretches.subList(0, i + 1)) {
            point = point.after(stretch.events(), stretch.atRisk() - (early ? stretch.early() : 0));
        }
        return point.survival();
    }

    /** The band: between two stretches' ends the limits are anything between those at the ends. */
    Band band(double z, ConfidenceType type) {
        Band.Builder band = new Band.Builder(2 * stretches.size() + 1);
        Point late = Point.START;
        Point early = Point.START;
        double lower = 1;
        double upper = 1;
        for (Stretch stretch : stretches) {
            Limits limits = new Limits(z, type);
            limits.include(early, late, stretch);
            if (stretch.first() < stretch.last()) {
                Limits within = new Limits(z, type);
                within.include(lower, upper);
                within.include(limits.lower, limits.upper);
                // the first few events move a limit either way
                for (long events = 1; events < Math.min(FEWEST + 1, stretch.events()); events++) {
                    within.include(early, late, stretch.withEvents(events));
                }
                band.add(stretch.first(), Double.isNaN(limits.lower) ? 0 : within.lower, within.upper);
            }
            band.add(stretch.last(), limits.lower, limits.upper);
            late = late.after(stretch.events(), stretch.atRisk());
            early = early.after(stretch.events(), stretch.atRisk() - stretch.early());
            lower = limits.lower;
            upper = limits.upper;
        }
        if (!stretches.isEmpty()
                && followed > stretches.get(stretches.size() - 1).last()) {
            band.add(followed, lower, upper);
        }
        return band.build();
    }

    /**
     * A curve after some events.
     *
     * @param variance Greenwood's, of the logarithm
     */
    private record Point(double survival, double variance) {
        static final Point START = new Point(1, 0);

        /** After events with nobody censored between them. */
        Point after(long events, long atRisk) {
            return events == 0
                    ? this
                    : new Point(
                            survival * ((atRisk - events) / (double) atRisk),
                            variance + KaplanMeier.greenwoodTerm(atRisk, events));
        }
    }

    /** The widest limits of some points; not a number where there are none. */
    private static final class Limits {
        private final double z;
        private final ConfidenceType type;
        private double lower = Double.NaN;
        private double upper = Double.NaN;

        Limits(double z, ConfidenceType type) {
            this.z = z;
            this.type = type;
        }

        /** After a stretch that begins at one of two points. */
        void include(Point early, Point late, Stretch stretch) {
            if (stretch.atRisk() - stretch.events() >= MANY * stretch.early()) {
                includeBetween(
                        early.after(stretch.events(), stretch.atRisk() - stretch.early()),
                        late.after(stretch.events(), stretch.atRisk()));
                return;
            }
            include(late, stretch);
            if (!early.equals(late)) {
                include(early, stretch);
            }
        }

        /** Each limit is monotone, or has no greatest value within, in the curve and in its error. */
        private void includeBetween(Point early, Point late) {
            for (double survival : new double[] {early.survival(), late.survival()}) {
                include(new Point(survival, early.variance()));
                include(new Point(survival, late.variance()));
            }
        }

        private void include(Point start, Stretch stretch) {
            long events = stretch.events();
            include(start.after(events, stretch.atRisk()));
            if (stretch.early() == 0) {
                return;
            }
            // few at risk make the upper limit rise; where nobody is left there are no limits
            boolean fewLeft = stretch.atRisk() - stretch.early() - events < MANY;
            for (long stay = 0; stay < (fewLeft ? Math.min(FEWEST, stretch.early()) : 1); stay++) {
                long gone = stretch.early() - stay;
                include(start.after(events, stretch.atRisk() - gone));
                for (long first = Math.max(1, events - FEW); first < events; first++) {
                    include(start.after(first, stretch.atRisk())
                            .after(events - first, stretch.atRisk() - first - gone));
                }
            }
            if (stretch.atRisk() - stretch.early() == events) {
                lower = 0;
            }
        }

        private void include(Point point) {
            double[] least = new double[1];
            double[] most = new double[1];
            type.band(point.survival(), Math.sqrt(point.variance()), z, least, most, 0);
            include(least[0], most[0]);
        }

        void include(double least, double most) {
            lower = Double.isNaN(lower) || least < lower ? least : lower;
            upper = Double.isNaN(upper) || most > upper ? most : upper;
        }
    }
}
