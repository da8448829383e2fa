package org.recoveryreport.domain.tagging;

import java.io.Serializable;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Words of the catalogue and what they mean in a treatment text.
 *
 * @param text as people write it, matched whatever the case, accents and hyphens; a code ending in {@code *} stands for
 *     all codes that begin so
 * @param kind what finding it means
 * @param tags what it earns, sorted; what it adds or takes away for {@link Kind#FORM} and {@link Kind#ORAL_FORM}
 * @param beside for the two kinds of forms: the tag of the drugs they speak about; null for the other kinds
 * @param source where this is from, may be empty; an ATC code in it tells the medicine that a brand means
 */
public record Phrase(
        String text, Kind kind, List<Tag> tags, @Nullable Tag beside, String source) implements Serializable {
    /** What finding a phrase means. */
    public enum Kind {
        /** A treatment: earns its tags when used. */
        TREATMENT,
        /** A treatment whose name is too near other words to be corrected to: {@code Keral}. */
        TREATMENT_AS_WRITTEN,
        /** The treatment, or the patient: {@code pt}. */
        TREATMENT_OR_PATIENT,
        /** The form of a drug; gives its tags to the drug it stands beside: {@code gel}. */
        FORM,
        /** A form that is swallowed or injected; takes its tags from the drug it stands beside: {@code tablet}. */
        ORAL_FORM,
        /** Looks like a treatment and is none; reported as not counted: {@code cold laser}. */
        LOOK_ALIKE,
        /** Says that there was no treatment: {@code none}. */
        NO_TREATMENT,
        /** Says that the text does not tell what there was, and so rules out what {@link #NO_TREATMENT} does: {@code unknown}. */
        NOT_TOLD,
        /** A word that is no treatment and no misspelling of one; kept from being corrected: {@code gabapentin}. */
        KNOWN,
        /** An ordinary word that is no misspelling of a treatment, and that no misspelling is taken for: {@code alive}. */
        ORDINARY
    }

    public Phrase {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a phrase needs words");
        }
        tags = List.copyOf(new TreeSet<>(tags));
        if (needsTags(kind) && tags.isEmpty()) {
            throw new IllegalArgumentException("the phrase '" + text + "' needs a tag");
        }
        if (!needsTags(kind) && !tags.isEmpty()) {
            throw new IllegalArgumentException("the phrase '" + text + "' earns no tag as " + kind);
        }
        if (isForm(kind) != (beside != null)) {
            throw new IllegalArgumentException(
                    "the phrase '" + text + "' " + (isForm(kind) ? "needs the tag it stands beside" : "is not a form"));
        }
    }

    /** Equal for texts that are found in the same places: case, accents and hyphens do not count. */
    public static String key(String text) {
        return FoldedText.key(text);
    }

    /** Whether finding it means a treatment, used or not. */
    boolean isTreatment() {
        return kind == Kind.TREATMENT || kind == Kind.TREATMENT_AS_WRITTEN || kind == Kind.TREATMENT_OR_PATIENT;
    }

    /** Whether nothing can count as used by what it says: "opioids: none", "opioids: unknown". */
    boolean tellsOfNone() {
        return kind == Kind.NO_TREATMENT || kind == Kind.NOT_TOLD;
    }

    private static boolean needsTags(Kind kind) {
        return switch (kind) {
            case TREATMENT, TREATMENT_AS_WRITTEN, TREATMENT_OR_PATIENT, FORM, ORAL_FORM -> true;
            case LOOK_ALIKE, NO_TREATMENT, NOT_TOLD, KNOWN, ORDINARY -> false;
        };
    }

    private static boolean isForm(Kind kind) {
        return kind == Kind.FORM || kind == Kind.ORAL_FORM;
    }
}
