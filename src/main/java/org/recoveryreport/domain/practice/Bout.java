package org.recoveryreport.domain.practice;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.episode.TreatmentEntry;
import org.recoveryreport.domain.tagging.EntryDetails;
import org.recoveryreport.domain.tagging.EntryDetails.Range;

/**
 * How long a treatment went on without a break.
 *
 * @param startDay days from onset; null = unknown
 * @param days length; null = unknown
 */
record Bout(@Nullable Integer startDay, @Nullable Range days) implements Serializable {
    private static final double HOURS_A_DAY = 24;
    private static final double MINUTES_A_DAY = 24 * 60;
    /** Less than a day, as dates can tell it: it ended on the day it began. */
    private static final double PART_OF_A_DAY = 0.5;

    /**
     * From the dates, which say what happened; where one is missing, from the text. The length is the number of days from
     * start to end, as recovery is counted: begun on day 0 and ended on day 2 is two days.
     */
    static Bout of(TreatmentEntry entry, EntryDetails details) {
        Integer start = entry.startDay();
        Integer end = entry.endDay();
        if (start != null && end != null) {
            double days = Math.max(end - start, PART_OF_A_DAY);
            return new Bout(start, new Range(days, days));
        }
        return new Bout(start, daysSaid(details));
    }

    /**
     * What was known of it at the end of a day: of one that went on for longer, that it had lasted until then; of one whose
     * start is unknown, nothing.
     */
    Bout asOf(int day) {
        if (startDay == null || days == null) {
            return new Bout(startDay, null);
        }
        return startDay + days.most() <= day
                ? this
                : new Bout(
                        startDay,
                        new Range(
                                Math.max(Math.min(days.least(), day - startDay), PART_OF_A_DAY),
                                Double.POSITIVE_INFINITY));
    }

    /** "For 2 days"; hours count as the length of a course from a day upwards: "bed rest 24 h", "for 48 hours". */
    private static @Nullable Range daysSaid(EntryDetails details) {
        if (details.days() != null) {
            return details.days();
        }
        Range hours = details.everyHours();
        if (hours != null && hours.least() >= HOURS_A_DAY) {
            return new Range(hours.least() / HOURS_A_DAY, hours.most() / HOURS_A_DAY);
        }
        Range minutes = details.minutesASession();
        if (minutes != null && minutes.least() >= MINUTES_A_DAY) {
            return new Range(minutes.least() / MINUTES_A_DAY, minutes.most() / MINUTES_A_DAY);
        }
        return null;
    }

    /**
     * Whether a treatment went on for no more than a number of days. Bouts that overlap or touch are one; so may be bouts on
     * neighbouring days and bouts of which the start is unknown. Kept if the longest that may have been is within the limit,
     * broken if the shortest that must have been is not, otherwise in doubt.
     */
    static Verdict atMost(int limitDays, List<Bout> bouts) {
        if (bouts.isEmpty()) {
            return Verdict.NOT_ELIGIBLE;
        }
        if (longestCertain(bouts) > limitDays) {
            return Verdict.BROKEN;
        }
        boolean allKnown = bouts.stream().allMatch(bout -> bout.days != null);
        return allKnown && longestPossible(bouts) <= limitDays ? Verdict.KEPT : Verdict.NOT_ASSESSABLE;
    }

    private static double longestCertain(List<Bout> bouts) {
        List<Span> spans = new ArrayList<>();
        double unplaced = 0;
        for (Bout bout : bouts) {
            if (bout.startDay != null && bout.days != null) {
                spans.add(new Span(bout.startDay, bout.startDay + bout.days.least()));
            } else if (bout.days != null) {
                unplaced = Math.max(unplaced, bout.days.least());
            }
        }
        return Math.max(unplaced, Span.longest(spans, 0));
    }

    private static double longestPossible(List<Bout> bouts) {
        List<Span> spans = new ArrayList<>();
        double unplaced = 0;
        for (Bout bout : bouts) {
            if (bout.startDay != null && bout.days != null) {
                spans.add(new Span(bout.startDay, bout.startDay + bout.days.most()));
            } else if (bout.days != null) {
                unplaced += bout.days.most();
            }
        }
        return unplaced + Span.longest(spans, 1);
    }

    private record Span(double start, double end) {
        /** The longest run of spans that are no more than a gap apart, days; 0 without a span. */
        static double longest(List<Span> spans, double gap) {
            spans.sort(Comparator.comparingDouble(Span::start));
            double longest = 0;
            double runStart = Double.NaN;
            double runEnd = Double.NEGATIVE_INFINITY;
            for (Span span : spans) {
                if (span.start > runEnd + gap) {
                    runStart = span.start;
                    runEnd = span.end;
                }
                runEnd = Math.max(runEnd, span.end);
                longest = Math.max(longest, runEnd - runStart);
            }
            return longest;
        }
    }
}
