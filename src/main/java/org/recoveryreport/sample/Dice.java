package org.recoveryreport.sample;

import java.util.SplittableRandom;

/**
 * All chance of a sample log. Only {@link SplittableRandom#nextLong()} and strict arithmetic are used, so that a seed
 * means the same on every machine.
 */
final class Dice {
    private final SplittableRandom source;

    Dice(long seed) {
        this.source = new SplittableRandom(seed);
    }

    /** Uniform in [0, 1). */
    double unit() {
        return (source.nextLong() >>> 11) * 0x1p-53;
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** Uniform in [0, bound). */
    int below(int bound) {
        return (int) (unit() * bound);
    }

    /** Exponential with mean 1. */
    double exponential() {
        return -StrictMath.log(1 - unit());
    }

    /** Whole days, at least 0, memoryless; the mean is about half a day less than given. */
    int days(double mean) {
        return (int) (mean * exponential());
    }
}
