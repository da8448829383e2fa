package org.recoveryreport.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Subtracts a report from the one after it, as somebody would who has both: works out by elimination what counts must be
 * tonight that the report does not say, and looks for those that differ by few from what the last report said. Knows the
 * sums of the tables only, and shares no code with what it attacks.
 */
final class ChangesBetweenNights {
    private static final double NOTHING = 1e-9;

    private final JsonNode before;
    private final JsonNode tonight;
    private final Set<String> kept = new LinkedHashSet<>();
    private final Map<String, Double> known = new TreeMap<>();
    private final List<Map<String, Double>> sums = new ArrayList<>();

    private ChangesBetweenNights(PublishedReport before, PublishedReport tonight) {
        this.before = before.report();
        this.tonight = tonight.report();
        for (JsonNode row : PublishedReport.rows(this.tonight, "earlier_counts")) {
            kept.add(named(row));
        }
    }

    /** A count that stays as it was, by the name it has here. */
    private String named(JsonNode earlier) {
        String row = earlier.path("row").asText();
        String scope = "";
        for (JsonNode part : PublishedReport.rows(tonight, "strata")) {
            String ofStratum = part.path("stratum").asText() + ": ";
            if (row.startsWith(ofStratum)) {
                scope = scope(part);
                row = row.substring(ofStratum.length());
            }
        }
        return scope + earlier.path("table").asText() + ": " + row + ", "
                + earlier.path("column").asText().replace(" as published", "");
    }

    /** What the names of a stratum's counts begin with; those of everybody's with nothing. */
    private static String scope(JsonNode part) {
        return part.has("stratum") ? "[" + part.path("stratum").asText() + "] " : "";
    }

    /** Counts that have changed by 1 to k-1, where that can be told. */
    static List<String> found(PublishedReport before, PublishedReport tonight) {
        ChangesBetweenNights attack = new ChangesBetweenNights(before, tonight);
        Map<String, Long> then = attack.counts(attack.before, Set.of());
        attack.counts(attack.tonight, attack.kept).forEach((name, count) -> attack.known.put(name, (double) count));
        attack.relateAll(then.keySet());
        then.putAll(attack.restsAsTheyWere(then));
        attack.eliminate();
        List<String> found = new ArrayList<>();
        then.forEach((name, count) -> {
            Double now = attack.known.get(name);
            double change = now == null ? 0 : Math.abs(now - count);
            if (change > NOTHING && change < tonight.setting("minCellCount") - NOTHING) {
                found.add(name + ": " + count + " then, " + now + " now");
            }
        });
        return found;
    }

    /**
     * Of every rest that was shown, who would be in it tonight if the same combinations had rows as then: all without those. Where
     * then rows and rest were not all there was, some were left out and nobody knows who was in the rest.
     *
     * @return what they were then
     */
    private Map<String, Long> restsAsTheyWere(Map<String, Long> then) {
        Set<String> keptBefore = new LinkedHashSet<>();
        for (JsonNode row : PublishedReport.rows(before, "earlier_counts")) {
            keptBefore.add(named(row));
        }
        Map<String, Long> rests = new LinkedHashMap<>();
        for (Map.Entry<String, Long> count : then.entrySet()) {
            String rest = count.getKey();
            if (rest.contains(", other combinations, ") && !keptBefore.contains(rest)) {
                String[] ends = rest.split("other combinations", 2);
                String scope = rest.startsWith("[") ? rest.substring(0, rest.indexOf("] ") + 2) : "";
                String table = ends[0].substring(scope.length());
                String of = table.substring(table.indexOf(": ") + 2, table.length() - 2);
                List<String> parts = new ArrayList<>(List.of(rest + " as it was"));
                then.keySet().stream()
                        .filter(name -> name.startsWith(ends[0]) && name.endsWith(ends[1]))
                        .filter(name -> !name.equals(rest) && !name.contains(", all, "))
                        .forEach(parts::add);
                String all = scope + total(table, of, ends[1].substring(2));
                long rows = parts.stream()
                        .mapToLong(row -> then.getOrDefault(row, 0L))
                        .sum();
                if (then.getOrDefault(all, 0L) == rows + count.getValue() && !keptBefore.contains(all)) {
                    add(all, parts);
                    rests.put(rest + " as it was", count.getValue());
                }
            }
        }
        return rests;
    }

    /** The counts of a report and of its strata by name, without some. */
    private Map<String, Long> counts(JsonNode report, Set<String> without) {
        Map<String, Long> counts = countsOfPart(report, without);
        for (JsonNode part : PublishedReport.rows(report, "strata")) {
            counts.putAll(countsOfPart(part, without));
        }
        return counts;
    }

