package org.recoveryreport.domain.study;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What of strata is decided over: everything, or rows of combinations of all cases. A combination without a row of its own is
 * part of the rest of every stratum, and nothing can be told of it there: however the strata divide the rest among them, each
 * combination of it can be divided so that it agrees.
 *
 * @param rows by landmark, 0 = as used: the combinations that have rows, the rest and those without a treatment always among
 *     them; null = everything is decided over
 */
record OfStrata(@Nullable SortedMap<Integer, SortedSet<String>> rows) implements Serializable {
    static final OfStrata EVERYTHING = new OfStrata(null);
    static final OfStrata NOTHING = new OfStrata(Collections.emptySortedMap());

    /** Untreated episodes are followed from table to table. */
    private static final List<String> ALWAYS = List.of(TreatmentNames.NONE, TreatmentNames.OTHER);

    /** Of every comparison of all cases, the combinations of which a stratum has as many episodes. */
    static OfStrata combinations(Iterable<? extends StudyPart> parts, int least) {
        return combinations(parts, (stratum, landmark, combination, episodes) -> episodes >= least);
    }

    /** Of every comparison of all cases, the combinations of which an earlier report shows a row in a stratum. */
    static OfStrata shownIn(EarlierReport earlier, Iterable<? extends StudyPart> parts) {
        return combinations(parts, (stratum, landmark, combination, episodes) -> earlier.counts()
                .containsKey(StudyCells.in(stratum, StudyCells.group(landmark, combination, StudyCells.EPISODES))));
    }

    private interface Row {
        boolean isWanted(String stratum, int landmark, String combination, long episodes);
    }

    private static OfStrata combinations(Iterable<? extends StudyPart> parts, Row row) {
        SortedMap<Integer, SortedSet<String>> rows = new TreeMap<>();
        for (StudyPart part : parts) {
            if (part instanceof StratumPart of
                    && of.part() instanceof Comparison comparison
                    && comparison.population() == Population.ALL) {
                int landmark = comparison.landmarkDays();
                SortedSet<String> ofLandmark = rows.computeIfAbsent(landmark, any -> new TreeSet<>(ALWAYS));
                comparison.groups().forEach((combination, counts) -> {
                    if (row.isWanted(of.stratum(), landmark, combination, counts.total())) {
                        ofLandmark.add(combination);
                    }
                });
            }
        }
        return new OfStrata(rows);
    }

    /** Whether there is nothing to decide over. */
    boolean isNothing() {
        return rows != null && rows.isEmpty();
    }

    /** How many rows there are, of one stratum. */
    int size() {
        return combinations().values().stream().mapToInt(Set::size).sum();
    }

    /** Whether a part of the study of a stratum is decided over. */
    boolean includes(StudyPart part) {
        return rows == null
                || (part instanceof Comparison comparison
                        && comparison.population() == Population.ALL
                        && rows.containsKey(comparison.landmarkDays()));
    }

    /** The rows of a comparison, of those that the whole study has. */
    SortedSet<String> rowsOf(Comparison comparison, SortedSet<String> ofWhole) {
        if (rows == null) {
            return ofWhole;
        }
        SortedSet<String> both = new TreeSet<>(ofWhole);
        both.retainAll(rows.getOrDefault(comparison.landmarkDays(), Collections.emptySortedSet()));
        return both;
    }

    /** These and others. */
    OfStrata and(OfStrata others) {
        if (rows == null || others.rows == null) {
            return EVERYTHING;
        }
        SortedMap<Integer, SortedSet<String>> both = new TreeMap<>(rows);
        others.rows.forEach((landmark, ofLandmark) -> both.merge(landmark, ofLandmark, (some, more) -> {
            SortedSet<String> all = new TreeSet<>(some);
            all.addAll(more);
            return all;
        }));
        return new OfStrata(both);
    }

    /** Only the combinations that are among some of their landmark. */
    OfStrata where(Map<Integer, Set<String>> kept) {
        return changed((landmark, rows) -> rows.retainAll(kept.getOrDefault(landmark, Set.of())));
    }

    /** Without the combinations that are among some of their landmark. */
    OfStrata without(Map<Integer, Set<String>> some) {
        return changed((landmark, rows) -> rows.removeAll(some.getOrDefault(landmark, Set.of())));
    }

    private OfStrata changed(BiConsumer<Integer, SortedSet<String>> change) {
        SortedMap<Integer, SortedSet<String>> left = new TreeMap<>();
        combinations().forEach((landmark, ofLandmark) -> {
            SortedSet<String> those = new TreeSet<>(ofLandmark);
            change.accept(landmark, those);
            those.addAll(ALWAYS);
            left.put(landmark, those);
        });
        return new OfStrata(left);
    }

    /** Without the latest landmark. */
    OfStrata withFewerLandmarks() {
        SortedMap<Integer, SortedSet<String>> all = combinations();
        return new OfStrata(all.isEmpty() ? all : new TreeMap<>(all.headMap(all.lastKey())));
    }

    private SortedMap<Integer, SortedSet<String>> combinations() {
        return rows == null ? Collections.emptySortedMap() : rows;
    }
}
