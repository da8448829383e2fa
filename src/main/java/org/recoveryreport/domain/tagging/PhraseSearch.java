package org.recoveryreport.domain.tagging;

import java.util.List;

/**
 * Finds phrases, cues and codes in a text, from left to right, the longest at each place.
 *
 * <p>A word that is not known may be a slip within a longer phrase, such as "ise pack". It is taken for one if exactly one
 * meaning fits, a whole word of the phrase stands beside it, and the phrase does not say something else than what stands
 * there without it: a slip never turns one drug into another.
 */
final class PhraseSearch {
    private static final int SHORTEST_SUPPORT = 3;
    private static final int SHORTEST_LOOK_ALIKE = 4;
    private static final int LONGEST_CODE = 7;

    private final Lexicon lexicon;
    private final PhraseTrie trie;
    private final PhraseSpelling spelling;
    private final List<Code> codes;

    /** The letters that codes begin with, and the phrase that they stand for. */
    record Code(String prefix, int entry) {}

    PhraseSearch(Lexicon lexicon, PhraseTrie trie, PhraseSpelling spelling, List<Code> codes) {
        this.lexicon = lexicon;
        this.trie = trie;
        this.spelling = spelling;
        this.codes = List.copyOf(codes);
    }

    /** Whether a word of this phrase may be misspelt beyond what the word alone would tell. */
    static boolean allowsSlip(Phrase phrase) {
        return phrase.kind() == Phrase.Kind.TREATMENT || phrase.kind() == Phrase.Kind.LOOK_ALIKE;
    }

    Findings find(Tokens tokens) {
        Findings findings = new Findings(tokens.count);
        int from = 0;
        int slip = 0;
        while (from < tokens.count) {
            long longest = trie.longestAt(tokens, from);
            slip = nextSlip(tokens, Math.max(slip, from));
            if (slip < tokens.count) {
                longest = withSlip(tokens, from, slip, longest);
            }
            if (longest == PhraseTrie.NONE && tokens.word[from] == Tokens.UNKNOWN) {
                int entry = code(tokens.text.chars, tokens.start[from], tokens.end[from]);
                longest = entry == PhraseTrie.NONE ? PhraseTrie.NONE : PhraseTrie.found(entry, from);
            }
            int treatment = treatmentWithin(tokens, from, longest);
            if (treatment > from) {
                while (from < treatment) {
                    findings.add(cueOfOneWord(tokens, from), from, from);
                    from++;
                }
                continue;
            }
            int last = from;
            if (longest != PhraseTrie.NONE) {
                last = PhraseTrie.last(longest);
                findings.add(PhraseTrie.entry(longest), from, last);
            }
            from = last + 1;
        }
        return findings;
    }

    /**
     * Where a treatment begins behind the cues of a look-alike and ends behind it, or the same token where none does: the
     * "cold pack" of "has a cold pack", which is not the illness; but "poor posture at desk" is no posture taken up.
     */
    private int treatmentWithin(Tokens tokens, int from, long found) {
        Phrase phrase = found == PhraseTrie.NONE ? null : lexicon.phrase(PhraseTrie.entry(found));
        if (phrase == null || phrase.kind() != Phrase.Kind.LOOK_ALIKE) {
            return from;
        }
        int i = from;
        while (i < PhraseTrie.last(found) && cueOfOneWord(tokens, i) != PhraseTrie.NONE) {
            i++;
            long other = trie.longestAt(tokens, i);
            Phrase treatment = other == PhraseTrie.NONE ? null : lexicon.phrase(PhraseTrie.entry(other));
            if (treatment != null && treatment.isTreatment() && PhraseTrie.last(other) > PhraseTrie.last(found)) {
                return i;
            }
        }
        return from;
    }

    private int cueOfOneWord(Tokens tokens, int token) {
        int node = trie.child(PhraseTrie.ROOT, tokens.word[token]);
        int entry = node == PhraseTrie.NONE ? PhraseTrie.NONE : trie.entryAt(node);
        return entry != PhraseTrie.NONE && lexicon.cue(entry) != null ? entry : PhraseTrie.NONE;
    }

    private static int nextSlip(Tokens tokens, int from) {
        int i = from;
        while (i < tokens.count
                && (tokens.word[i] != Tokens.UNKNOWN || !FoldedText.isLetter(tokens.text.chars[tokens.start[i]]))) {
            i++;
        }
        return i;
    }