    private static Map<String, Long> countsOfPart(JsonNode report, Set<String> without) {
        Map<String, Long> counts = new LinkedHashMap<>();
        String scope = scope(report);
        for (String table : List.of("recovery_by_combination", "overall")) {
            for (JsonNode row : PublishedReport.rows(report, table)) {
                String name = row.path("case_class").asText() + ", "
                        + row.path("combination").asText();
                put(
                        counts,
                        scope + "recovery-by-combination: " + name,
                        row,
                        without,
                        "episodes",
                        "recovered",
                        "censored");
            }
        }
        for (JsonNode row : PublishedReport.rows(report, "landmark_by_combination")) {
            String name = "day " + row.path("landmark_days").asInt() + ", "
                    + row.path("combination").asText();
            put(counts, scope + "landmark-by-combination: " + name, row, without, "episodes", "recovered", "censored");
        }
        for (JsonNode row : PublishedReport.rows(report, "landmark_flows")) {
            String name =
                    scope + "landmark-flows: day " + row.path("landmark_days").asInt();
            put(counts, name, row, without, "recovered_before", "censored_before");
            Long compared = PublishedReport.count(row, "compared");
            String all = scope + "landmark-by-combination: day "
                    + row.path("landmark_days").asInt() + ", all, episodes";
            if (compared != null && !without.contains(all)) {
                counts.put(name + ", compared", compared);
            }
        }
        for (JsonNode row : PublishedReport.rows(report, "recovery_by_treatment")) {
            String name = scope + "recovery-by-treatment: " + row.path("tag").asText();
            put(counts, name, row, without, "episodes_with", "episodes_without");
        }
        for (JsonNode row : PublishedReport.rows(report, "practice_checks")) {
            String name = scope + "practice-checks: " + row.path("case_class").asText() + ", "
                    + row.path("check").asText();
            put(counts, name, row, without, "eligible", "kept", "not_assessable");
        }
        for (JsonNode row : PublishedReport.rows(report, "recovery_by_month")) {
            put(
                    counts,
                    scope + "recovery-by-month: " + row.path("month").asText(),
                    row,
                    without,
                    "episodes",
                    "recovered");
        }
        return counts;
    }

    private static void put(
            Map<String, Long> counts, String name, JsonNode row, Set<String> without, String... columns) {
        for (String column : columns) {
            Long count = PublishedReport.count(row, column);
            if (count != null && !without.contains(name + ", " + column)) {
                counts.put(name + ", " + column, count);
            }
        }
    }

    /** What adds up tonight, whether it is shown or not: in each part by itself, and over the strata. */
    private void relateAll(Set<String> then) {
        Map<String, Set<String>> byScope = new LinkedHashMap<>();
        for (Set<String> some : List.of(then, known.keySet())) {
            for (String name : some) {
                String scope = name.startsWith("[") ? name.substring(0, name.indexOf("] ") + 2) : "";
                byScope.computeIfAbsent(scope, any -> new LinkedHashSet<>()).add(name.substring(scope.length()));
            }
        }
        Set<String> strata = new LinkedHashSet<>(byScope.keySet());
        strata.remove("");
        Set<String> all = new LinkedHashSet<>();
        byScope.forEach((scope, names) -> {
            int first = sums.size();
            relate(names);
            for (int i = first; i < sums.size(); i++) {
                Map<String, Double> scoped = new TreeMap<>();
                sums.get(i).forEach((name, factor) -> scoped.put(scope + name, factor));
                sums.set(i, scoped);
            }
            all.addAll(names);
        });
        if (!strata.isEmpty()) {
            // each table has other combinations of its own
            all.removeIf(name -> name.contains("other combinations"));
            for (String name : all) {
                List<String> parts = new ArrayList<>(List.of("[strata not shown] " + name));
                strata.forEach(scope -> parts.add(scope + name));
                add(name, parts);
            }
        }
    }

