package org.recoveryreport.staging;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers values that many episodes have in common, so that each is kept once and not with every episode. When very many are
 * different they are forgotten from time to time: then a value stands under several numbers, which does no harm.
 */
final class Numbering<T> {
    private static final int REMEMBERED = 1 << 16;

    private final Map<T, Integer> numbers = new HashMap<>();
    private int next;

    /** Begins with a number that no value has yet. */
    Numbering(int first) {
        this.next = first;
    }

    /** Keeps a value under its number. */
    interface Keeper<T> {
        void keep(int number, T value) throws SQLException;
    }

    /** The number of a value, which is given to the keeper where it is new. */
    int of(T value, Keeper<T> keeper) throws SQLException {
        Integer known = numbers.get(value);
        if (known != null) {
            return known;
        }
        if (numbers.size() == REMEMBERED) {
            numbers.clear();
        }
        keeper.keep(next, value);
        numbers.put(value, next);
        return next++;
    }
}
