package org.recoveryreport.sample;

/**
 * What a sample log is to be like.
 *
 * @param episodes how many, at least 1
 * @param seed of all chance: equal settings give equal bytes
 * @param startYear the year in which all onsets lie, 1900 to 2200
 * @param studyDays true: days are numbered from 0, the first day of the year; false: ISO dates
 * @param treatmentsWork false: no treatment changes the recovery, as in a trial of the report itself
 * @param badRowsPercent bad rows per hundred rows written, 0 to 100
 */
public record SampleSettings(
        long episodes, long seed, int startYear, boolean studyDays, boolean treatmentsWork, double badRowsPercent) {
    /** Onsets lie within this many days; leap days are not used. */
    public static final int ONSET_DAYS = 365;

    /** On this day, counted from the first of the year, the log was drawn: who was still ill is censored by then. */
    public static final int LAST_DAY = 455;

    public SampleSettings {
        if (episodes < 1) {
            throw new IllegalArgumentException("episodes is at least 1, not " + episodes);
        }
        if (startYear < 1900 || startYear > 2200) {
            throw new IllegalArgumentException("start-year lies between 1900 and 2200, not at " + startYear);
        }
        if (!(badRowsPercent >= 0 && badRowsPercent <= 100)) {
            throw new IllegalArgumentException("bad-rows lies between 0 and 100, not at " + badRowsPercent);
        }
    }

    /** Good rows with dates in 2025, and treatments with their stated effects. */
    public static SampleSettings of(long episodes, long seed) {
        return new SampleSettings(episodes, seed, 2025, false, true, 0);
    }

    /** The same with study days instead of dates. */
    public SampleSettings inStudyDays() {
        return new SampleSettings(episodes, seed, startYear, true, treatmentsWork, badRowsPercent);
    }

    /** The same with treatments that change nothing. */
    public SampleSettings withoutEffect() {
        return new SampleSettings(episodes, seed, startYear, studyDays, false, badRowsPercent);
    }

    /** The same with bad rows. */
    public SampleSettings withBadRows(double percent) {
        return new SampleSettings(episodes, seed, startYear, studyDays, treatmentsWork, percent);
    }
}
