package org.recoveryreport.domain.study;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.recoveryreport.domain.disclosure.Cell;
import org.recoveryreport.domain.survival.SurvivalCounts;

/**
 * The combinations of some episodes, of the whole study or of a stratum: each has a row of its own or is part of the rest. A
 * long log has very many; so once its counts are told of a table knows where they stand, and nobody has to look for them by
 * name.
 */
final class CombinationTable {
    static final List<String> COLUMNS = List.of(StudyCells.EPISODES, StudyCells.RECOVERED, StudyCells.CENSORED);

    /** Between the parts of a combination. */
    private static final String JOINT = " + ";

    private final String name;
    private final Comparison comparison;
    private final Naming naming;
    private final List<String> rows;
    private final int rest;
    /** Of each group, in the order of the comparison, its episodes and its row; negative = there is no rest. */
    private final long[] episodesOf;

    private final int[] rowOf;
    private final SurvivalCounts[] counts;
    /** By treatment or family, the groups and the rows that are named after it. */
    private final Map<String, BitSet> groupsNaming;

    private final Map<String, BitSet> rowsNaming;
    /** By column and row, the total last; negative = it was not told of. */
    private final int[][] positions;

    /** Names the counts of rows. */
    interface Naming {
        Cell cell(String row, String column);
    }

    /**
     * A table whose counts are not told of yet.
     *
     * @param name of the table
     * @param rows the combinations that have rows, and the rest
     */
    CombinationTable(String name, Comparison comparison, SortedSet<String> rows, Naming naming) {
        this.name = name;
        this.comparison = comparison;
        this.naming = naming;
        this.rows = List.copyOf(rows);
        Map<String, Integer> order = new HashMap<>();
        this.rows.forEach(row -> order.put(row, order.size()));
        rest = order.getOrDefault(TreatmentNames.OTHER, -1);
        episodesOf = new long[comparison.groups().size()];
        rowOf = new int[episodesOf.length];
        counts = new SurvivalCounts[this.rows.size()];
        Arrays.fill(counts, SurvivalCounts.EMPTY);
        SurvivalCounts.Builder others = SurvivalCounts.builder();
        int group = 0;
        for (Map.Entry<String, SurvivalCounts> entry : comparison.groups().entrySet()) {
            int row = order.getOrDefault(entry.getKey(), rest);
            episodesOf[group] = entry.getValue().total();
            rowOf[group++] = row;
            if (row == rest) {
                others.add(entry.getValue());
            } else {
                counts[row] = entry.getValue();
            }
        }
        if (rest >= 0) {
            counts[rest] = others.build();
        }
        groupsNaming = naming(comparison.groups().keySet());
        rowsNaming = naming(this.rows);
        positions = new int[COLUMNS.size()][this.rows.size() + 1];
        for (int[] column : positions) {
            Arrays.fill(column, -1);
        }
    }

    private static Map<String, BitSet> naming(Collection<String> combinations) {
        Map<String, BitSet> naming = new HashMap<>();
        int i = 0;
        for (String combination : combinations) {
            int begin = 0;
            for (int end = combination.indexOf(JOINT); end >= 0; end = combination.indexOf(JOINT, begin)) {
                naming.computeIfAbsent(combination.substring(begin, end), part -> new BitSet())
                        .set(i);
                begin = end + JOINT.length();
            }
            naming.computeIfAbsent(combination.substring(begin), part -> new BitSet())
                    .set(i++);
        }
        return naming;
    }

    String name() {
        return name;
    }

    Comparison comparison() {
        return comparison;
    }

    /** Where a count of a row, or of the total, is published. */
    Cell cell(int row, String column) {
        return naming.cell(row == total() ? TreatmentNames.ALL : rows.get(row), column);
    }

    /** The labels of the rows, by which they are ordered. */
    List<String> rows() {
        return rows;
    }

    /** The order of the rest among them. */
    int rest() {
        return rest;
    }

    /** The order of the total: it follows the rows. */
    int total() {
        return rows.size();
    }

    SurvivalCounts counts(int row) {
        return counts[row];
    }

    /** Says where a count of a row was told of. */
    void told(int row, String column, int position) {
        positions[COLUMNS.indexOf(column)][row] = position;
    }

    /** Where a count of a row was told of; negative = it was not. */
    int position(int row, String column) {
        return positions[COLUMNS.indexOf(column)][row];
    }

    /** Where some rows have a count in a column. */
    int[] positions(int[] some, String column) {
        return IntStream.of(some)
                .map(row -> position(row, column))
                .filter(position -> position >= 0)
                .toArray();
    }

    /** Where some tables have a count in the same row. */
    static int[] positions(List<CombinationTable> alike, int row, String column) {
        return alike.stream()
                .mapToInt(table -> table.position(row, column))
                .filter(position -> position >= 0)
                .toArray();
    }

    /** The rows whose combination names a treatment, or a family; the rest names none. */
    BitSet naming(String label) {
        BitSet naming = (BitSet) rowsNaming.getOrDefault(label, new BitSet()).clone();
        if (rest >= 0) {
            naming.clear(rest);
        }
        return naming;
    }

    /** Those whose combination does not, without the rest. */
    BitSet notNaming(String label) {
        BitSet others = new BitSet();
        others.set(0, rows.size());
        others.andNot(naming(label));
        if (rest >= 0) {
            others.clear(rest);
        }
        return others;
    }

    /**
     * Those whose combination names any of some treatments or families.
     *
     * @param rows those that have rows, in their order
     * @param episodes how many there are
     * @param ofRest how many of these are part of the rest
     */
    record Named(BitSet rows, long episodes, long ofRest) {}

    Named named(Collection<String> labels) {
        BitSet groups = new BitSet();
        labels.forEach(label -> groups.or(groupsNaming.getOrDefault(label, new BitSet())));
        BitSet named = new BitSet();
        long episodes = 0;
        long ofRest = 0;
        for (int group = groups.nextSetBit(0); group >= 0; group = groups.nextSetBit(group + 1)) {
            episodes += episodesOf[group];
            if (rowOf[group] == rest) {
                ofRest += episodesOf[group];
            } else {
                named.set(rowOf[group]);
            }
        }
        return new Named(named, episodes, ofRest);
    }
}
