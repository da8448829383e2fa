package org.recoveryreport.domain.tagging;

/**
 * Reads the signs that answer for each treatment of a sentence: "heat +, ice -", "heat Y ice N", "+heat -ice", "[x] ice [ ]
 * heat". They count only where every treatment has one, on the same side, so that "heat - no relief", "- heat - ice" and
 * "ice + heat" keep their dashes and plus signs.
 */
final class Marks {
    private static final int NONE = 0;
    private static final int NO = 1;
    private static final int YES = 2;
    private static final int BOTH = NO | YES;

    private final Lexicon lexicon;
    private final Tokens tokens;
    private final Findings findings;

    private Marks(Lexicon lexicon, Tokens tokens, Findings findings) {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.findings = findings;
    }

    static void read(Lexicon lexicon, Tokens tokens, Findings findings) {
        for (int i = 0; i < tokens.count; i++) {
            if (mayBeNo(tokens, i)) {
                new Marks(lexicon, tokens, findings).read();
                return;
            }
        }
    }

    /** "-", a bracket, "n", or "yes", without which "no" is no sign. */
    private static boolean mayBeNo(Tokens tokens, int token) {
        return switch (tokens.text.chars[tokens.start[token]]) {
            case '-', '(', '[' -> true;
            case 'n' -> tokens.length(token) == 1;
            case 'y' -> tokens.length(token) == 3;
            default -> false;
        };
    }

    private void read() {
        int first = 0;
        for (int f = 1; f <= findings.count; f++) {
            if (f == findings.count || stopBetween(findings.last[f - 1], findings.first[f])) {
                readSentence(first, f);
                first = f;
            }
        }
    }

    private boolean stopBetween(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (tokens.word[i] == Tokens.STOP) {
                return true;
            }
        }
        return false;
    }

    private void readSentence(int first, int end) {
        int before = BOTH;
        int after = BOTH;
        int seenBefore = NONE;
        int seenAfter = NONE;
        int treatments = 0;
        for (int f = first; f < end; f++) {
            if (findings.isTreatment(lexicon, f)) {
                int signBefore = signBefore(f);
                int signAfter = signAfter(f);
                before = signBefore == NONE ? NONE : before;
                after = signAfter == NONE ? NONE : after;
                seenBefore |= signBefore;
                seenAfter |= signAfter;
                treatments++;
            }
        }
        if (before == BOTH && seenBefore == BOTH) {
            ruleOut(first, end, false);
        } else if (after == BOTH && (seenAfter & NO) != 0 && (treatments > 1 || isBracket(first, end))) {
            ruleOut(first, end, true);
        }
    }

    private void ruleOut(int first, int end, boolean after) {
        for (int f = first; f < end; f++) {
            if (findings.isTreatment(lexicon, f)) {
                if ((after ? signAfter(f) : signBefore(f)) == NO) {
                    findings.reason[f] = Reason.NEGATED;
                }
                endClause(after ? afterColon(findings.last[f] + 1) : findings.first[f] - 1);
            }
        }
    }

    /** A sign says nothing of other treatments. */
    private void endClause(int sign) {
        if (tokens.word[sign] != Tokens.OPEN && tokens.word[sign] != Tokens.CLOSE) {
            tokens.word[sign] = Tokens.STOP;
            findings.at[sign] = -1;
        }
    }

    private int afterColon(int token) {
        return token < tokens.count && tokens.word[token] == Tokens.COLON ? token + 1 : token;
    }

    /** "Massage (-)". */
    private boolean isBracket(int first, int end) {
        for (int f = first; f < end; f++) {
            int next = findings.last[f] + 1;
            if (findings.isTreatment(lexicon, f) && next < tokens.count && tokens.word[next] == Tokens.OPEN) {
                return true;
            }
        }
        return false;
    }

    private int signBefore(int f) {
        int token = findings.first[f] - 1;
        if (token < 0) {
            return NONE;
        }
        if (tokens.word[token] == Tokens.CLOSE) {
            int open = token > 0 && tokens.word[token - 1] != Tokens.OPEN ? token - 2 : token - 1;
            return open >= 0 ? bracketed(open) : NONE;
        }
        boolean begins = token == 0 || tokens.start[token] > tokens.end[token - 1];
        return begins ? sign(token) : NONE;
    }

    private int signAfter(int f) {
        int token = afterColon(findings.last[f] + 1);
        if (token >= tokens.count) {
            return NONE;
        }
        if (tokens.word[token] == Tokens.OPEN) {
            return bracketed(token);
        }
        int sign = sign(token);
        boolean ends = !tokens.isWord(token + 1) || isTreatment(token + 1);
        return ends ? sign : NONE;
    }

    private int sign(int token) {
        if (is(tokens, token, "y") || is(tokens, token, "yes")) {
            return YES;
        }
        if (is(tokens, token, "n") || is(tokens, token, "no")) {
            return NO;
        }
        return switch (tokens.word[token]) {
            case Tokens.PLUS -> YES;
            case Tokens.DASH -> isMinus(token) ? NO : NONE;
            default -> NONE;
        };
    }

    /** Not an arrow. */
    private boolean isMinus(int token) {
        boolean arrow = token + 1 < tokens.count && tokens.word[token + 1] == Tokens.DASH;
        return tokens.text.chars[tokens.start[token]] == '-' && !arrow;
    }

    /** "(+)", "(-)", "[x]", "[ ]". */
    private int bracketed(int open) {
        if (tokens.word[open] != Tokens.OPEN || open + 1 >= tokens.count) {
            return NONE;
        }
        if (tokens.word[open + 1] == Tokens.CLOSE) {
            return NO;
        }
        if (open + 2 >= tokens.count || tokens.word[open + 2] != Tokens.CLOSE) {
            return NONE;
        }
        return is(tokens, open + 1, "x") ? YES : sign(open + 1);
    }

    private boolean isTreatment(int token) {
        int f = findings.at[token];
        return f >= 0 && findings.isTreatment(lexicon, f);
    }

    private static boolean is(Tokens tokens, int token, String word) {
        if (!tokens.isWord(token) || tokens.length(token) != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (tokens.text.chars[tokens.start[token] + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
