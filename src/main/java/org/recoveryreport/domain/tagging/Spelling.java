package org.recoveryreport.domain.tagging;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the word of the vocabulary that a misspelt word stands for.
 *
 * <p>Words are compared as they sound (ph = f, y = i, k = c, z = s, doubled letters once), and if that finds none as they
 * are written, by the number of letters that are wrong, missing, extra or swapped with their neighbour: none in words of
 * 4 letters (but two may be swapped), one from 5, two from 9, and two vowels from 6. Where letters are wrong, an ending
 * such as "-ing" does not count among them, or "cooking" would be "cooling". Fewest wins. Two words that mean different
 * things and are equally near leave the word unknown, and so does a look-alike of the catalogue that is as near: a
 * misspelling never turns one drug into another.
 *
 * <p>Candidates are found by the words' deletions, as in SymSpell, so that the cost does not grow with the vocabulary.
 */
final class Spelling {
    static final int LONGEST = 32;
    /** The meaning of words that mean something only in a phrase; they give way to words that stand alone. */
    static final long PART_OF_A_PHRASE = Long.MIN_VALUE;

    private static final int SHORTEST = 4;
    /** From here on two vowels may be wrong. */
    private static final int SHORTEST_FOR_VOWELS = 6;

    private static final int SHORTEST_FOR_ONE = 5;
    /** The first letter is rarely wrong. */
    private static final int SHORTEST_FOR_OTHER_START = 7;

    private static final int SHORTEST_FOR_TWO = 9;
    private static final long PRIME = 1_000_003L;
    private static final long[] POWERS = powers();

    /** By candidate: how its word sounds; and after all of these, by candidate: its letters. */
    private final char[][] forms;

    private final int[] words;
    private final long[] meanings;
    /** A bit for each key, to see quickly and nearly always that there is no candidate. */
    private final long[] present = new long[1 << 16];
    /** Open addressing: hashes of sounds without up to two letters, and for each the last of its candidates. */
    private long[] keys = new long[1 << 18];

    private int[] last = new int[1 << 18];
    private int keyCount;
    /** By candidate link: the word it stands for, and the link before it, or 0. */
    private int[] owner = new int[1 << 18];

    private int[] before = new int[1 << 18];
    private int links;

    /** A word that misspellings are corrected to, with a number that is equal for words of the same meaning. */
    record Entry(int word, String letters, long meaning) {}

    Spelling(List<Entry> entries) {
        words = new int[entries.size()];
        meanings = new long[entries.size()];
        forms = new char[entries.size() * 2][];
        char[] buffer = new char[LONGEST];
        for (int i = 0; i < words.length; i++) {
            Entry entry = entries.get(i);
            words[i] = entry.word();
            meanings[i] = entry.meaning();
            char[] letters = entry.letters().toCharArray();
            forms[i] = Arrays.copyOf(buffer, sound(letters, 0, letters.length, buffer));
            forms[words.length + i] = letters;
            index(i);
            if (!Arrays.equals(forms[i], letters)) {
                index(words.length + i);
            }
        }
    }

    private void index(int form) {
        int length = forms[form].length;
        long[] prefix = prefixes(forms[form], length);
        link(prefix[length], form);
        for (int i = 0; i < length; i++) {
            link(without(prefix, length, i), form);
            for (int j = i + 1; j < length && searched(length) > 1; j++) {
                link(without(prefix, length, i, j), form);
            }
        }
    }

