package org.recoveryreport.domain.study;

import static org.recoveryreport.domain.study.StudyCells.EPISODES;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.recoveryreport.domain.disclosure.Cell;
import org.recoveryreport.domain.disclosure.Worth;
import org.recoveryreport.domain.tagging.Tag;

/** The counts of those with a treatment and without, and what combinations tell of them by their names. */
final class TreatmentTables {
    private final StratumCells cells;
    /** What stands for a treatment in the labels of combinations: itself, or its family. */
    private final SortedMap<String, String> labelOf;

    /**
     * Nothing told yet.
     *
     * @param labelOf what stands for a treatment in the labels of combinations, where that is not itself
     */
    TreatmentTables(StratumCells cells, SortedMap<String, String> labelOf) {
        this.cells = cells;
        this.labelOf = labelOf;
    }

    void add(TreatmentHistories histories, Map<Population, CombinationTable> asUsed) {
        CombinationTable everybody = asUsed.get(Population.ALL);
        if (everybody != null) {
            new TreeSet<>(labelOf.values()).forEach(label -> asUsed.values().forEach(table -> addLabel(label, table)));
        }
        List<String> tags = histories.tags().names();
        long episodes = histories.episodes();
        long[] with = histories.episodesWith();
        for (int bit = 0; bit < with.length; bit++) {
            int having = withAndWithout(tags.get(bit), with[bit], episodes - with[bit]);
            if (everybody != null) {
                allWith(everybody, tags.get(bit), having);
            }
        }
    }

    /** Of all episodes; shown both or neither. */
    private int withAndWithout(String tag, long with, long without) {
        int having = cells.count(StudyCells.treatment(tag, StudyCells.EPISODES_WITH), with, Worth.ROW);
        int missing = cells.count(StudyCells.treatment(tag, StudyCells.EPISODES_WITHOUT), without, Worth.ROW);
        cells.hide(having, missing);
        cells.hide(missing, having);
        int all = cells.position(StudyCells.asUsed(Population.ALL, TreatmentNames.ALL, EPISODES));
        if (all >= 0) {
            cells.sum(all, having, missing);
        }
        return having;
    }

    /** What stands for a treatment in the labels of combinations. */
    String label(String tag) {
        return labelOf.getOrDefault(tag, tag);
    }

    /** Those whose combination names a treatment, or a family, and those whose does not. */
    void addLabel(String label, CombinationTable table) {
        CombinationTable.Named named = table.named(List.of(label));
        int all = table.position(table.total(), EPISODES);
        int others = table.position(table.rest(), EPISODES);
        int having = named(table, label, "with", named.episodes());
        int without = named(table, label, "without", cells.value(all) - named.episodes());
        cells.sum(all, having, without);
        int othersHaving = named(table, label, "rest_with", named.ofRest());
        int othersWithout = named(table, label, "rest_without", cells.value(others) - named.ofRest());
        // who is in the rest and not named so is in no other sum to be minded first
        cells.sumMindedLast(others, othersHaving, othersWithout);
        cells.sum(having, StratumCells.plus(episodes(table, table.naming(label)), othersHaving));
        // it follows: whoever is in a row or the rest is in one that is named so, or in one that is not
        cells.sumMindedLast(without, StratumCells.plus(episodes(table, table.notNaming(label)), othersWithout));
    }

    private int named(CombinationTable table, String label, String column, long episodes) {
        return cells.neverShown(StudyCells.named(table.name(), label, column), episodes);
    }

    private static int[] episodes(CombinationTable table, BitSet rows) {
        return rows.stream().map(row -> table.position(row, EPISODES)).toArray();
    }

    /** Says that a count is that of those with a treatment, who are all of its family where it is the only one of it. */
    void allWith(CombinationTable table, String tag, int count) {
        int having = having(table, tag);
        boolean isAlone = Collections.frequency(labelOf.values(), labelOf.get(tag)) == 1;
        if (isAlone && having >= 0) {
            cells.sumIfTrue(having, count);
        } else {
            cells.within(having, count);
        }
    }

    /** Says that a count is one of some of those with a treatment. */
    void someWith(CombinationTable table, String tag, int count) {
        cells.within(having(table, tag), count);
    }

    /** Those with a treatment, or with one of its family where combinations are made of these. */
    private int having(CombinationTable table, String tag) {
        return cells.position(StudyCells.named(table.name(), label(tag), "with"));
    }

    /** Says that a count is that of the episodes with any of some treatments, if combinations tell who these are. */
    void anyOf(CombinationTable table, List<Tag> treatments, Cell count) {
        List<String> tags = treatments.stream().map(Tag::name).toList();
        Set<String> labels = tags.stream().map(this::label).collect(Collectors.toSet());
        boolean areOthersNamedAlike = labelOf.entrySet().stream()
                .anyMatch(tag -> labels.contains(tag.getValue()) && !tags.contains(tag.getKey()));
        CombinationTable.Named named = table.named(labels);
        int whole = cells.position(count);
        if (!areOthersNamedAlike && cells.value(whole) == named.episodes()) {
            int others = cells.neverShown(count.beside(count.column() + " in the rest"), named.ofRest());
            cells.sum(whole, StratumCells.plus(episodes(table, named.rows()), others));
            cells.within(table.position(table.rest(), EPISODES), others);
        }
    }
}
