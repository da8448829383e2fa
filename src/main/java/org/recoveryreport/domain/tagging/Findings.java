package org.recoveryreport.domain.tagging;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The phrases and cues found in a text, from left to right, none overlapping. */
final class Findings {
    int count;
    /** The number of the phrase or cue. */
    int[] entry;

    int[] first;
    int[] last;
    /** Why a finding does not count; filled in by the later stages. */
    @Nullable
    Reason[] reason;
    /** By token: the finding that begins there, or -1. */
    final int[] at;

    Findings(int tokens) {
        int room = Math.min(tokens, 8);
        entry = new int[room];
        first = new int[room];
        last = new int[room];
        reason = new Reason[room];
        at = new int[tokens];
        Arrays.fill(at, -1);
    }

    void add(int foundEntry, int firstToken, int lastToken) {
        if (count == entry.length) {
            entry = Arrays.copyOf(entry, count * 2);
            first = Arrays.copyOf(first, count * 2);
            last = Arrays.copyOf(last, count * 2);
            reason = Arrays.copyOf(reason, count * 2);
        }
        at[firstToken] = count;
        entry[count] = foundEntry;
        first[count] = firstToken;
        last[count] = lastToken;
        count++;
    }

    /** Whether nothing stands between two findings. */
    boolean isAdjacent(int f, int next) {
        return last[f] + 1 == first[next];
    }

    boolean is(Lexicon lexicon, int f, Phrase.Kind kind) {
        Phrase phrase = lexicon.phrase(entry[f]);
        return phrase != null && phrase.kind() == kind;
    }

    boolean tellsOfNone(Lexicon lexicon, int f) {
        Phrase phrase = lexicon.phrase(entry[f]);
        return phrase != null && phrase.tellsOfNone();
    }

    /** Whether a finding means a treatment, used or not. */
    boolean isTreatment(Lexicon lexicon, int f) {
        Phrase phrase = lexicon.phrase(entry[f]);
        return phrase != null && phrase.isTreatment() && reason[f] != Reason.PATIENT && reason[f] != Reason.LOOK_ALIKE;
    }
}
