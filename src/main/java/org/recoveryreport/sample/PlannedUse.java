package org.recoveryreport.sample;

/**
 * A treatment somebody would get on a day, if still ill then. Drawn before the course of the illness and independently of
 * it, given the severity.
 *
 * @param phrase how it would be written
 * @param startDay days from onset
 */
record PlannedUse(Phrase phrase, int startDay) {
    /** From this day on it changes the hazard: who recovers on the day of a start does not owe it to the treatment. */
    int actsFromDay() {
        return startDay == 0 ? 0 : startDay + 1;
    }

    /** Only who is still ill begins a treatment; on the day of onset everybody is. */
    boolean happensBefore(int recoveryDay) {
        return startDay == 0 || startDay < recoveryDay;
    }
}
