package org.recoveryreport.sample;

import java.time.LocalDate;

/** Writes days, counted from the first of the log's year, as the log does. */
final class DayText {
    private final LocalDate first;
    private final boolean studyDays;
    /** The days of the year and its aftermath, since they are written again and again. */
    private final String[] usual = new String[2 * SampleSettings.LAST_DAY];

    DayText(SampleSettings settings) {
        this.first = LocalDate.of(settings.startYear(), 1, 1);
        this.studyDays = settings.studyDays();
        for (int day = 0; day < usual.length; day++) {
            usual[day] = write(day);
        }
    }

    String of(int day) {
        return day >= 0 && day < usual.length ? usual[day] : write(day);
    }

    private String write(int day) {
        return studyDays ? Integer.toString(day) : first.plusDays(day).toString();
    }
}
