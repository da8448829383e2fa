package org.recoveryreport.domain.tagging;

import org.jspecify.annotations.Nullable;

/**
 * Finds the drug that a form speaks about: "diclofenac sodium 1 % gel" is also topical, "Voltaren 50 mg tablets" is not.
 * The drug is the treatment before the form in the same sentence, or else the one after it.
 */
final class Forms {
    private static final int NEAR = 12;

    private final Lexicon lexicon;
    private final Tokens tokens;
    private final Findings findings;

    Forms(Lexicon lexicon, Tokens tokens, Findings findings) {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.findings = findings;
    }

    /** The drug's finding, or -1. */
    int drugOf(int form) {
        Phrase phrase = lexicon.phrase(findings.entry[form]);
        if (phrase == null || phrase.beside() == null) {
            return -1;
        }
        int before = drug(form, -1, phrase.beside());
        return before >= 0 || isOfTreatmentRightBefore(form, phrase) ? before : drug(form, 1, phrase.beside());
    }

    /** "Acetaminophen 500 mg, Voltaren gel": the strength is not the gel's. */
    private boolean isOfTreatmentRightBefore(int form, Phrase phrase) {
        if (form == 0 || phrase.kind() != Phrase.Kind.ORAL_FORM || !findings.isTreatment(lexicon, form - 1)) {
            return false;
        }
        for (int i = findings.last[form - 1] + 1; i < findings.first[form]; i++) {
            if (tokens.isSeparator(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a form takes a tag away from the drug, and nothing near it says the opposite. */
    boolean takesAway(int drug, Tag tag) {
        boolean taken = false;
        for (int f = Math.max(0, drug - 2); f < Math.min(findings.count, drug + NEAR); f++) {
            Phrase phrase = lexicon.phrase(findings.entry[f]);
            if (f == drug || phrase == null || !phrase.tags().contains(tag) || !sameSentence(drug, f)) {
                continue;
            }
            if (phrase.kind() == Phrase.Kind.ORAL_FORM) {
                taken |= drugOf(f) == drug && !isRefusedAlone(f, drug);
            } else if (phrase.kind() == Phrase.Kind.FORM || phrase.tags().size() == 1) {
                return false;
            }
        }
        return taken;
    }

    /** "Voltaren gel used, tablets avoided". */
    private boolean isRefusedAlone(int form, int drug) {
        return findings.reason[form] != null && findings.reason[drug] == null;
    }

    private int drug(int form, int step, Tag beside) {
        for (int f = form + step; f >= 0 && f < findings.count && sameSentence(form, f); f += step) {
            Phrase phrase = lexicon.phrase(findings.entry[f]);
            if (isTreatment(phrase)) {
                return phrase != null && phrase.tags().contains(beside) ? f : -1;
            }
        }
        return -1;
    }

    private static boolean isTreatment(@Nullable Phrase phrase) {
        return phrase != null && phrase.isTreatment();
    }

    private boolean sameSentence(int a, int b) {
        int from = Math.min(findings.last[a], findings.last[b]);
        int to = Math.max(findings.first[a], findings.first[b]);
        if (to - from > NEAR) {
            return false;
        }
        for (int i = from + 1; i < to; i++) {
            if (tokens.word[i] == Tokens.STOP) {
                return false;
            }
        }
        return true;
    }
}
