package org.recoveryreport.domain.tagging;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the word of the vocabulary that a misspelt word stands for.
 *
 * <p>Words are compared as they sound, and if that finds none as they are written, by the number of letters that are
 * wrong, missing, extra or swapped with their neighbour: none in words of 4 letters (but two may be swapped, or a vowel
 * wrong), one from 5, two from 9, and two vowels from 6. Where letters are wrong, an ending such as "-ing" does not count
 * among them, or "cooking" would be "cooling". Fewest wins. Two words that mean different things and are equally near
 * leave the word unknown, and so does a look-alike of the catalogue that is as near: a misspelling never turns one drug
 * into another. A word of 6 letters or more that none is near may be the beginning of one: "methocarb".
 */
final class Spelling {
    static final int LONGEST = 32;
    /** The meaning of words that mean something only in a phrase; they give way to words that stand alone. */
    static final long PART_OF_A_PHRASE = Long.MIN_VALUE;

    private static final int SHORTEST = 4;
    /** Only doubled letters or those of the same sound may be wrong: "icce". */
    private static final int SHORTEST_SOUND = 3;

    private static final int SHORTEST_FOR_ONE = 5;
    /** From here on two vowels may be wrong. */
    private static final int SHORTEST_FOR_VOWELS = 6;
    /** The first letter is rarely wrong. */
    private static final int SHORTEST_FOR_OTHER_START = 7;

    private static final int SHORTEST_FOR_TWO = 9;
    /** Longer words are also known by their beginning. */
    private static final int SHORTEST_BEGINNING = 6;

    /** By candidate: how its word sounds; and after all of these, by candidate: its letters. */
    private final char[][] forms;

    private final int[] words;
    private final long[] meanings;
    private final Deletions deletions = new Deletions(1 << 18);
    /** The candidates that are one word, in the order of their letters. */
    private final int[] byLetters;

