package org.recoveryreport.chance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.course.CourseRules;
import org.recoveryreport.domain.study.Analysis;
import org.recoveryreport.domain.study.Comparison;
import org.recoveryreport.domain.study.ComparisonFigures;
import org.recoveryreport.domain.study.LandmarkFigures;
import org.recoveryreport.domain.study.Population;
import org.recoveryreport.domain.study.StudySettings;
import org.recoveryreport.domain.survival.ConfidenceType;
import org.recoveryreport.domain.survival.KaplanMeier;
import org.recoveryreport.domain.survival.LogRank;
import org.recoveryreport.domain.survival.LogRankTest;
import org.recoveryreport.domain.survival.Quantile;
import org.recoveryreport.domain.survival.RestrictedMean;
import org.recoveryreport.domain.survival.RestrictedMeanDifference;
import org.recoveryreport.domain.survival.SurvivalCounts;

/**
 * Counts over simulated logs how often the published intervals hold the truth and how often the published tests see a
 * difference: where no treatment does anything, and where one does. Prints the tables of
 * {@code src/docs/behaviour-under-chance.md}.
 *
 * <p>Arguments: rounds (2,000) and seed (1).
 */
@NullMarked
public final class Chance {
    private static final double MEAN_DAYS = 30;
    private static final int HORIZON = 84;
    private static final int LANDMARK = 14;
    private static final int NEVER = Integer.MAX_VALUE;
    private static final List<Integer> SIZES = List.of(30, 100, 300, 1_000);
    /** Until when everybody is followed at most. */
    private static final List<Integer> LONGEST = List.of(NEVER, 100, 40);

    private static final List<String> TREATMENTS = List.of("cold", "massage", "nsaid");
    private static final StudySettings SETTINGS = new StudySettings(
            new CourseRules(84, null, 3, 365),
            StudySettings.CombineBy.TAG,
            LANDMARK,
            HORIZON,
            0.95,
            ConfidenceType.LOG_LOG,
            11);

    private final int rounds;
    private final Random random;

    private Chance(int rounds, long seed) {
        this.rounds = rounds;
        this.random = new Random(seed);
    }

    /** Runs the simulation. */
    public static void main(String[] args) {
        Chance chance = new Chance(
                args.length > 0 ? Integer.parseInt(args[0]) : 2_000, args.length > 1 ? Long.parseLong(args[1]) : 1);
        chance.intervals();
        chance.equalGroups();
        chance.tests(800);
        chance.tests(4_000);
    }

    private void intervals() {
        row("episodes", "censored", "median, log-log", "median, log", "median, plain", "mean days ill");
        row("---", "---", "---", "---", "---", "---");
        for (int size : SIZES) {
            for (int longest : LONGEST) {
                intervals(size, longest);
            }
        }
    }

    /** Two groups of one size that recover alike. */
    private void equalGroups() {
        row("episodes in each group", "censored", "log-rank test", "difference in mean days");
        row("---", "---", "---", "---");
        for (int size : SIZES) {
            for (int longest : LONGEST) {
                equalGroups(size, longest);
            }
        }
    }

    private void equalGroups(int size, int longest) {
        int tests = 0;
        int differences = 0;
        long censored = 0;
        for (int round = 0; round < rounds; round++) {
            SurvivalCounts one = group(size, longest);
            SurvivalCounts other = group(size, longest);
            censored += one.totalCensored();
            LogRankTest test = LogRank.test(List.of(one, other));
            tests += test != null && test.pValue() < 0.05 ? 1 : 0;
            RestrictedMeanDifference difference = RestrictedMeanDifference.between(one, other, HORIZON, 0.95);
            differences += difference != null && (difference.lower() > 0 || difference.upper() < 0) ? 1 : 0;
        }
        row(Integer.toString(size), censored(censored, size), percent(tests), percent(differences));
    }

    private String censored(long count, int size) {
        return Math.round(100.0 * count / rounds / size) + " %";
    }

    /** Episodes are followed for a number of days drawn evenly up to {@code longest}. */
    private SurvivalCounts group(int size, int longest) {
        SurvivalCounts.Builder builder = SurvivalCounts.builder();
        for (int i = 0; i < size; i++) {
            int day = recovery();
            int end = longest == NEVER ? NEVER : random.nextInt(longest);
            builder.add(Math.min(day, end), day <= end ? 1 : 0, day <= end ? 0 : 1);
        }
        return builder.build();
    }

    private void intervals(int size, int longest) {
        double truth = Math.floor(MEAN_DAYS * Math.log(2));
        ConfidenceType[] types = ConfidenceType.values();
        int[] held = new int[types.length];
        int meansHeld = 0;
        long censored = 0;
        for (int round = 0; round < rounds; round++) {
            SurvivalCounts group = group(size, longest);
            censored += group.totalCensored();
            for (int type = 0; type < types.length; type++) {
                Quantile median = KaplanMeier.fit(group, 0.95, types[type]).quantile(0.5);
                held[type] += holds(median.lower(), median.upper(), truth) ? 1 : 0;
            }
            RestrictedMean mean =
                    KaplanMeier.fit(group, 0.95, ConfidenceType.PLAIN).restrictedMean(HORIZON);
            double error = mean == null ? 0 : 1.959963984540054 * mean.standardError();
            meansHeld += mean != null && Math.abs(mean.mean() - meanTo(mean.horizonDays())) <= error ? 1 : 0;
        }
        row(
                Integer.toString(size),
                censored(censored, size),
                percent(held[0]),
                percent(held[1]),
                percent(held[2]),
                percent(meansHeld));
    }