    /** What adds up in one part. */
    private void relate(Set<String> names) {
        Map<String, Set<String>> byTable = new LinkedHashMap<>();
        Map<String, Set<String>> byClass = new LinkedHashMap<>();
        for (String name : names) {
            String table = name.substring(0, name.indexOf(": "));
            List<String> parts = List.of(name.substring(name.indexOf(": ") + 2).split(", "));
            String column = parts.get(parts.size() - 1);
            switch (table) {
                case "recovery-by-combination", "landmark-by-combination" -> {
                    String row = name.substring(0, name.lastIndexOf(", "));
                    add(row + ", episodes", List.of(row + ", recovered", row + ", censored"));
                    if (!parts.get(1).equals("all") && !parts.get(1).equals("other combinations")) {
                        byTable.computeIfAbsent(total(table, parts.get(0), column), any -> new LinkedHashSet<>())
                                .add(name);
                    }
                    // each table has other combinations of its own
                    if (table.startsWith("recovery")
                            && !parts.get(0).equals("ALL")
                            && !parts.get(1).equals("other combinations")) {
                        byClass.computeIfAbsent(
                                        table + ": ALL, " + parts.get(1) + ", " + column, any -> new LinkedHashSet<>())
                                .add(name);
                    }
                }
                case "practice-checks" -> {
                    if (!parts.get(0).equals("ALL")) {
                        byClass.computeIfAbsent(
                                        table + ": ALL, " + parts.get(1) + ", " + column, any -> new LinkedHashSet<>())
                                .add(name);
                    }
                }
                case "recovery-by-treatment" -> {
                    String row = name.substring(0, name.lastIndexOf(", "));
                    add(total("", "ALL", "episodes"), List.of(row + ", episodes_with", row + ", episodes_without"));
                }
                case "recovery-by-month" ->
                    byTable.computeIfAbsent(total("", "ALL", column) + " by month", any -> new LinkedHashSet<>())
                            .add(name);
                default -> {
                    String landmark = parts.get(0);
                    for (String end : List.of("recovered", "censored")) {
                        add(
                                total("", "ALL", end),
                                List.of(
                                        "landmark-flows: " + landmark + ", " + end + "_before",
                                        "all of " + landmark + ", " + end));
                    }
                    add(
                            "landmark-flows: " + landmark + ", compared",
                            List.of("all of " + landmark + ", recovered", "all of " + landmark + ", censored"));
                }
            }
        }
        byTable.forEach((whole, parts) -> {
            List<String> all = new ArrayList<>(parts);
            all.add("not listed: " + whole);
            add(whole.replace(" by month", ""), all);
        });
        int classes = tonight.path("settings").path("subacuteAfterDays").isNull() ? 3 : 4;
        byClass.forEach((whole, parts) -> {
            if (parts.size() == classes) {
                add(whole, List.copyOf(parts));
            }
        });
    }

    private static String total(String table, String of, String column) {
        if (!table.startsWith("landmark")) {
            return "recovery-by-combination: " + of + ", all, " + column;
        }
        return column.equals("episodes") ? "landmark-flows: " + of + ", compared" : "all of " + of + ", " + column;
    }

    private void add(String whole, List<String> parts) {
        Map<String, Double> sum = new TreeMap<>();
        sum.put(whole, -1.0);
        parts.forEach(part -> sum.put(part, 1.0));
        sums.add(sum);
    }

    /** Gauss and Jordan's elimination: whatever is left alone in a sum is known. */
    private void eliminate() {
        List<Map<String, Double>> done = new ArrayList<>();
        for (Map<String, Double> sum : sums) {
            Map<String, Double> left = new TreeMap<>();
            sum.forEach((name, factor) -> left.merge(
                    known.containsKey(name) ? "" : name,
                    known.containsKey(name) ? factor * known.get(name) : factor,
                    Double::sum));
            for (Map<String, Double> other : done) {
                subtract(left, other, pivot(other));
            }
            String pivot = pivot(left);
            if (pivot != null) {
                double by = left.get(pivot);
                left.replaceAll((name, factor) -> factor / by);
                done.forEach(other -> subtract(other, left, pivot));
                done.add(left);
            }
        }
        for (Map<String, Double> sum : done) {
            String pivot = pivot(sum);
            if (pivot != null && sum.keySet().stream().allMatch(name -> name.isEmpty() || name.equals(pivot))) {
                known.put(pivot, -sum.getOrDefault("", 0.0));
            }
        }
    }

    private static @Nullable String pivot(Map<String, Double> sum) {
        return sum.keySet().stream().filter(name -> !name.isEmpty()).findFirst().orElse(null);
    }

    private static void subtract(Map<String, Double> from, Map<String, Double> sum, @Nullable String pivot) {
        Double times = pivot == null ? null : from.get(pivot);
        if (times != null) {
            sum.forEach((name, factor) -> from.merge(name, -times * factor, Double::sum));
            from.entrySet().removeIf(entry -> !entry.getKey().isEmpty() && Math.abs(entry.getValue()) < NOTHING);
        }
    }
}
