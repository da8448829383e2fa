package org.recoveryreport.publish.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.publish.Headline;
import org.recoveryreport.publish.PageNumber;

/**
 * What is new in a report, set beside the one before it, in words. A number of episodes by which they differ is said only
 * where it is no small count; else the reader learns that there are about as many.
 */
final class Change {
    private Change() {}

    static String since(Headline before, Headline now) {
        boolean sameEpisodes = now.fingerprint().equals(before.fingerprint());
        List<String> other = new ArrayList<>();
        if (!now.settings().equals(before.settings())) {
            other.add("other settings");
        }
        if (!now.version().equals(before.version())) {
            other.add("another version of Recovery Report");
        }
        if (sameEpisodes && other.isEmpty()) {
            return "the same episodes and settings, nothing changed";
        }
        List<String> figures = figures(before, now, sameEpisodes);
        return (sameEpisodes ? "the same episodes" : "other episodes")
                + (other.isEmpty() ? "" : ", " + String.join(", ", other))
                + (figures.isEmpty() ? "" : ": " + String.join(", ", figures));
    }

    private static List<String> figures(Headline before, Headline now, boolean sameEpisodes) {
        Headline.Figures was = before.all();
        Headline.Figures is = now.all();
        List<String> figures = new ArrayList<>();
        if (was == null || is == null) {
            return figures;
        }
        int smallest = Math.max(before.minCellCount(), now.minCellCount());
        Long episodes = difference(was.episodes(), is.episodes());
        Long recovered = difference(was.recovered(), is.recovered());
        // that the same episodes are as many goes without saying
        boolean sayCounts = !sameEpisodes
                || !Objects.equals(was.episodes(), is.episodes())
                || !Objects.equals(was.recovered(), is.recovered());
        if (sayCounts && episodes != null) {
            boolean mayBeSaid = mayBeSaid(episodes, smallest);
            figures.add(
                    inWords(episodes, mayBeSaid) + (mayBeSaid && Math.abs(episodes) == 1 ? " episode" : " episodes"));
        }
        if (sayCounts && episodes != null && recovered != null) {
            // what is left of both differences are those who had not recovered
            boolean mayBeSaid = mayBeSaid(recovered, smallest) && mayBeSaid(episodes - recovered, smallest);
            figures.add(inWords(recovered, mayBeSaid) + " recovered");
        }
        Double wasMedian = was.medianDays();
        Double isMedian = is.medianDays();
        if (wasMedian != null && isMedian != null) {
            figures.add("half of all recovered by day " + PageNumber.days(isMedian)
                    + (wasMedian.equals(isMedian) ? " as before" : ", before by day " + PageNumber.days(wasMedian)));
        }
        return figures;
    }

    private static @Nullable Long difference(@Nullable Long before, @Nullable Long now) {
        return before == null || now == null ? null : Long.valueOf(now - before);
    }

    private static boolean mayBeSaid(long difference, int smallest) {
        return difference == 0 || Math.abs(difference) >= smallest;
    }

    private static String inWords(long difference, boolean mayBeSaid) {
        if (!mayBeSaid) {
            return "about as many";
        }
        return difference == 0
                ? "as many"
                : PageNumber.count(Math.abs(difference)) + (difference > 0 ? " more" : " fewer");
    }
}
