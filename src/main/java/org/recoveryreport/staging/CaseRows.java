package org.recoveryreport.staging;

import org.recoveryreport.domain.course.CaseClass;
import org.recoveryreport.domain.episode.FollowUp;
import org.recoveryreport.domain.episode.TimeScale;
import org.recoveryreport.domain.study.Exposure;

/**
 * What is counted of the items of a block: a row each, in the order of the log, of fields of four bytes. Of an item that is
 * no case, only the ending is set, to {@link #NO_CASE}.
 */
final class CaseRows {
    private static final CaseClass[] CLASSES = CaseClass.values();

    /** Number of case classes, whose codes are below. */
    static final int CLASS_CODES = 4;

    private static final int ONSET = 0;
    static final int ENDING = ONSET + Integer.BYTES;
    private static final int KIND = ENDING + Integer.BYTES;
    private static final int PRACTICE = KIND + Integer.BYTES;
    private static final int AT_LANDMARKS = PRACTICE + Integer.BYTES;

    /** At a landmark: the episode does not go on after it. */
    static final int NOTHING_KNOWN = -1;

    /** As an ending: an item that is no case. */
    static final int NO_CASE = 0;

    private static final int DAYS = 0xffff;
    private static final int RECOVERED = 1 << 16;
    private static final int DATE = 1 << 17;
    private static final int CASE = 1 << 18;
    private static final int CLASS_SHIFT = 19;

    private final byte[] bytes;
    private final int start;
    private final int width;
    private final int size;
    private final Kind[] kinds;

    /**
     * What cases may have in common.
     *
     * @param stratum what tests compare them within
     */
    record Kind(String stratum, Exposure exposure) {}

    /**
     * Reads rows.
     *
     * @param bytes of which they are the last
     * @param size how many there are
     */
    CaseRows(ByteSource bytes, int size, int landmarks, Kind[] kinds) {
        this.bytes = bytes.bytes();
        this.start = this.bytes.length - size * width(landmarks);
        this.size = size;
        this.width = width(landmarks);
        this.kinds = kinds;
    }

    /** Bytes of a row. */
    static int width(int landmarks) {
        return AT_LANDMARKS + landmarks * Integer.BYTES;
    }

    /** How an episode went on, on which time scale, and its class as long as nothing is known of the patient's others. */
    static int ending(FollowUp followUp, boolean isDate, CaseClass withoutHistory) {
        return followUp.days()
                | (followUp.recovered() ? RECOVERED : 0)
                | (isDate ? DATE : 0)
                | CASE
                | code(withoutHistory) << CLASS_SHIFT;
    }

    static FollowUp followUpOf(int ending) {
        return new FollowUp(ending & DAYS, (ending & RECOVERED) != 0);
    }

    static TimeScale scaleOf(int ending) {
        return (ending & DATE) == 0 ? TimeScale.STUDY_DAY : TimeScale.CALENDAR;
    }

    /** No code outlives the version that made it, so constants may move. */
    @SuppressWarnings("EnumOrdinal")
    static int code(CaseClass caseClass) {
        return caseClass.ordinal();
    }

    static CaseClass ofCode(int code) {
        return CLASSES[code];
    }

    int size() {
        return size;
    }

    boolean isCase(int row) {
        return ending(row) != NO_CASE;
    }

    int onsetDay(int row) {
        return four(row, ONSET);
    }

    boolean isDate(int row) {
        return (ending(row) & DATE) != 0;
    }

    /** Whole days from onset. */
    int days(int row) {
        return ending(row) & DAYS;
    }

    boolean recovered(int row) {
        return (ending(row) & RECOVERED) != 0;
    }

    /** Its {@linkplain #code code}, as long as nothing is known of the patient's other episodes. */
    int classWithoutHistory(int row) {
        return ending(row) >>> CLASS_SHIFT;
    }

    /** The code of its verdicts. */
    int practice(int row) {
        return four(row, PRACTICE);
    }

    /** The code of what is known at a landmark, or {@link #NOTHING_KNOWN}. */
    int practiceAt(int row, int landmark) {
        return four(row, AT_LANDMARKS + landmark * Integer.BYTES);
    }

    /** The number of its kind. */
    int kind(int row) {
        return four(row, KIND);
    }

    /** By number. */
    Kind[] kinds() {
        return kinds;
    }

    private int ending(int row) {
        return four(row, ENDING);
    }

    private int four(int row, int field) {
        return (int) ByteSink.FOUR.get(bytes, start + row * width + field);
    }
}
