package org.recoveryreport.staging;

/** Finds which of many numbers come several times. */
final class Repeated {
    /** An open table; 0 marks a free place. */
    private final long[] numbers;

    /**
     * Begins with none.
     *
     * @param most so many will be added, or fewer
     */
    Repeated(int most) {
        numbers = new long[Integer.highestOneBit(Math.max(1, most)) << 2];
    }

    /** Whether the number came before; 0 is taken for 1. */
    boolean add(long number) {
        long sought = number == 0 ? 1 : number;
        int mask = numbers.length - 1;
        int at = (int) sought & mask;
        while (numbers[at] != 0) {
            if (numbers[at] == sought) {
                return true;
            }
            at = (at + 1) & mask;
        }
        numbers[at] = sought;
        return false;
    }
}
