package org.recoveryreport.publish.page;

/**
 * How much of each table a page holds, so that it loads at once and fits an e-mail whatever the log. The largest groups are
 * what it holds; the others are in files, and it says so.
 *
 * @param rows of a table that stand in the page, at least 1
 * @param packedLetters how long the text may be that holds further rows of a table, packed
 */
record Room(int rows, int packedLetters) {
    /** Enough for thousands of combinations. */
    static final Room USUAL = new Room(100, 240_000);

    private static final int FEWEST_ROWS = 6;

    /** Whether there can be less. */
    boolean canBeHalved() {
        return rows / 2 >= FEWEST_ROWS;
    }

    Room half() {
        return new Room(rows / 2, packedLetters / 2);
    }

    /** How many curves may be chosen. */
    int curves() {
        return 2 * rows;
    }

    /** How many texts that were not recognised are shown. */
    int texts() {
        return 2 * rows;
    }

    /** How many strata are shown. */
    int strata() {
        return rows;
    }
}
