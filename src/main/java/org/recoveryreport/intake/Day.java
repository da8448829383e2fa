package org.recoveryreport.intake;

import org.recoveryreport.domain.episode.TimeScale;

/**
 * Reads days by hand: they are more than half of a log's cells. A result is a day as {@link
 * org.recoveryreport.domain.episode.Onset#day} counts it, or, beyond every int, what is wrong with the cell.
 */
final class Day {
    /** Neither a date nor a whole number. */
    static final long UNREADABLE = Long.MAX_VALUE;
    /** A day too far away to be meant. */
    static final long BEYOND_SENSE = Long.MAX_VALUE - 1;
    /** A day of the other scale. */
    static final long OTHER_SCALE = Long.MAX_VALUE - 2;

    /** Holds Julian day numbers, and no date written as YYYYMMDD. */
    private static final long LAST_STUDY_DAY = 10_000_000;

    private static final int[] DAYS_BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

    private Day() {}

    /** Whether a reading is a day, and not what is wrong. */
    static boolean isDay(long reading) {
        return reading < OTHER_SCALE;
    }

    /** Whether a cell is a day of either scale. */
    static boolean isDay(String cell) {
        return isDay(date(cell)) || isDay(studyDay(cell));
    }

    /** Reads a trimmed cell. */
    static long read(String cell, TimeScale scale) {
        boolean calendar = scale == TimeScale.CALENDAR;
        long reading = calendar ? date(cell) : studyDay(cell);
        if (reading == UNREADABLE && (calendar ? studyDay(cell) : date(cell)) != UNREADABLE) {
            return OTHER_SCALE;
        }
        return reading;
    }

    /** The reason to reject a cell whose reading is not a day. */
    static RejectionReason reason(long reading, TimeScale scale) {
        boolean calendar = scale == TimeScale.CALENDAR;
        if (reading == OTHER_SCALE) {
            return calendar ? RejectionReason.STUDY_DAY_AMONG_DATES : RejectionReason.DATE_AMONG_STUDY_DAYS;
        }
        if (reading == BEYOND_SENSE) {
            return calendar ? RejectionReason.DATE_BEYOND_SENSE : RejectionReason.STUDY_DAY_BEYOND_SENSE;
        }
        return calendar ? RejectionReason.UNREADABLE_DATE : RejectionReason.UNREADABLE_STUDY_DAY;
    }

    /** Days since 1970-01-01 of an ISO date {@code YYYY-MM-DD}. */
    static long date(String cell) {
        if (cell.length() != 10 || cell.charAt(4) != '-' || cell.charAt(7) != '-') {
            return UNREADABLE;
        }
        int year = digits(cell, 0, 4);
        int month = digits(cell, 5, 7);
        int day = digits(cell, 8, 10);
        if (year < 0 || month < 1 || month > 12 || day < 1) {
            return UNREADABLE;
        }
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        int length = DAYS_BEFORE_MONTH[month] - DAYS_BEFORE_MONTH[month - 1] + (month == 2 && leap ? 1 : 0);
        if (day > length) {
            return UNREADABLE;
        }
        if (year < 1900 || year > 2199) {
            return BEYOND_SENSE;
        }
        int leapDays = (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400 + (month > 2 && leap ? 1 : 0);
        // 719,162 days from 0001-01-01 to 1970-01-01
        return 365L * (year - 1) + leapDays + DAYS_BEFORE_MONTH[month - 1] + day - 1 - 719_162;
    }

    /** A whole study day; {@code 12.0}, as statistics programs write columns with blanks, is whole. */
    static long studyDay(String cell) {
        long number = wholeNumber(cell);
        return number != UNREADABLE && Math.abs(number) > LAST_STUDY_DAY ? BEYOND_SENSE : number;
    }

    /** A whole number in digits, with or without sign; beyond ten digits it is {@link #BEYOND_SENSE}. */
    static long wholeNumber(String cell) {
        int length = cell.length();
        int i = length > 0 && (cell.charAt(0) == '-' || cell.charAt(0) == '+') ? 1 : 0;
        if (i == length || !isDigit(cell.charAt(i))) {
            return UNREADABLE;
        }
        long number = 0;
        for (; i < length && isDigit(cell.charAt(i)); i++) {
            number = Math.min(BEYOND_SENSE / 20, 10 * number + (cell.charAt(i) - '0'));
        }
        if (i < length && cell.charAt(i) == '.' && i + 1 < length) {
            i++;
            while (i < length && cell.charAt(i) == '0') {
                i++;
            }
        }
        if (i < length) {
            return UNREADABLE;
        }
        if (number > Integer.MAX_VALUE) {
            return BEYOND_SENSE;
        }
        return cell.charAt(0) == '-' ? -number : number;
    }

    private static int digits(String cell, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = cell.charAt(i);
            if (!isDigit(c)) {
                return -1;
            }
            number = 10 * number + (c - '0');
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
