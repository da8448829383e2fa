package org.recoveryreport.domain.tagging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The words of the catalogue, numbered. Looks words up in a text without making strings of them. */
final class Vocabulary {
    private static final int SHORTEST_PLURAL = 4;
    /** Split words are put together from this length on ("acu puncture"); a shorter one if both parts are no words. */
    private static final int SHORTEST_JOINED = 8;

    private static final int SHORTEST_JOINED_PARTS = 5;

    private static final int SHORTEST_COUNTED = 2;

    private final List<String> words = new ArrayList<>();
    /** Open addressing: word number + 1, or 0. */
    private int[] table = new int[1 << 10];

    /** Also written "w/". */
    private final int with = add("with");

    /** The number of a word, which is added if it is new. */
    int add(String word) {
        char[] chars = word.toCharArray();
        int known = find(chars, 0, chars.length);
        if (known != Tokens.UNKNOWN) {
            return known;
        }
        words.add(word);
        if (words.size() * 4 > table.length) {
            table = new int[table.length * 2];
            for (int i = 0; i < words.size(); i++) {
                insert(i);
            }
        } else {
            insert(words.size() - 1);
        }
        return Tokens.FIRST_WORD + words.size() - 1;
    }

    int size() {
        return Tokens.FIRST_WORD + words.size();
    }

    String word(int number) {
        return words.get(number - Tokens.FIRST_WORD);
    }

    /** The words' numbers are written into the tokens; words that a blank has split are put together. */
    void resolve(Tokens tokens, Spelling spelling) {
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.word[i] == Tokens.UNKNOWN) {
                tokens.word[i] = find(tokens.text.chars, tokens.start[i], tokens.end[i]);
            }
        }
        int kept = 0;
        for (int i = 0; i < tokens.count; i++) {
            int joined =
                    tokens.word[i] == Tokens.UNKNOWN || (i + 1 < tokens.count && tokens.word[i + 1] == Tokens.UNKNOWN)
                            ? joined(tokens, i)
                            : Tokens.UNKNOWN;
            tokens.move(i, kept);
            if (joined != Tokens.UNKNOWN) {
                i++;
                tokens.end[kept] = tokens.end[i];
                tokens.word[kept] = joined;
            } else if (tokens.word[kept] == Tokens.UNKNOWN) {
                tokens.word[kept] = variant(tokens, kept, spelling);
            }
            kept++;
        }
        tokens.count = kept;
    }

    /** The singular, a word with a number of times written to it, or what the word is a misspelling of. */
    private int variant(Tokens tokens, int token, Spelling spelling) {
        char[] chars = tokens.text.chars;
        int start = tokens.start[token];
        int end = tokens.end[token];
        if (end - start >= SHORTEST_PLURAL && chars[end - 1] == 's') {
            int singular = find(chars, start, end - 1);
            if (singular != Tokens.UNKNOWN) {
                return singular;
            }
        }
        int counted = counted(tokens, start, end);
        return counted == Tokens.UNKNOWN ? spelling.correct(chars, start, end) : counted;
    }

    /** "ptx6", "icex2", "2xadvil". */
    private int counted(Tokens tokens, int start, int end) {
        char[] chars = tokens.text.chars;
        if (chars[start] == 'x' && start > 0 && FoldedText.isDigit(chars[start - 1])) {
            return find(chars, start + 1, end);
        }
        int letters = end;
        while (letters > start && FoldedText.isDigit(chars[letters - 1])) {
            letters--;
        }
        boolean digits = letters < tokens.text.length && FoldedText.isDigit(chars[letters]);
        return digits && letters - start > SHORTEST_COUNTED && chars[letters - 1] == 'x'
                ? find(chars, start, letters - 1)
                : Tokens.UNKNOWN;
    }

    private int joined(Tokens tokens, int first) {
        int second = first + 1;
        if (second >= tokens.count
                || !tokens.isWord(second)
                || tokens.start[second] != tokens.end[first] + 1
                || tokens.isNumber(first)
                || tokens.isNumber(second)) {
            return Tokens.UNKNOWN;
        }
        int length = tokens.length(first) + tokens.length(second);
        boolean parts = tokens.word[first] == Tokens.UNKNOWN && tokens.word[second] == Tokens.UNKNOWN;
        if (length < (parts ? SHORTEST_JOINED_PARTS : SHORTEST_JOINED) || length > Spelling.LONGEST) {
            return Tokens.UNKNOWN;
        }
        char[] chars = Arrays.copyOfRange(tokens.text.chars, tokens.start[first], tokens.start[first] + length);
        System.arraycopy(tokens.text.chars, tokens.start[second], chars, tokens.length(first), tokens.length(second));
        return find(chars, 0, length);
    }

    int find(char[] chars, int start, int end) {
        if (end - start == 2 && chars[start + 1] == '/') {
            return with;
        }
        int mask = table.length - 1;
        int slot = hash(chars, start, end) & mask;
        while (table[slot] != 0) {
            if (matches(words.get(table[slot] - 1), chars, start, end)) {
                return Tokens.FIRST_WORD + table[slot] - 1;
            }
            slot = (slot + 1) & mask;
        }
        return Tokens.UNKNOWN;
    }

    private void insert(int index) {
        char[] chars = words.get(index).toCharArray();
        int mask = table.length - 1;
        int slot = hash(chars, 0, chars.length) & mask;
        while (table[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        table[slot] = index + 1;
    }

    private static boolean matches(String word, char[] chars, int start, int end) {
        if (word.length() != end - start) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != chars[start + i]) {
                return false;
            }
        }
        return true;
    }

    private static int hash(char[] chars, int start, int end) {
        int hash = 7;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + chars[i];
        }
        return hash ^ hash >>> 15;
    }
}
