package org.recoveryreport.intake;

import java.nio.charset.StandardCharsets;
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
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        return isDay(bytes, 0, bytes.length);
    }

    /** Whether a cell is a day of either scale. */
    static boolean isDay(byte[] cell, int from, int to) {
        return isDay(date(cell, from, to)) || isDay(studyDay(cell, from, to));
    }

    /** Reads a trimmed cell. */
    static long read(byte[] cell, int from, int to, TimeScale scale) {
        boolean calendar = scale == TimeScale.CALENDAR;
        long reading = calendar ? date(cell, from, to) : studyDay(cell, from, to);
        if (reading == UNREADABLE && (calendar ? studyDay(cell, from, to) : date(cell, from, to)) != UNREADABLE) {
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
            return RejectionReason.STUDY_DAY_BEYOND_SENSE;
        }
        return calendar ? RejectionReason.UNREADABLE_DATE : RejectionReason.UNREADABLE_STUDY_DAY;
    }

    /** Days since 1970-01-01 of an ISO date {@code YYYY-MM-DD} of any year: a log may be shifted by centuries. */
    static long date(byte[] cell, int from, int to) {
        if (to - from != 10 || cell[from + 4] != '-' || cell[from + 7] != '-') {
            return UNREADABLE;
        }
        int year = digits(cell, from, from + 4);
        int month = digits(cell, from + 5, from + 7);
        int day = digits(cell, from + 8, from + 10);
        if (year < 0 || month < 1 || month > 12 || day < 1) {
            return UNREADABLE;
        }
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        int length = DAYS_BEFORE_MONTH[month] - DAYS_BEFORE_MONTH[month - 1] + (month == 2 && leap ? 1 : 0);
        if (day > length) {
            return UNREADABLE;
        }
        // 400 years, always 146,097 days, keep the years of a log that was shifted to the year 0 from being negative
        int before = year + 399;
        int leapDays = before / 4 - before / 100 + before / 400 + (month > 2 && leap ? 1 : 0);
        // 719,162 days from 0001-01-01 to 1970-01-01
        return 365L * before + leapDays + DAYS_BEFORE_MONTH[month - 1] + day - 1 - 719_162 - 146_097;
    }

    /** A whole study day; {@code 12.0}, as statistics programs write columns with blanks, is whole. */
    static long studyDay(byte[] cell, int from, int to) {
        long number = wholeNumber(cell, from, to);
        return number != UNREADABLE && Math.abs(number) > LAST_STUDY_DAY ? BEYOND_SENSE : number;
    }

    /** A whole number in digits, with or without sign; beyond ten digits it is {@link #BEYOND_SENSE}. */
    static long wholeNumber(byte[] cell, int from, int to) {
        int i = from < to && (cell[from] == '-' || cell[from] == '+') ? from + 1 : from;
        if (i == to || !isDigit(cell[i])) {
            return UNREADABLE;
        }
        long number = 0;
        for (; i < to && isDigit(cell[i]); i++) {
            number = Math.min(BEYOND_SENSE / 20, 10 * number + (cell[i] - '0'));
        }
        if (i < to && cell[i] == '.' && i + 1 < to) {
            i++;
            while (i < to && cell[i] == '0') {
                i++;
            }
        }
        if (i < to) {
            return UNREADABLE;
        }
        if (number > Integer.MAX_VALUE) {
            return BEYOND_SENSE;
        }
        return cell[from] == '-' ? -number : number;
    }

    private static int digits(byte[] cell, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            if (!isDigit(cell[i])) {
                return -1;
            }
            number = 10 * number + (cell[i] - '0');
        }
        return number;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