    private static boolean holds(@Nullable Double lower, @Nullable Double upper, double truth) {
        return (lower == null || lower <= truth) && (upper == null || truth <= upper);
    }

    /** Recovery on day d or earlier is as likely as an exponential time below d + 1. */
    private static double meanTo(int horizon) {
        double mean = 0;
        for (int day = 0; day < horizon; day++) {
            mean += Math.exp(-(day + 1) / MEAN_DAYS);
        }
        return mean;
    }

    private void tests(int size) {
        row(size + " episodes", "nothing works", "cold works (hazard ratio 1.5)");
        row("---", "---", "---");
        Rejections none = rejections(size, 1);
        Rejections cold = rejections(size, 1.5);
        row("landmark: log-rank test of all groups", percent(none.overall), percent(cold.overall));
        row("landmark: any combination after Holm", percent(none.anyHolm), percent(cold.anyHolm));
        row("landmark: difference in mean days, a combination with cold",
                share(none.differences, none.compared),
                share(cold.differences, cold.compared));
        row("of these, fewer days with cold",
                share(none.fewer, none.differences),
                share(cold.fewer, cold.differences));
        row("as used: log-rank test of all groups", percent(none.asUsed), percent(cold.asUsed));
        row("as used: cold looks slower than none", percent(none.slower), percent(cold.slower));
    }

    private static final class Rejections {
        int overall;
        int anyHolm;
        int compared;
        int differences;
        int fewer;
        int asUsed;
        int slower;
    }

    private Rejections rejections(int size, double hazardRatio) {
        Rejections found = new Rejections();
        for (int round = 0; round < rounds; round++) {
            SortedMap<String, SurvivalCounts.Builder> used = new TreeMap<>();
            SortedMap<String, SurvivalCounts.Builder> begun = new TreeMap<>();
            for (int i = 0; i < size; i++) {
                episode(hazardRatio, used, begun);
            }
            count(found, figures(Analysis.LANDMARK, LANDMARK, begun));
            ComparisonFigures asUsed = figures(Analysis.AS_USED, 0, used);
            Double p = asUsed.test().pValue();
            found.asUsed += p != null && p < 0.05 ? 1 : 0;
            found.slower += mean(asUsed, "cold") > mean(asUsed, "none") ? 1 : 0;
        }
        return found;
    }

    private void episode(
            double hazardRatio,
            SortedMap<String, SurvivalCounts.Builder> used,
            SortedMap<String, SurvivalCounts.Builder> begun) {
        int[] starts = TREATMENTS.stream()
                .mapToInt(treatment -> random.nextInt(2) == 0 ? NEVER : random.nextInt(40))
                .toArray();
        int day = recovery();
        if (hazardRatio != 1 && day > starts[0]) {
            // from the start on the days that are left pass faster
            day = starts[0] + 1 + (int) (exponential() / hazardRatio);
        }
        int end = random.nextInt(300);
        int last = Math.min(day, end);
        int event = day <= end ? 1 : 0;
        used.computeIfAbsent(label(starts, last), label -> SurvivalCounts.builder())
                .add(last, event, 1 - event);
        if (last > LANDMARK) {
            begun.computeIfAbsent(label(starts, LANDMARK), label -> SurvivalCounts.builder())
                    .add(last - LANDMARK, event, 1 - event);
        }
    }

    private static String label(int[] starts, int by) {
        TreeSet<String> begun = new TreeSet<>();
        for (int i = 0; i < starts.length; i++) {
            if (starts[i] <= by) {
                begun.add(TREATMENTS.get(i));
            }
        }
        return begun.isEmpty() ? "none" : String.join(" + ", begun);
    }

    private static ComparisonFigures figures(
            Analysis analysis, int landmark, SortedMap<String, SurvivalCounts.Builder> builders) {
        SortedMap<String, SurvivalCounts> groups = new TreeMap<>();
        builders.forEach((label, builder) -> groups.put(label, builder.build()));
        return new Comparison(analysis, Population.ALL, landmark, groups, SurvivalCounts.EMPTY).figures(SETTINGS);
    }

    private static void count(Rejections found, ComparisonFigures landmark) {
        Double overall = landmark.test().pValue();
        found.overall += overall != null && overall < 0.05 ? 1 : 0;
        List<Double> holm = new ArrayList<>();
        for (LandmarkFigures row : landmark.landmarks()) {
            Double pHolm = row.logrankPHolm();
            if (pHolm != null) {
                holm.add(pHolm);
            }
            Double lower = row.rmstDifferenceLower();
            Double upper = row.rmstDifferenceUpper();
            if (row.combination().contains("cold") && lower != null && upper != null) {
                found.compared++;
                found.differences += lower > 0 || upper < 0 ? 1 : 0;
                found.fewer += upper < 0 ? 1 : 0;
            }
        }
        found.anyHolm += holm.stream().anyMatch(p -> p < 0.05) ? 1 : 0;
    }

    private static double mean(ComparisonFigures figures, String combination) {
        return figures.combinations().stream()
                .filter(row -> row.combination().equals(combination))
                .map(row -> row.rmstDays())
                .mapToDouble(mean -> mean == null ? Double.NaN : mean)
                .findFirst()
                .orElse(Double.NaN);
    }

    private int recovery() {
        return (int) exponential();
    }

    private double exponential() {
        return -MEAN_DAYS * Math.log(1 - random.nextDouble());
    }

    private String percent(int count) {
        return share(count, rounds);
    }

    private static String share(int count, int of) {
        return of == 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100.0 * count / of);
    }

    private static void row(String... cells) {
        System.out.println("| " + String.join(" | ", cells) + " |");
    }
}
