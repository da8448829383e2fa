package org.recoveryreport.domain.survival;

import java.util.Arrays;
import java.util.List;

/**
 * The observed and expected events of the groups of one stratum, and their covariance as a linear map. The covariance of
 * thousands of groups would not fit into memory, but its product with a vector needs no more than the counts: on a day when
 * {@code d} of {@code n} have the event, it is {@code d (n-d)/(n-1)} times that of a single draw from those at risk.
 */
final class LogRankStratum {
    private final List<SurvivalCounts> groups;

    /** By group, for each of its days, the last day with events on or before it; -1 = none. */
    private final int[][] eventDays;

    private final double[] atRisk;

    /** Per day with events: events per head, and the factor of the covariance over the square of those at risk. */
    private final double[] perHead;

    private final double[] spread;

    LogRankStratum(List<SurvivalCounts> groups) {
        this.groups = groups;
        SurvivalCounts.Builder builder = SurvivalCounts.builder();
        groups.forEach(builder::add);
        SurvivalCounts all = builder.build();
        int[] days = new int[all.size()];
        double[] left = new double[all.size()];
        double[] rate = new double[all.size()];
        double[] factor = new double[all.size()];
        int size = 0;
        long remaining = all.total();
        for (int i = 0; i < all.size(); i++) {
            if (all.events(i) > 0) {
                double n = remaining;
                double d = all.events(i);
                days[size] = all.day(i);
                left[size] = n;
                rate[size] = d / n;
                factor[size] = remaining == 1 ? 0 : d * ((n - d) / (n - 1)) / n / n;
                size++;
            }
            remaining -= all.events(i) + all.censored(i);
        }
        int[] eventful = Arrays.copyOf(days, size);
        atRisk = Arrays.copyOf(left, size);
        perHead = Arrays.copyOf(rate, size);
        spread = Arrays.copyOf(factor, size);
        eventDays = groups.stream().map(group -> positions(group, eventful)).toArray(int[][]::new);
    }

    private static int[] positions(SurvivalCounts group, int[] days) {
        int[] positions = new int[group.size()];
        for (int i = 0; i < positions.length; i++) {
            int found = Arrays.binarySearch(days, group.day(i));
            positions[i] = found >= 0 ? found : -found - 2;
        }
        return positions;
    }

    /** Whether a group is at risk when some, but not all, have the event: those who are at all are on the first day. */
    boolean compares(int group) {
        int[] days = eventDays[group];
        return days.length > 0 && days[days.length - 1] >= 0 && spread[0] > 0;
    }

    /** Adds each group's events less those expected. */
    void addExcess(double[] excess) {
        double[] expectedPerHead = upTo(perHead);
        for (int g = 0; g < excess.length; g++) {
            excess[g] += groups.get(g).totalEvents() - overSubjects(g, expectedPerHead);
        }
    }

    /** Adds each group's variance, were it not for its own share in those at risk. */
    void addScale(double[] scale) {
        double[] perHeadAndDay = upTo(times(spread, atRisk));
        for (int g = 0; g < scale.length; g++) {
            scale[g] += overSubjects(g, perHeadAndDay);
        }
    }

    /** Adds the covariance times a vector. */
    void addProduct(double[] vector, double[] product) {
        double[] sums = new double[atRisk.length];
        for (int g = 0; g < vector.length; g++) {
            for (int i = 0; i < eventDays[g].length; i++) {
                if (eventDays[g][i] >= 0) {
                    sums[eventDays[g][i]] += subjects(g, i) * vector[g];
                }
            }
        }
        for (int day = sums.length - 2; day >= 0; day--) {
            sums[day] += sums[day + 1];
        }
        double[] own = upTo(times(spread, atRisk));
        double[] shared = upTo(times(spread, sums));
        for (int g = 0; g < vector.length; g++) {
            product[g] += vector[g] * overSubjects(g, own) - overSubjects(g, shared);
        }
    }

    /** Sums over the subjects of a group what has accumulated by each one's last day. */
    private double overSubjects(int group, double[] accumulated) {
        double sum = 0;
        for (int i = 0; i < eventDays[group].length; i++) {
            if (eventDays[group][i] >= 0) {
                sum += subjects(group, i) * accumulated[eventDays[group][i]];
            }
        }
        return sum;
    }

    private double subjects(int group, int day) {
        SurvivalCounts counts = groups.get(group);
        return counts.events(day) + counts.censored(day);
    }

    private static double[] times(double[] a, double[] b) {
        double[] product = new double[a.length];
        Arrays.setAll(product, i -> a[i] * b[i]);
        return product;
    }

    private static double[] upTo(double[] perDay) {
        double[] sums = perDay.clone();
        for (int day = 1; day < sums.length; day++) {
            sums[day] += sums[day - 1];
        }
        return sums;
    }
}
