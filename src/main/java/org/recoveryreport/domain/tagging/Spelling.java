package org.recoveryreport.domain.tagging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the word of the vocabulary that a misspelt word stands for.
 *
 * <p>Words are compared as they sound (ph = f, y = i, k = c, z = s, doubled letters once) by the number of letters that
 * are wrong, missing, extra or swapped with their neighbour: none in words of 4 letters, one from 5, two from 8. Fewest
 * wins. Two words that mean different things and are equally near leave the word unknown, and so does a look-alike of the
 * catalogue that is as near: a misspelling never turns one drug into another.
 *
 * <p>Candidates are found by the words' deletions, as in SymSpell, so that the cost does not grow with the vocabulary.
 */
final class Spelling {
    static final int LONGEST = 32;
    private static final int SHORTEST = 4;
    private static final int SHORTEST_FOR_ONE = 5;
    private static final int SHORTEST_FOR_TWO = 8;
    private static final long PRIME = 1_000_003L;
    private static final int[] NO_CANDIDATE = {};
    private static final long[] POWERS = powers();

    private final char[][] sounds;
    private final char[][] letters;
    private final int[] words;
    private final long[] meanings;
    /** Open addressing: hashes of sounds without up to two letters, and for each the candidates. */
    private final long[] keys;

    private final int[][] candidates;

    /** A word that misspellings are corrected to, with a number that is equal for words of the same meaning. */
    record Entry(int word, String letters, long meaning) {}

    Spelling(List<Entry> entries) {
        Map<Long, List<Integer>> index = new HashMap<>();
        List<char[]> allSounds = new ArrayList<>();
        words = new int[entries.size()];
        meanings = new long[entries.size()];
        letters = new char[entries.size()][];
        for (int i = 0; i < words.length; i++) {
            Entry entry = entries.get(i);
            words[i] = entry.word();
            meanings[i] = entry.meaning();
            letters[i] = entry.letters().toCharArray();
            char[] buffer = new char[LONGEST];
            int length = sound(letters[i], 0, letters[i].length, buffer);
            allSounds.add(Arrays.copyOf(buffer, length));
            long[] hashes = deletions(buffer, length);
            for (int h = 0; h < hashes.length; h++) {
                List<Integer> list = index.computeIfAbsent(hashes[h], key -> new ArrayList<>());
                if (list.isEmpty() || list.get(list.size() - 1) != i) {
                    list.add(i);
                }
            }
        }
        sounds = allSounds.toArray(char[][]::new);
        int room = Integer.highestOneBit(Math.max(16, index.size() * 3)) * 2;
        keys = new long[room];
        candidates = new int[room][];
        Arrays.fill(candidates, NO_CANDIDATE);
        index.forEach((key, list) ->
                put(key, list.stream().mapToInt(Integer::intValue).toArray()));
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
        Search search = new Search(text, start, end, sound, length);
        int allowed = allowed(length);
        long whole = hash(sound, length);
        search.consider(whole, 0);
        if (allowed > 0) {
            searchDeletions(search, sound, length, allowed);
        }
        return search.best();
    }

    private void searchDeletions(Search search, char[] sound, int length, int allowed) {
        long[] prefix = prefixes(sound, length);
        for (int i = 0; i < length; i++) {
            search.consider(without(prefix, length, i), allowed);
        }
        if (allowed > 1 && search.distance > 1) {
            for (int i = 0; i < length; i++) {
                for (int j = i + 1; j < length; j++) {
                    search.consider(without(prefix, length, i, j), allowed);
                }
            }
        }
        search.consider(prefix[length], allowed);
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
        private int distance = Integer.MAX_VALUE;
        private int best = -1;
        private int bestLetters = Integer.MAX_VALUE;
        private boolean undecided;

        Search(char[] text, int start, int end, char[] sound, int length) {
            this.text = text;
            this.start = start;
            this.end = end;
            this.sound = sound;
            this.length = length;
        }

        void consider(long key, int allowed) {
            for (int candidate : get(key)) {
                if (candidate != best) {
                    compare(candidate, allowed);
                }
            }
        }

        private void compare(int candidate, int allowed) {
            char[] other = sounds[candidate];
            int limit = Math.min(allowed, allowed(other.length));
            if (other[0] != sound[0]) {
                limit = Math.min(limit, 1);
            }
            int d = distance(sound, 0, length, other, other.length);
            if (d > limit || d > distance) {
                return;
            }
            int byLetters = distance(text, start, end, letters[candidate], letters[candidate].length);
            if (d < distance || byLetters < bestLetters) {
                distance = d;
                bestLetters = byLetters;
                best = candidate;
                undecided = false;
            } else if (byLetters == bestLetters && meanings[candidate] != meanings[best]) {
                undecided = true;
            } else if (byLetters == bestLetters && candidate < best) {
                best = candidate;
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

    private static long[] deletions(char[] sound, int length) {
        int allowed = allowed(length);
        long[] prefix = prefixes(sound, length);
        List<Long> hashes = new ArrayList<>(List.of(prefix[length]));
        for (int i = 0; i < length && allowed > 0; i++) {
            hashes.add(without(prefix, length, i));
            for (int j = i + 1; j < length && allowed > 1; j++) {
                hashes.add(without(prefix, length, i, j));
            }
        }
        return hashes.stream().mapToLong(Long::longValue).toArray();
    }

    private static long hash(char[] sound, int length) {
        long hash = 0;
        for (int i = 0; i < length; i++) {
            hash = hash * PRIME + sound[i];
        }
        return hash;
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

    private void put(long key, int[] found) {
        int slot = slot(key);
        while (candidates[slot].length > 0) {
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        candidates[slot] = found;
    }

    private int[] get(long key) {
        int slot = slot(key);
        while (candidates[slot].length > 0) {
            if (keys[slot] == key) {
                return candidates[slot];
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        return NO_CANDIDATE;
    }

    private int slot(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & (keys.length - 1);
    }
}
