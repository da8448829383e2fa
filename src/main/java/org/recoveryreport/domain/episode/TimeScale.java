package org.recoveryreport.domain.episode;

/** How a log counts its days. Days of different scales cannot be compared. */
public enum TimeScale {
    /** ISO dates; a day is its distance from 1970-01-01. */
    CALENDAR,
    /** Whole study days, as in date-shifted or day-numbered logs; day 0 is wherever the study put it. */
    STUDY_DAY
}
