package org.recoveryreport.domain.practice;

import java.util.Arrays;
import org.recoveryreport.domain.course.CaseClass;

/** The practice checks, in the order of the published table. */
public enum PracticeCheck {
    /** {@link PracticeRules#restDays()}. */
    REST_AT_MOST_TWO_DAYS("rest-at-most-two-days", "Bed rest lasts no more than two days.", "guides A and B"),
    /** {@link PracticeRules#coldWithinHours()}. */
    COLD_FIRST("cold-first", "Cold is first used within 48 hours of onset.", "guide A; guide B up to 72 hours"),
    /** {@link PracticeRules#heatNotBeforeHours()}. */
    HEAT_NOT_BEFORE(
            "heat-not-before", "Heat is first used 48 hours after onset or later.", "guide A; guide B after 72 hours"),
    /** {@link PracticeRules#sessionMinutes()}. */
    SESSION_LENGTH("session-length", "A session of heat or cold lasts at most 20 minutes.", "guides A and B"),
    /** {@link PracticeRules#ibuprofen()}. */
    IBUPROFEN_DOSE("ibuprofen-dose", "Ibuprofen is taken at 400 to 600 mg every 6 to 8 hours.", "guide A"),
    /** {@link PracticeRules#naproxen()}. */
    NAPROXEN_DOSE("naproxen-dose", "Naproxen sodium is taken at 220 mg every 8 to 12 hours.", "guide A"),
    /** {@link PracticeRules#relaxantDays()} and {@link PracticeRules#carisoprodolDays()}. */
    RELAXANT_DURATION(
            "relaxant-duration",
            "A muscle relaxant is taken for at most three weeks, carisoprodol for at most one.",
            "guide A"),
    /** An NSAID began on the same day or before. */
    RELAXANT_AFTER_NSAID(
            "relaxant-after-nsaid", "A muscle relaxant is given only beside or after an NSAID.", "guide A"),
    /** Counted for chronic cases only; see {@link PracticeVerdicts#onCase(CaseClass)}. */
    PROFESSIONAL_WHEN_CHRONIC(
            "professional-when-chronic",
            "A chronic case has physical therapy, massage, spinal manipulation or acupuncture.",
            "guide A"),
    /** {@link RedFlags}. */
    RED_FLAG_REFERRED("red-flag-referred", "An episode with a red flag shows a professional contact.", "guide B");

    private final String id;
    private final String keepsToIt;
    private final String source;

    PracticeCheck(String id, String keepsToIt, String source) {
        this.id = id;
        this.keepsToIt = keepsToIt;
        this.source = source;
    }

    /** One bit, another one for each check: sets of checks are asked for every episode. */
    @SuppressWarnings("EnumOrdinal")
    int bit() {
        return 1 << ordinal();
    }

    /** The name used in files. */
    public String id() {
        return id;
    }

    /**
     * The check of a name.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static PracticeCheck ofId(String id) {
        return Arrays.stream(values())
                .filter(check -> check.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no practice check " + id));
    }

    /** What keeps to it under {@link PracticeRules#GUIDE_A}, as a sentence for people. */
    public String keepsToIt() {
        return keepsToIt;
    }

    /** Which guide says so. */
    public String source() {
        return source;
    }
}
