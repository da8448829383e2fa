package org.recoveryreport.domain.study;

import static org.recoveryreport.domain.study.StudyCells.RECOVERED;

import java.util.Arrays;
import java.util.List;
import org.recoveryreport.domain.disclosure.Cell;
import org.recoveryreport.domain.disclosure.LinkedTables;
import org.recoveryreport.domain.disclosure.Worth;

/**
 * What there is to say of the counts of one study, the whole or a stratum: how many there are, by the name they have in the
 * whole, and what they add up to, by position.
 */
final class StratumCells {
    private final LinkedTables counts;
    private final String stratum;

    /**
     * A study without counts yet.
     *
     * @param counts get what is said
     * @param stratum empty = the whole study
     */
    StratumCells(LinkedTables counts, String stratum) {
        this.counts = counts;
        this.stratum = stratum;
    }

    boolean isOfWhole() {
        return stratum.isEmpty();
    }

    /** The same count of this study. */
    Cell cell(Cell ofWhole) {
        return StudyCells.in(stratum, ofWhole);
    }

    /** Where the same count of this study stands; negative = it was not told of. */
    int position(Cell ofWhole) {
        return counts.position(cell(ofWhole));
    }

    /** The count at a position, 0 where there is none. */
    long value(int position) {
        return position < 0 ? 0 : counts.value(position);
    }

    /** What some counts come to. */
    long total(int... positions) {
        long total = 0;
        for (int position : positions) {
            total += value(position);
        }
        return total;
    }

    /** Tells of a count of this study; returns its position. */
    int count(Cell ofWhole, long value, Worth worth) {
        return add(cell(ofWhole), value, worth);
    }

    /** The same of one that stands in no table. */
    int neverShown(Cell ofWhole, long value) {
        return count(ofWhole, value, Worth.NEVER_SHOWN);
    }

    /** The same of one that is named as it is in this study. */
    int add(Cell cell, long value, Worth worth) {
        return counts.add(cell, value, worth);
    }

    void sum(int whole, int... parts) {
        counts.sum(whole, parts);
    }

    /** As {@link LinkedTables#sumMindedLast}. */
    void sumMindedLast(int whole, int... parts) {
        counts.sumMindedLast(whole, parts);
    }

    /** Where some onsets are no dates, parts make up less than the whole, as no reader can know. */
    void sumIfTrue(int whole, int... parts) {
        if (value(whole) == total(parts)) {
            sum(whole, parts);
        }
    }

    /** Says that counts are part of another, if all are there. */
    void within(int whole, int... parts) {
        boolean areThere = whole >= 0 && parts.length > 0;
        for (int part : parts) {
            areThere &= part >= 0;
        }
        if (areThere && value(whole) >= total(parts)) {
            counts.addRest(whole, parts);
        }
    }

    /** Says that where one count is hidden another has to be hidden too. */
    void hide(int other, int where) {
        counts.hide(other, where);
    }

    /** Where one of some counts is hidden, or that without which they are not there, all of them are. */
    void hideTogether(int[] some, int where) {
        int before = where;
        for (int position : some) {
            hide(position, before);
            before = position;
        }
        if (some.length > 0) {
            hide(some[0], before);
        }
    }

    /** The episodes of a row, and what divides them; returns where they stand. */
    int[] row(Cell episodes, long recovered, long censored, List<String> divisions, Worth worth, Worth detail) {
        int[] positions = new int[1 + divisions.size()];
        positions[0] = add(episodes, recovered + censored, worth);
        for (int i = 0; i < divisions.size(); i++) {
            String column = divisions.get(i);
            positions[i + 1] = add(episodes.beside(column), column.equals(RECOVERED) ? recovered : censored, detail);
        }
        divide(positions[0], Arrays.copyOfRange(positions, 1, positions.length));
        return positions;
    }

    /** The divisions of a row are shown all or none, and only where their sum is. */
    void divide(int whole, int... parts) {
        sum(whole, parts);
        for (int part : parts) {
            hide(part, whole);
            for (int other : parts) {
                if (other != part) {
                    hide(other, part);
                }
            }
        }
    }

    static int[] plus(int[] positions, int another) {
        int[] more = Arrays.copyOf(positions, positions.length + 1);
        more[positions.length] = another;
        return more;
    }
}
