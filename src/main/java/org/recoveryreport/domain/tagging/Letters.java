package org.recoveryreport.domain.tagging;

/** How far two words are apart, as they are written and as they sound. */
final class Letters {
    private Letters() {}

    /**
     * Writes how a word sounds (ph = f, y = i, k = c, z = s, c before e, i and y = s, doubled letters once), and returns its
     * length; 0 if the word is not all letters.
     */
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
            } else if (c == 'c' && i + 1 < end && isSoft(text[i + 1])) {
                c = 's';
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

    /** Whether two words differ in their vowels only. */
    static boolean sameConsonants(char[] a, int lengthA, char[] b, int lengthB) {
        int i = 0;
        int j = 0;
        while (true) {
            while (i < lengthA && isVowel(a[i])) {
                i++;
            }
            while (j < lengthB && isVowel(b[j])) {
                j++;
            }
            if (i == lengthA || j == lengthB) {
                return i == lengthA && j == lengthB;
            }
            if (a[i++] != b[j++]) {
                return false;
            }
        }
    }

    /** Whether two words are made of the same letters: a swap, if they are one step apart. */
    static boolean sameLetters(char[] a, int lengthA, char[] b, int lengthB) {
        return lengthA == lengthB && sum(a, lengthA) == sum(b, lengthB);
    }

    private static int sum(char[] letters, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += letters[i] * letters[i];
        }
        return sum;
    }

    /** The length without "-ing", "-ed" or "-s", which make short words long but no less like others ("cooking"). */
    static int stem(char[] word, int length) {
        if (length > 3 && word[length - 3] == 'i' && word[length - 2] == 'n' && word[length - 1] == 'g') {
            return length - 3;
        }
        if (length > 3 && word[length - 2] == 'e' && word[length - 1] == 'd') {
            return length - 2;
        }
        return word[length - 1] == 's' ? length - 1 : length;
    }

    private static boolean isSoft(char c) {
        return c == 'e' || c == 'i' || c == 'y';
    }

    private static boolean isVowel(char c) {
        return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
    }
}