    private void link(long key, int candidate) {
        int slot = slot(key);
        if (last[slot] != 0 && owner[last[slot]] == candidate) {
            return;
        }
        if (last[slot] == 0) {
            if (++keyCount * 2 > keys.length) {
                grow();
                slot = slot(key);
            }
            keys[slot] = key;
            present[(int) (key >>> 6) & (present.length - 1)] |= 1L << key;
        }
        if (++links == owner.length) {
            owner = Arrays.copyOf(owner, links * 2);
            before = Arrays.copyOf(before, links * 2);
        }
        owner[links] = candidate;
        before[links] = last[slot];
        last[slot] = links;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldLast = last;
        keys = new long[oldKeys.length * 2];
        last = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldLast[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                last[slot] = oldLast[i];
            }
        }
    }

    /** The slot of a key, or the free one where it belongs. */
    private int slot(long key) {
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (keys.length - 1);
        while (last[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    /** The number of the word meant, or {@link Tokens#UNKNOWN}. */
    int correct(char[] text, int start, int end) {
        if (end - start < SHORTEST || end - start >= LONGEST) {
            return Tokens.UNKNOWN;
        }
        char[] sound = new char[LONGEST];
        int length = sound(text, start, end, sound);
        if (length < SHORTEST) {
            return Tokens.UNKNOWN;
        }
        int found = new Search(text, start, end, sound, length, 0).best();
        if (found != Tokens.UNKNOWN || length == end - start) {
            return found;
        }
        char[] plain = Arrays.copyOfRange(text, start, end);
        return new Search(text, start, end, plain, plain.length, words.length).best();
    }

    private static boolean isVowel(char c) {
        return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
    }

    private static int sum(char[] letters, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += letters[i] * letters[i];
        }
        return sum;
    }

    /** The length without "-ing", "-ed" or "-s", which make short words long but no less like others ("cooking"). */
    private static int stem(char[] word, int length) {
        if (length > 3 && word[length - 3] == 'i' && word[length - 2] == 'n' && word[length - 1] == 'g') {
            return length - 3;
        }
        if (length > 3 && word[length - 2] == 'e' && word[length - 1] == 'd') {
            return length - 2;
        }
        return word[length - 1] == 's' ? length - 1 : length;
    }

    /** How many letters are left out to find candidates. */
    private static int searched(int length) {
        return length >= SHORTEST_FOR_VOWELS ? 2 : 1;
    }

    private static int allowed(int length) {
        return length >= SHORTEST_FOR_TWO ? 2 : length >= SHORTEST_FOR_ONE ? 1 : 0;
    }

    /** Keeps the nearest candidate. */
    private final class Search {
        private final char[] text;
        private final int start;
        private final int end;
        private final char[] sound;
        private final int length;
        private int nearest = Integer.MAX_VALUE;
        private int best = -1;
        private int bestLetters = Integer.MAX_VALUE;
        private boolean undecided;

        /** Number of the first candidate's form: 0 to compare sounds, the number of words to compare letters. */
        private final int firstForm;

        Search(char[] text, int start, int end, char[] sound, int length, int firstForm) {
            this.text = text;
            this.start = start;
            this.end = end;
            this.sound = sound;
            this.length = length;
            this.firstForm = firstForm;
            long[] prefix = prefixes(sound, length);
            consider(prefix[length]);
            for (int i = 0; i < length && nearest > 0; i++) {
                consider(without(prefix, length, i));
            }
            for (int i = 0; i < length && nearest > 1 && searched(length) > 1; i++) {
                for (int j = i + 1; j < length; j++) {
                    consider(without(prefix, length, i, j));
                }
            }
        }

        private void consider(long key) {
            if ((present[(int) (key >>> 6) & (present.length - 1)] & 1L << key) == 0) {
                return;
            }
            for (int link = last[slot(key)]; link != 0; link = before[link]) {
                int candidate = owner[link] - firstForm;
                if (candidate >= 0 && candidate < words.length && candidate != best) {
                    compare(candidate);
                }
            }
        }

        private void compare(int candidate) {
            char[] other = forms[firstForm + candidate];
            int limit = Math.min(allowed(length), allowed(other.length));
            if (length == other.length && sum(sound, length) != sum(other, length)) {
                limit = Math.min(allowed(stem(sound, length)), allowed(stem(other, length)));
            }
            if (other[0] != sound[0]) {
                limit = Math.min(limit, length >= SHORTEST_FOR_OTHER_START ? 1 : 0);
            }
            int d = distance(sound, 0, length, other, other.length);
            if (d > nearest || (d > limit && !isLikelySlip(d, other))) {
                return;
            }
            int byLetters = lettersWrong(candidate);
            if (d < nearest || byLetters < bestLetters) {
                nearest = d;
                bestLetters = byLetters;
                best = candidate;
                undecided = false;
            } else if (byLetters == bestLetters) {
                tie(candidate);
            }
        }

        private int lettersWrong(int candidate) {
            char[] letters = forms[words.length + candidate];
            return distance(text, start, end, letters, letters.length);
        }

        private void tie(int candidate) {
            if (meanings[best] == PART_OF_A_PHRASE && meanings[candidate] != PART_OF_A_PHRASE) {
                best = candidate;
                undecided = false;
            } else if (meanings[candidate] == PART_OF_A_PHRASE && meanings[best] != PART_OF_A_PHRASE) {
                return;
            } else if (meanings[candidate] != meanings[best]) {
                undecided = true;
            } else if (candidate < best) {
                best = candidate;
            }
        }

        /** Wrong vowels, as in "tylonel", and two letters swapped in a short word, as in "rset". */
        private boolean isLikelySlip(int d, char[] other) {
            if (other[0] != sound[0]) {
                return false;
            }
            if (length == SHORTEST) {
                return d == 1 && other.length == SHORTEST && sum(sound, SHORTEST) == sum(other, SHORTEST);
            }
            int shortest = Math.min(stem(sound, length), stem(other, other.length));
            return d <= 2 && shortest >= SHORTEST_FOR_VOWELS && sameConsonants(other);
        }

        private boolean sameConsonants(char[] other) {
            int i = 0;
            int j = 0;
            while (true) {
                while (i < length && isVowel(sound[i])) {
                    i++;
                }
                while (j < other.length && isVowel(other[j])) {
                    j++;
                }
                if (i == length || j == other.length) {
                    return i == length && j == other.length;
                }
                if (sound[i++] != other[j++]) {
                    return false;
                }
            }
        }

        int best() {
            return best < 0 || undecided ? Tokens.UNKNOWN : words[best];
        }
    }

    /** Writes how a word sounds, and returns its length; 0 if the word is not all letters. */
    static int sound(char[] text, int start, int end, char[] to) {
        int length = 0;
        for (int i = start; i < end && length < to.length; i++) {
            char c = text[i];
            if (!FoldedText.isLetter(c)) {
                return 0;
            }
            if (c == 'p' && i + 1 < end && text[i + 1] == 'h') {
                c = 'f';
                i++;
            } else if (c == 'y') {
                c = 'i';
            } else if (c == 'k') {
                c = 'c';
            } else if (c == 'z') {
                c = 's';
            }
            if (length == 0 || to[length - 1] != c) {
                to[length++] = c;
            }
        }
        return length;
    }

    /** Wrong, missing, extra and neighbouring swapped letters (optimal string alignment). */
    static int distance(char[] a, int start, int end, char[] b, int lengthB) {
        int lengthA = end - start;
        int[] before = new int[lengthB + 1];
        int[] previous = new int[lengthB + 1];
        int[] current = new int[lengthB + 1];
        for (int j = 0; j <= lengthB; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= lengthA; i++) {
            current[0] = i;
            char c = a[start + i - 1];
            for (int j = 1; j <= lengthB; j++) {
                int d = Math.min(previous[j - 1] + (c == b[j - 1] ? 0 : 1), Math.min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && c == b[j - 2] && a[start + i - 2] == b[j - 1]) {
                    d = Math.min(d, before[j - 2] + 1);
                }
                current[j] = d;
            }
            int[] free = before;
            before = previous;
            previous = current;
            current = free;
        }
        return previous[lengthB];
    }

    private static long[] prefixes(char[] sound, int length) {
        long[] prefix = new long[length + 1];
        for (int i = 0; i < length; i++) {
            prefix[i + 1] = prefix[i] * PRIME + sound[i];
        }
        return prefix;
    }

    private static long without(long[] prefix, int length, int i) {
        return prefix[i] * POWERS[length - i - 1] + slice(prefix, i + 1, length);
    }

    private static long without(long[] prefix, int length, int i, int j) {
        long first = prefix[i] * POWERS[j - i - 1] + slice(prefix, i + 1, j);
        return first * POWERS[length - j - 1] + slice(prefix, j + 1, length);
    }

    private static long slice(long[] prefix, int from, int to) {
        return prefix[to] - prefix[from] * POWERS[to - from];
    }

    private static long[] powers() {
        long[] powers = new long[LONGEST + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * PRIME;
        }
        return powers;
    }
}