    /**
     * A word that misspellings are corrected to.
     *
     * @param meaning equal for words of the same meaning
     * @param joined whether it is two words written together
     */
    record Entry(int word, String letters, long meaning, boolean joined) {}

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
            forms[i] = Arrays.copyOf(buffer, Letters.sound(letters, 0, letters.length, buffer));
            forms[words.length + i] = letters;
            deletions.add(forms[i], i, searched(forms[i].length));
            deletions.add(letters, words.length + i, searched(letters.length));
        }
        byLetters = sorted(entries);
    }

    private int[] sorted(List<Entry> entries) {
        return IntStream.range(0, words.length)
                .filter(i -> !entries.get(i).joined())
                .boxed()
                .sorted((a, b) -> Arrays.compare(forms[words.length + a], forms[words.length + b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The number of the word meant, or {@link Tokens#UNKNOWN}. */
    int correct(char[] text, int start, int end) {
        if (end - start < SHORTEST || end - start >= LONGEST) {
            return Tokens.UNKNOWN;
        }
        char[] sound = new char[LONGEST];
        int length = Letters.sound(text, start, end, sound);
        if (length < SHORTEST_SOUND) {
            return Tokens.UNKNOWN;
        }
        Search bySound = new Search(text, start, end, sound, length, 0);
        int found = bySound.best();
        boolean doubtful = found == Tokens.UNKNOWN || bySound.bestLetters > bySound.nearest;
        if (doubtful && !Arrays.equals(sound, 0, length, text, start, end)) {
            char[] plain = Arrays.copyOfRange(text, start, end);
            Search asWritten = new Search(text, start, end, plain, plain.length, words.length);
            if (found == Tokens.UNKNOWN || asWritten.isNearer(bySound)) {
                found = asWritten.best();
            }
        }
        return found == Tokens.UNKNOWN && end - start >= SHORTEST_BEGINNING ? begun(text, start, end) : found;
    }

    /** The word that begins so, as in "methocarb", if all that do mean the same. */
    private int begun(char[] text, int start, int end) {
        int low = 0;
        int high = byLetters.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compareBeginning(forms[words.length + byLetters[middle]], text, start, end) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int first = Tokens.UNKNOWN;
        for (int i = low; i < byLetters.length; i++) {
            int candidate = byLetters[i];
            if (compareBeginning(forms[words.length + candidate], text, start, end) != 0) {
                break;
            }
            if (meanings[candidate] == PART_OF_A_PHRASE) {
                continue;
            }
            if (meanings[candidate] <= 0 || (first >= 0 && meanings[candidate] != meanings[first])) {
                return Tokens.UNKNOWN;
            }
            first = first >= 0 ? first : candidate;
        }
        return first >= 0 ? words[first] : Tokens.UNKNOWN;
    }

    private static int compareBeginning(char[] word, char[] text, int start, int end) {
        int length = Math.min(word.length, end - start);
        return Arrays.compare(word, 0, length, text, start, end);
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
            long[] prefix = Deletions.prefixes(sound, 0, length);
            consider(prefix[length]);
            for (int i = 0; i < length && nearest > 0; i++) {
                consider(Deletions.without(prefix, length, i));
            }
            for (int i = 0; i < length && nearest > 1 && searched(length) > 1; i++) {
                for (int j = i + 1; j < length; j++) {
                    consider(Deletions.without(prefix, length, i, j));
                }
            }
        }

        private void consider(long key) {
            for (int link = deletions.first(key); link != 0; link = deletions.next(link)) {
                int candidate = deletions.word(link) - firstForm;
                if (candidate >= 0 && candidate < words.length && candidate != best) {
                    compare(candidate);
                }
            }
        }

        private void compare(int candidate) {
            char[] other = forms[firstForm + candidate];
            int d = Letters.distance(sound, 0, length, other, other.length);
            if (d > nearest || (d > limit(other, forms[words.length + candidate]) && !isLikelySlip(d, other))) {
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

        /** How many letters may be wrong. */
        private int limit(char[] other, char[] written) {
            int limit = Math.min(allowed(length), allowed(other.length));
            boolean begins = length != other.length && text[start] == written[0];
            if (!begins && !Letters.sameLetters(sound, length, other, other.length)) {
                int stems = Math.min(Letters.stem(sound, length), Letters.stem(other, other.length));
                limit = Math.min(limit, allowed(stems));
            }
            if (other[0] != sound[0]) {
                limit = Math.min(limit, length >= SHORTEST_FOR_OTHER_START ? 1 : 0);
            }
            return limit;
        }

        private int lettersWrong(int candidate) {
            char[] letters = forms[words.length + candidate];
            return Letters.distance(text, start, end, letters, letters.length);
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

        /** Two letters swapped, as in "ehat" and "tynelol", or wrong vowels, as in "tylonel" and "yuga". */
        private boolean isLikelySlip(int d, char[] other) {
            boolean swapped = length >= SHORTEST && Letters.sameLetters(sound, length, other, other.length);
            if (swapped && d == 1) {
                return true;
            }
            if (other[0] != sound[0]) {
                return false;
            }
            if (swapped && d == 2 && length >= SHORTEST_FOR_VOWELS) {
                return true;
            }
            boolean sameConsonants = Letters.sameConsonants(sound, length, other, other.length);
            if (length == SHORTEST && other.length == SHORTEST) {
                return d == 1 && sameConsonants;
            }
            int shortest = Math.min(Letters.stem(sound, length), Letters.stem(other, other.length));
            return d <= 2 && shortest >= SHORTEST_FOR_VOWELS && sameConsonants;
        }

        /** Whether what is found as written differs by fewer letters, and means something else: "traadol". */
        boolean isNearer(Search bySound) {
            return best >= 0
                    && bestLetters < bySound.bestLetters
                    && meanings[best] != meanings[bySound.best]
                    && meanings[best] != PART_OF_A_PHRASE;
        }

        int best() {
            return best < 0 || undecided ? Tokens.UNKNOWN : words[best];
        }
    }
}
