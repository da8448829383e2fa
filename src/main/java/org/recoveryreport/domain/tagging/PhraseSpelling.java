package org.recoveryreport.domain.tagging;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the words of phrases that a misspelt word is one step away from: a letter wrong, missing or extra, or two
 * neighbours swapped. That is too little to know a short word by, and so only the rest of the phrase decides: "ise pack".
 */
final class PhraseSpelling {
    private static final int SHORTEST = 2;
    private static final int SHORTEST_MEANT = 3;
    private static final int LONGEST = 12;

    private final int[] words;
    private final char[][] letters;
    private final Deletions deletions = new Deletions(1 << 15);

    /** @param entries words of phrases, in a fixed order */
    PhraseSpelling(List<Spelling.Entry> entries) {
        words = new int[entries.size()];
        letters = new char[words.length][];
        for (int i = 0; i < words.length; i++) {
            words[i] = entries.get(i).word();
            letters[i] = entries.get(i).letters().toCharArray();
            deletions.add(letters[i], i, 1);
        }
    }

    static boolean draws(String word) {
        return word.length() >= SHORTEST_MEANT && word.length() <= LONGEST;
    }

    /** The numbers of the words that these letters may stand for, each once; mostly none. */
    int[] near(char[] text, int start, int end) {
        int length = end - start;
        if (length < SHORTEST || length > LONGEST) {
            return new int[0];
        }
        long[] prefix = Deletions.prefixes(text, start, end);
        int[] found = collect(deletions.first(prefix[length]), text, start, end, new int[0]);
        for (int i = 0; i < length; i++) {
            found = collect(deletions.first(Deletions.without(prefix, length, i)), text, start, end, found);
        }
        return found;
    }

    private int[] collect(int firstLink, char[] text, int start, int end, int[] known) {
        int[] found = known;
        for (int link = firstLink; link != 0; link = deletions.next(link)) {
            int candidate = deletions.word(link);
            char[] other = letters[candidate];
            if (Letters.distance(text, start, end, other, other.length) == 1 && !contains(found, words[candidate])) {
                found = Arrays.copyOf(found, found.length + 1);
                found[found.length - 1] = words[candidate];
            }
        }
        return found;
    }

    private static boolean contains(int[] numbers, int number) {
        for (int known : numbers) {
            if (known == number) {
                return true;
            }
        }
        return false;
    }
}
