package org.recoveryreport.domain.tagging;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text in lower case without accents, typographic quotes, apostrophes in words ("child's"), dots in abbreviations
 * ("P.T.") and invisible characters, which knows where each of its characters was.
 */
final class FoldedText {
    final char[] chars;
    final int length;
    private final String original;
    private final int @Nullable [] starts;
    private final int @Nullable [] ends;

    private FoldedText(String original, char[] chars, int length, int @Nullable [] starts, int @Nullable [] ends) {
        this.original = original;
        this.chars = chars;
        this.length = length;
        this.starts = starts;
        this.ends = ends;
    }

    static FoldedText of(String text) {
        char[] chars = new char[text.length()];
        for (int i = 0; i < chars.length; i++) {
            char c = text.charAt(i);
            if (c >= 128 || c == '\'' || c == '`' || isAbbreviationDot(text, i)) {
                return new Folder(text, chars, i).fold();
            }
            chars[i] = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return new FoldedText(text, chars, chars.length, null, null);
    }

    /** Equal for phrases that match the same texts. */
    static String key(String phrase) {
        FoldedText folded = of(phrase);
        StringBuilder key = new StringBuilder(folded.length);
        for (int i = 0; i < folded.length; i++) {
            char c = folded.chars[i] == '-' ? ' ' : folded.chars[i];
            if (c != ' ' || (key.length() > 0 && key.charAt(key.length() - 1) != ' ')) {
                key.append(c);
            }
        }
        return key.toString().stripTrailing();
    }

    /** Where a character begins in the original. */
    int start(int index) {
        return starts == null ? index : starts[index];
    }

    /** Where a character ends in the original. */
    int end(int index) {
        return ends == null ? index + 1 : ends[index];
    }

    /** Whether a letter was a capital in the original. */
    boolean wasCapital(int index) {
        return Character.isUpperCase(original.charAt(start(index)));
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 128 && Character.isLetter(c));
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The dots of "P.T." but not that which ends a sentence. */
    private static boolean isAbbreviationDot(String text, int i) {
        if (text.charAt(i) != '.' || !isSingleLetter(text, i - 1)) {
            return false;
        }
        if (isSingleLetter(text, i + 1)) {
            return true;
        }
        boolean last = i >= 2 && text.charAt(i - 2) == '.' && isSingleLetter(text, i - 3);
        return last
                && !(i + 2 < text.length() && text.charAt(i + 1) == ' ' && Character.isUpperCase(text.charAt(i + 2)))
                && i + 1 < text.length();
    }

    private static boolean isSingleLetter(String text, int i) {
        return i >= 0
                && i < text.length()
                && Character.isLetter(text.charAt(i))
                && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))
                && (i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1)));
    }

    /** Goes on where a character needs more than lower case. */
    private static final class Folder {
        private final String text;
        private char[] chars;
        private int[] starts;
        private int[] ends;
        private int length;

        Folder(String text, char[] chars, int done) {
            this.text = text;
            this.chars = chars;
            this.length = done;
            this.starts = new int[chars.length];
            this.ends = new int[chars.length];
            for (int i = 0; i < done; i++) {
                starts[i] = i;
                ends[i] = i + 1;
            }
        }

        FoldedText fold() {
            int i = length;
            while (i < text.length()) {
                int point = text.codePointAt(i);
                int next = i + Character.charCount(point);
                if (point < 128) {
                    foldAscii((char) point, i);
                } else {
                    foldOther(point, i, next);
                }
                i = next;
            }
            return new FoldedText(text, chars, length, starts, ends);
        }

        private void foldAscii(char c, int i) {
            if (c == '\'' || c == '`') {
                foldApostrophe(i);
            } else if (!isAbbreviationDot(text, i)) {
                add(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c, i, i + 1);
            }
        }

        private void foldApostrophe(int i) {
            boolean inWord = length > 0
                    && isLetter(chars[length - 1])
                    && ends[length - 1] == i
                    && i + 1 < text.length()
                    && Character.isLetter(text.charAt(i + 1));
            if (!inWord) {
                add(' ', i, i + 1);
            }
        }

        private void foldOther(int point, int start, int end) {
            String plain = point == 0x00D8 || point == 0x00F8 ? slashedO(start, end) : plain(point);
            if (plain == null) {
                foldApostrophe(start);
                return;
            }
            for (int k = 0; k < plain.length(); k++) {
                add(plain.charAt(k), start, end);
            }
        }

        /** "\u00D8 ice" says that there was none. */
        private String slashedO(int start, int end) {
            boolean inWord = (start > 0 && Character.isLetter(text.charAt(start - 1)))
                    || (end < text.length() && Character.isLetter(text.charAt(end)));
            return inWord ? "o" : "no";
        }

        /** Null for an apostrophe, empty for what is invisible. */
        private static @Nullable String plain(int point) {
            return switch (point) {
                case 0x2018, 0x2019, 0x02BC, 0x00B4 -> null;
                case 0x2010, 0x2011, 0x2212 -> "-";
                case 0x2012, 0x2013 -> "\u2013";
                case 0x2014, 0x2015, 0x2192, 0x21D2 -> "\u2014";
                case 0x2026 -> ".";
                case 0x2022, 0x00B7, 0x25CF, 0x2028, 0x2029 -> ";";
                case 0x00D7 -> "x";
                case 0x00DF -> "ss";
                case 0x00E6, 0x00C6 -> "ae";
                case 0x0153, 0x0152 -> "oe";
                case 0x0142, 0x0141 -> "l";
                case 0x3001, 0xFF0C, 0x060C -> ",";
                case 0x3002 -> ".";
                case 0x2205 -> " no ";
                case 0x2713, 0x2714, 0x2705, 0x2611 -> " yes ";
                case 0x2717, 0x2718, 0x274C, 0x2610 -> " no ";
                default -> decomposed(point);
            };
        }

        private static String decomposed(int point) {
            int type = Character.getType(point);
            if (type == Character.NON_SPACING_MARK || type == Character.FORMAT || type == Character.ENCLOSING_MARK) {
                return "";
            }
            if (!Character.isLetterOrDigit(point)) {
                return " ";
            }
            String parts = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD)
                    .toLowerCase(Locale.ROOT);
            StringBuilder plain = new StringBuilder();
            parts.codePoints()
                    .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
                    .forEach(plain::appendCodePoint);
            return plain.toString();
        }

        private void add(char c, int start, int end) {
            if (length == chars.length) {
                int larger = length + length / 2 + 16;
                chars = Arrays.copyOf(chars, larger);
                starts = Arrays.copyOf(starts, larger);
                ends = Arrays.copyOf(ends, larger);
            }
            chars[length] = c;
            starts[length] = start;
            ends[length] = end;
            length++;
        }
    }
}
