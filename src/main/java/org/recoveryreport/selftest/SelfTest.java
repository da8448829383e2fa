package org.recoveryreport.selftest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Published survival analyses, computed anew and set beside the expected figures: those of R's survival package to a
 * relative difference of 10⁻⁹, and those printed in the literature to their last digit.
 */
public final class SelfTest {
    private static final String R = "R";
    private static final Set<String> HEADLINES = Set.of("restricted_mean", "logrank_p", "hazard_ratio");

    private SelfTest() {}

    /**
     * One published data set.
     *
     * @param name short and unique
     * @param title what was studied
     * @param source where it was published
     * @param figures in a defined order, at least one
     */
    public record Case(String name, String title, String source, List<Figure> figures) {
        public Case {
            figures = List.copyOf(figures);
        }

        /** Whether every figure agrees. */
        public boolean agrees() {
            return figures.stream().allMatch(Figure::agrees);
        }

        /** The largest {@link Figure#relativeDifference} from R, whose figures are not rounded; at least 0. */
        public double largestDifference() {
            return figures.stream()
                    .filter(figure -> figure.origin().equals(R))
                    .mapToDouble(Figure::relativeDifference)
                    .max()
                    .orElse(0);
        }
    }

    /**
     * One figure of a data set.
     *
     * @param name which: statistic, its argument and confidence type, and the group if it is about one
     * @param headline whether it is among the few that people quote: medians, means, p-values, hazard ratios
     * @param origin who says what to expect: {@code R}, or a publication
     * @param expected as given there; empty = undefined or not reached
     * @param computed here; null = undefined or not reached
     * @param agrees whether the two are equal but for rounding
     */
    public record Figure(
            String name,
            boolean headline,
            String origin,
            String expected,
            @Nullable Double computed,
            boolean agrees) {
        /** Difference over what is expected; infinite where one of the two is undefined, at least 0. */
        public double relativeDifference() {
            if (expected.isEmpty() || computed == null) {
                return expected.isEmpty() && computed == null ? 0 : Double.POSITIVE_INFINITY;
            }
            double figure = Double.parseDouble(expected);
            return computed == figure ? 0 : Math.abs((computed - figure) / figure);
        }
    }

    /** Computes all cases, always in the same order. */
    public static List<Case> run() {
        Map<String, List<Map<String, String>>> counts = rowsByCase("counts");
        Map<String, List<Map<String, String>>> exposures = rowsByCase("exposures");
        Map<String, List<Map<String, String>>> expected = rowsByCase("expected");
        return Resource.rows("cases").stream()
                .map(row -> {
                    String name = Resource.cell(row, "case");
                    PublishedData data = PublishedData.of(
                            counts.getOrDefault(name, List.of()), exposures.getOrDefault(name, List.of()));
                    List<Figure> figures = expected.getOrDefault(name, List.of()).stream()
                            .map(figure -> figure(figure, data))
                            .toList();
                    return new Case(name, Resource.cell(row, "title"), Resource.cell(row, "source"), figures);
                })
                .toList();
    }

    private static Figure figure(Map<String, String> row, PublishedData data) {
        Double value = data.figure(row);
        Double computed = value == null ? null : Double.valueOf(value / Double.parseDouble(Resource.cell(row, "unit")));
        String origin = Resource.cell(row, "origin");
        String expected = Resource.cell(row, "value");
        String name = List.of("statistic", "argument", "type", "group").stream()
                .map(column -> Resource.cell(row, column))
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining(" "));
        boolean agrees =
                origin.equals(R) ? Agreement.exact(expected, computed) : Agreement.asPrinted(expected, computed);
        String statistic = Resource.cell(row, "statistic");
        boolean headline = HEADLINES.contains(statistic)
                || (statistic.equals("quantile")
                        && Resource.cell(row, "argument").equals("0.5"));
        return new Figure(name, headline, origin, expected, computed, agrees);
    }

    private static Map<String, List<Map<String, String>>> rowsByCase(String table) {
        return Resource.rows(table).stream().collect(Collectors.groupingBy(row -> Resource.cell(row, "case")));
    }
}
