package org.recoveryreport.domain.tagging;

import java.util.Arrays;

/**
 * The words, numbers and separators of a {@link FoldedText}. Blanks and hyphens within a phrase are no tokens, so that
 * "bird-dog" and "bird dog" read alike.
 */
final class Tokens {
    /** A word that the vocabulary does not have. */
    static final int UNKNOWN = -1;

    static final int COMMA = 0;
    static final int STOP = 1;
    static final int QUESTION = 2;
    static final int COLON = 3;
    static final int OPEN = 4;
    static final int CLOSE = 5;
    static final int SLASH = 6;
    static final int PLUS = 7;
    static final int DASH = 8;
    /** A dot that only ends an abbreviation. */
    static final int NOTHING = 9;

    static final int FIRST_WORD = 10;

    final FoldedText text;
    int count;
    int[] start;
    int[] end;
    /** Which separator, or which word of the vocabulary, or {@link #UNKNOWN}. */
    int[] word;

    private Tokens(FoldedText text) {
        this.text = text;
        int room = text.length / 3 + 5;
        start = new int[room];
        end = new int[room];
        word = new int[room];
    }

    static Tokens of(FoldedText text) {
        Tokens tokens = new Tokens(text);
        char[] chars = text.chars;
        int i = 0;
        while (i < text.length) {
            char c = chars[i];
            int from = i;
            if (FoldedText.isLetter(c)) {
                i = endOfWord(text, i);
                tokens.add(from, i, UNKNOWN);
            } else if (FoldedText.isDigit(c)) {
                i = endOfNumber(text, i);
                tokens.add(from, i, UNKNOWN);
            } else {
                i++;
                int separator = separator(text, from);
                if (separator != NOTHING) {
                    tokens.add(from, i, separator);
                }
            }
        }
        return tokens;
    }

    boolean isWord(int token) {
        return token >= 0 && token < count && (word[token] >= FIRST_WORD || word[token] == UNKNOWN);
    }

    boolean isSeparator(int token) {
        return !isWord(token);
    }

    boolean isNumber(int token) {
        return token >= 0 && token < count && FoldedText.isDigit(text.chars[start[token]]);
    }

    /** Whether nothing but a hyphen or a dash stands between a token and the one before. */
    boolean hyphenBefore(int token) {
        return token > 0 && start[token] == end[token - 1] + 1 && text.chars[end[token - 1]] == '-';
    }

    int length(int token) {
        return end[token] - start[token];
    }

    /** Moves a token forward, over tokens that were joined. */
    void move(int from, int to) {
        start[to] = start[from];
        end[to] = end[from];
        word[to] = word[from];
    }

    private void add(int from, int to, int kind) {
        if (count == start.length) {
            int larger = count * 2;
            start = Arrays.copyOf(start, larger);
            end = Arrays.copyOf(end, larger);
            word = Arrays.copyOf(word, larger);
        }
        start[count] = from;
        end[count] = to;
        word[count] = kind;
        count++;
    }

    /** Letters, with digits in them where they make a code ("m01ae01", "q6h", "t3"), or "w/o", "d/cd". */
    private static int endOfWord(FoldedText text, int from) {
        char[] chars = text.chars;
        int i = from;
        while (i < text.length && FoldedText.isLetter(chars[i])) {
            i++;
        }
        if (i - from == 1 && chars[from] == 'w' && isSlashOfWith(text, i)) {
            return i + 1;
        }
        if (i - from == 1 && i + 1 < text.length && chars[i] == '/' && FoldedText.isLetter(chars[i + 1])) {
            int to = i + 1;
            while (to < text.length && FoldedText.isLetter(chars[to])) {
                to++;
            }
            return to - i <= 3 ? to : i;
        }
        if (i - from <= 3) {
            while (i < text.length && (FoldedText.isLetter(chars[i]) || isCodeDigit(text, i))) {
                i++;
            }
        }
        return i;
    }

    /** The slash of "w/ heat" and "w/PT"; not that of "w/o", "w/out" and "w/l". */
    private static boolean isSlashOfWith(FoldedText text, int i) {
        if (i >= text.length || text.chars[i] != '/') {
            return false;
        }
        int to = i + 1;
        while (to < text.length && FoldedText.isLetter(text.chars[to])) {
            to++;
        }
        int letters = to - i - 1;
        return letters != 1 && !(letters == 3 && text.chars[i + 1] == 'o' && text.chars[i + 2] == 'u');
    }

    private static boolean isCodeDigit(FoldedText text, int i) {
        return FoldedText.isDigit(text.chars[i])
                || (text.chars[i] == '.' && FoldedText.isDigit(text.chars[i - 1]) && isBeforeDigit(text, i));
    }

    /** Digits with a decimal point or comma, or commas between thousands. */
    private static int endOfNumber(FoldedText text, int from) {
        int i = from;
        while (i < text.length && (FoldedText.isDigit(text.chars[i]) || isInsideNumber(text, i))) {
            i++;
        }
        return i;
    }

    private static boolean isInsideNumber(FoldedText text, int i) {
        return (text.chars[i] == '.' || text.chars[i] == ',') && isBeforeDigit(text, i);
    }

    private static int separator(FoldedText text, int i) {
        return switch (text.chars[i]) {
            case ',' -> COMMA;
            case '.' -> isBeforeDigit(text, i) ? NOTHING : STOP;
            case ';', '!', '\n', '\r', '|', '*', '\f' -> STOP;
            case '?' -> QUESTION;
            case ':', '=' -> COLON;
            case '(', '[', '{' -> OPEN;
            case ')', ']', '}' -> CLOSE;
            case '/', '\\' -> SLASH;
            case '+' -> PLUS;
            case '\u2013' -> isInsideWord(text, i) ? NOTHING : DASH;
            case '\u2014' -> DASH;
            case '>' -> isBeforeDigit(text, i) ? NOTHING : DASH;
            case '-' -> isDash(text, i) ? DASH : NOTHING;
            case '&', '%', '#' -> UNKNOWN;
            default -> NOTHING;
        };
    }

    private static boolean isBeforeDigit(FoldedText text, int i) {
        return i + 1 < text.length && FoldedText.isDigit(text.chars[i + 1]);
    }

    /** A hyphen with a blank on a side, or more than one of them, or alone in brackets. */
    private static boolean isDash(FoldedText text, int i) {
        char before = i > 0 ? text.chars[i - 1] : 0;
        char after = i + 1 < text.length ? text.chars[i + 1] : 0;
        return isBlankOrHyphen(before) || isBlankOrHyphen(after) || (before == '(' && after == ')');
    }

    /** A short dash that stands for a hyphen: "cat\u2013cow"; not "5\u201310 min", which is a range. */
    private static boolean isInsideWord(FoldedText text, int i) {
        return i > 0
                && i + 1 < text.length
                && FoldedText.isLetter(text.chars[i - 1])
                && FoldedText.isLetter(text.chars[i + 1]);
    }

    private static boolean isBlankOrHyphen(char c) {
        return c == ' ' || c == '-' || c == '\t' || c == '>';
    }
}
