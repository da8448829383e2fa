package org.recoveryreport.domain.practice;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.recoveryreport.domain.course.CaseClass;
import org.recoveryreport.domain.tagging.Tag;

/** The practice checks, in the order of the published table. */
public enum PracticeCheck {
    /** {@link PracticeRules#restDays()}. */
    REST_AT_MOST_TWO_DAYS(
            "rest-at-most-two-days",
            "Bed rest lasts no more than two days.",
            "guides A and B",
            Concerns.SOME_WITH_ITS_TREATMENT,
            "rest"),
    /** {@link PracticeRules#coldWithinHours()}. */
    COLD_FIRST(
            "cold-first",
            "Cold is first used within 48 hours of onset.",
            "guide A; guide B up to 72 hours",
            Concerns.ALL_WITH_ITS_TREATMENT,
            "cold"),
    /** {@link PracticeRules#heatNotBeforeHours()}. */
    HEAT_NOT_BEFORE(
            "heat-not-before",
            "Heat is first used 48 hours after onset or later.",
            "guide A; guide B after 72 hours",
            Concerns.ALL_WITH_ITS_TREATMENT,
            "heat"),
    /** {@link PracticeRules#sessionMinutes()}. */
    SESSION_LENGTH(
            "session-length",
            "A session of heat or cold lasts at most 20 minutes.",
            "guides A and B",
            Concerns.ALL_WITH_ANY_OF_ITS_TREATMENTS,
            "cold",
            "heat"),
    /** {@link PracticeRules#ibuprofen()}. */
    IBUPROFEN_DOSE(
            "ibuprofen-dose",
            "Ibuprofen is taken at 400 to 600 mg every 6 to 8 hours.",
            "guide A",
            Concerns.SOME_WITH_ITS_TREATMENT,
            "nsaid"),
    /** {@link PracticeRules#naproxen()}. */
    NAPROXEN_DOSE(
            "naproxen-dose",
            "Naproxen sodium is taken at 220 mg every 8 to 12 hours.",
            "guide A",
            Concerns.SOME_WITH_ITS_TREATMENT,
            "nsaid"),
    /** {@link PracticeRules#relaxantDays()} and {@link PracticeRules#carisoprodolDays()}. */
    RELAXANT_DURATION(
            "relaxant-duration",
            "A muscle relaxant is taken for at most three weeks, carisoprodol for at most one.",
            "guide A",
            Concerns.ALL_WITH_ITS_TREATMENT,
            "muscle-relaxant"),
    /** An NSAID began on the same day or before. It concerns nobody whom {@link #RELAXANT_DURATION} does not. */
    RELAXANT_AFTER_NSAID(
            "relaxant-after-nsaid",
            "A muscle relaxant is given only beside or after an NSAID.",
            "guide A",
            Concerns.PART_OF_ANOTHER,
            "muscle-relaxant"),
    /** Counted for chronic cases only; see {@link PracticeVerdicts#onCase(CaseClass)}. */
    PROFESSIONAL_WHEN_CHRONIC(
            "professional-when-chronic",
            "A chronic case has physical therapy, massage, spinal manipulation or acupuncture.",
            "guide A",
            Concerns.WHOEVER_IT_MAY,
            "physical-therapy",
            "massage",
            "spinal-manipulation",
            "acupuncture"),
    /** {@link RedFlags}. */
    RED_FLAG_REFERRED(
            "red-flag-referred",
            "An episode with a red flag shows a professional contact.",
            "guide B",
            Concerns.WHOEVER_IT_MAY);

    /** What a check's treatments say of whom it concerns. */
    public enum Concerns {
        /** Everybody with the one treatment that it has. */
        ALL_WITH_ITS_TREATMENT,
        /** The same where it has several. */
        ALL_WITH_ANY_OF_ITS_TREATMENTS,
        /** Nobody without the treatment. */
        SOME_WITH_ITS_TREATMENT,
        /** Some of those whom another check concerns. */
        PART_OF_ANOTHER,
        /** Nothing: they are what keeps to it. */
        WHOEVER_IT_MAY
    }

    private final String id;
    private final String keepsToIt;
    private final String source;
    private final Concerns concerns;

    @SuppressWarnings("ImmutableEnumChecker") // this list is
    private final List<Tag> tags;

    PracticeCheck(String id, String keepsToIt, String source, Concerns concerns, String... tags) {
        this.id = id;
        this.keepsToIt = keepsToIt;
        this.source = source;
        this.concerns = concerns;
        this.tags = Stream.of(tags).map(Tag::new).toList();
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

    /** The treatments that it is about. */
    public List<Tag> tags() {
        return tags;
    }

    /** Whom it concerns of those with these. */
    public Concerns concerns() {
        return concerns;
    }

    /** Whether it is about a treatment as this text has it. */
    boolean isAbout(Mention mention) {
        boolean isOne = tags.stream().anyMatch(mention::has);
        return switch (this) {
            case REST_AT_MOST_TWO_DAYS -> isOne && mention.isBedRest();
            case IBUPROFEN_DOSE -> mention.isPlain(Substance.IBUPROFEN);
            case NAPROXEN_DOSE -> mention.isPlain(Substance.NAPROXEN);
            case RELAXANT_DURATION -> isOne || mention.substances().contains(Substance.CARISOPRODOL);
            case COLD_FIRST,
                    HEAT_NOT_BEFORE,
                    SESSION_LENGTH,
                    RELAXANT_AFTER_NSAID,
                    PROFESSIONAL_WHEN_CHRONIC,
                    RED_FLAG_REFERRED -> isOne;
        };
    }
}
