package org.recoveryreport.staging;

import java.util.Arrays;

/** Finds which of many numbers come several times. */
final class Repeated {
    private long[] numbers = new long[1 << 10];
    private int size;

    void add(long number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    /** Those added so many times or more, ascending. */
    long[] atLeast(int times) {
        Arrays.sort(numbers, 0, size);
        long[] found = new long[size / times];
        int count = 0;
        int from = 0;
        for (int i = 1; i <= size; i++) {
            if (i == size || numbers[i] != numbers[from]) {
                if (i - from >= times) {
                    found[count++] = numbers[from];
                }
                from = i;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