    /** The longest phrase that begins at a token if the one at the slip is misspelt, or else the one found without. */
    private long withSlip(Tokens tokens, int from, int slip, long exact) {
        int node = PhraseTrie.ROOT;
        for (int i = from; i < slip; i++) {
            node = trie.child(node, tokens.word[i]);
            if (node == PhraseTrie.NONE) {
                return exact;
            }
        }
        if (slip == from && !(tokens.isWord(slip + 1) && tokens.word[slip + 1] != Tokens.UNKNOWN)) {
            return exact;
        }
        long best = PhraseTrie.NONE;
        int bestWord = Tokens.UNKNOWN;
        boolean undecided = false;
        for (int word : spelling.near(tokens.text.chars, tokens.start[slip], tokens.end[slip])) {
            long found = completed(trie.child(node, word), tokens, from, slip);
            if (found == PhraseTrie.NONE || !fits(found, tokens, from, slip, exact)) {
                continue;
            }
            boolean longer = best == PhraseTrie.NONE || PhraseTrie.last(found) > PhraseTrie.last(best);
            boolean asLong = !longer && PhraseTrie.last(found) == PhraseTrie.last(best);
            undecided = asLong ? undecided || !sameMeaning(found, best) : undecided && !longer;
            if (longer) {
                best = found;
                bestWord = word;
            }
        }
        if (best == PhraseTrie.NONE || undecided) {
            return exact;
        }
        tokens.word[slip] = bestWord;
        return best;
    }

    /** The longest phrase through a node that the word at the slip leads to. */
    private long completed(int node, Tokens tokens, int from, int slip) {
        if (node == PhraseTrie.NONE) {
            return PhraseTrie.NONE;
        }
        long longer = trie.longestAfter(node, tokens, slip + 1);
        if (longer != PhraseTrie.NONE || slip == from || trie.entryAt(node) == PhraseTrie.NONE) {
            return longer;
        }
        return PhraseTrie.found(trie.entryAt(node), slip);
    }

    private boolean fits(long found, Tokens tokens, int from, int slip, long exact) {
        Phrase phrase = lexicon.phrase(PhraseTrie.entry(found));
        if (phrase == null || !allowsSlip(phrase) || !isSupported(tokens, from, PhraseTrie.last(found), slip)) {
            return false;
        }
        if (phrase.kind() == Phrase.Kind.LOOK_ALIKE && tokens.length(slip) < SHORTEST_LOOK_ALIKE) {
            return false;
        }
        if (exact == PhraseTrie.NONE) {
            return true;
        }
        Phrase without = lexicon.phrase(PhraseTrie.entry(exact));
        return PhraseTrie.last(exact) < PhraseTrie.last(found)
                && (without == null || !without.isTreatment() || without.tags().equals(phrase.tags()));
    }

    private static boolean isSupported(Tokens tokens, int from, int last, int slip) {
        for (int i = from; i <= last; i++) {
            if (i != slip && tokens.isWord(i) && tokens.length(i) >= SHORTEST_SUPPORT) {
                return true;
            }
        }
        return false;
    }

    private boolean sameMeaning(long a, long b) {
        Phrase one = lexicon.phrase(PhraseTrie.entry(a));
        Phrase other = lexicon.phrase(PhraseTrie.entry(b));
        return one != null
                && other != null
                && one.kind() == other.kind()
                && one.tags().equals(other.tags());
    }

    /** The phrase that stands for this code, or {@link PhraseTrie#NONE}. */
    private int code(char[] chars, int start, int end) {
        if (end - start < 3 || !isAtcShaped(chars, start, end)) {
            return PhraseTrie.NONE;
        }
        for (Code code : codes) {
            if (startsWith(chars, start, end, code.prefix())) {
                return code.entry();
            }
        }
        return PhraseTrie.NONE;
    }

    /** A letter, two digits, two letters, two digits; cut off anywhere after the first three. */
    private static boolean isAtcShaped(char[] chars, int start, int end) {
        if (end - start > LONGEST_CODE) {
            return false;
        }
        for (int i = start; i < end; i++) {
            int place = i - start;
            boolean letter = place == 0 || place == 3 || place == 4;
            if (letter ? !FoldedText.isLetter(chars[i]) : !FoldedText.isDigit(chars[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWith(char[] chars, int start, int end, String prefix) {
        if (end - start < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (chars[start + i] != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
