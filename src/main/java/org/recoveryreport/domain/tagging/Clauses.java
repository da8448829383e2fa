package org.recoveryreport.domain.tagging;

import org.jspecify.annotations.Nullable;

/** Looks ahead of a comma: is what follows a bare list, and is the list closed by "and" or by "or"? */
final class Clauses {
    private final Lexicon lexicon;
    private final Tokens tokens;
    private final Findings findings;
    /** By token that begins a segment: how the list that it belongs to is closed. */
    private final byte[] close;

    /** By token that begins a segment: whether it is members of a list and nothing else. */
    private final boolean[] bare;

    /** By token that begins a segment: whether its list has members that are no treatments. */
    private final boolean[] mixed;

    static final byte OPEN_LIST = 0;
    static final byte AND = 1;
    static final byte OR = 2;
    /** The last segment only begins like a list: "ice, heat and massage helped". */
    static final byte AND_THEN_MORE = 3;

    Clauses(Lexicon lexicon, Tokens tokens, Findings findings) {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.findings = findings;
        this.close = new byte[tokens.count + 1];
        this.bare = new boolean[tokens.count + 1];
        this.mixed = new boolean[tokens.count + 1];
        int end = tokens.count;
        for (int i = tokens.count - 1; i >= -1; i--) {
            if (i < 0 || tokens.word[i] == Tokens.COMMA || tokens.word[i] == Tokens.STOP) {
                readSegment(i + 1, end);
                end = i;
            }
        }
    }

    byte closeAfter(int comma) {
        return close[comma + 1];
    }

    boolean bareAfter(int comma) {
        return bare[comma + 1];
    }

    /** Whether there is a closed list, of treatments alone. */
    boolean listOfTreatmentsAfter(int comma) {
        return close[comma + 1] != OPEN_LIST && !mixed[comma + 1];
    }

    private void readSegment(int from, int to) {
        byte conjunction = OPEN_LIST;
        boolean treatment = false;
        boolean other = false;
        boolean last = false;
        int i = from;
        while (i < to) {
            int f = findings.at[i];
            Cue cue = f < 0 ? null : lexicon.cue(findings.entry[f]);
            if (f >= 0 && isTreatment(f)) {
                treatment = true;
            } else if (isOther(i, f, from, to)) {
                other = true;
            } else if (isRole(cue, Cue.Role.AND)) {
                conjunction = AND;
            } else if (isRole(cue, Cue.Role.OR) || isRole(cue, Cue.Role.NOR)) {
                conjunction = OR;
                last |= i == from;
            } else if (!isFiller(cue) && !isSlash(i)) {
                break;
            }
            i = f < 0 ? i + 1 : findings.last[f] + 1;
        }
        boolean member = treatment || other || last;
        bare[from] = member && i >= to;
        mixed[from] = other || !treatment;
        if (!member) {
            return;
        }
        if (conjunction == OPEN_LIST && bare[from] && to < tokens.count && tokens.word[to] == Tokens.COMMA) {
            close[from] = close[to + 1];
            mixed[from] |= mixed[to + 1];
        } else if (conjunction == AND && !bare[from]) {
            close[from] = AND_THEN_MORE;
        } else {
            close[from] = conjunction;
        }
    }

    private boolean isTreatment(int f) {
        Phrase phrase = lexicon.phrase(findings.entry[f]);
        return phrase != null && phrase.isTreatment();
    }

    /** A member of a list that is no treatment of the catalogue: something known, or one word alone. */
    private boolean isOther(int token, int f, int from, int to) {
        if (f >= 0) {
            return findings.is(lexicon, f, Phrase.Kind.KNOWN);
        }
        return token == from && token + 1 == to && tokens.isWord(token) && !tokens.isNumber(token);
    }

    private boolean isSlash(int token) {
        return tokens.word[token] == Tokens.SLASH || tokens.word[token] == Tokens.PLUS;
    }

    private static boolean isFiller(@Nullable Cue cue) {
        return cue != null && cue.isFiller();
    }

    private static boolean isRole(@Nullable Cue cue, Cue.Role role) {
        return cue != null && cue.role() == role;
    }
}
