package org.recoveryreport.domain.tagging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the phrases nearest to a text in which nothing was recognised, so that a clinic sees at once what to add to its
 * catalogue. Compares every word, and every two words that stand together, with every treatment phrase by the pairs of
 * neighbouring letters they share. Deterministic: ties go to the phrase that comes first in the alphabet. Slower than
 * tagging by far; meant for a few listed texts.
 */
public final class Suggestions {
    private static final double LEAST_SIMILARITY = 0.5;
    private static final int LONGEST_TEXT = 500;
    private static final int SHORTEST_WORD = 3;

    private final Map<Phrase, int[]> candidates = new LinkedHashMap<>();

    public Suggestions(TagCatalogue catalogue) {
        for (Phrase phrase : catalogue.phrases()) {
            if (phrase.isTreatment()) {
                candidates.put(phrase, pairs(FoldedText.key(phrase.text())));
            }
        }
    }

    /**
     * The nearest phrases, nearest first; each phrase once. Empty if nothing comes near.
     *
     * @param limit how many at most
     */
    public List<Suggestion> nearest(String text, int limit) {
        Map<String, Suggestion> best = new LinkedHashMap<>();
        for (String words : parts(text)) {
            int[] pairs = pairs(words);
            candidates.forEach((phrase, pairsOfPhrase) -> {
                double similarity = similarity(pairs, pairsOfPhrase);
                Suggestion known = best.get(phrase.text());
                if (similarity >= LEAST_SIMILARITY && (known == null || known.similarity() < similarity)) {
                    best.put(phrase.text(), new Suggestion(phrase, similarity));
                }
            });
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(Suggestion::similarity)
                        .reversed()
                        .thenComparing(suggestion -> suggestion.phrase().text()))
                .limit(limit)
                .toList();
    }

    private static List<String> parts(String text) {
        Tokens tokens = Tokens.of(FoldedText.of(text.substring(0, Math.min(text.length(), LONGEST_TEXT))));
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.isWord(i) && !tokens.isNumber(i)) {
                String word = word(tokens, i);
                if (word.length() >= SHORTEST_WORD) {
                    parts.add(word);
                }
                if (tokens.isWord(i + 1) && !tokens.isNumber(i + 1)) {
                    parts.add(word + " " + word(tokens, i + 1));
                }
            }
        }
        return parts;
    }

    private static String word(Tokens tokens, int token) {
        return new String(tokens.text.chars, tokens.start[token], tokens.length(token));
    }

    /** The pairs of neighbouring letters, sorted; the word's beginning and end count as letters. */
    private static int[] pairs(String word) {
        int[] pairs = new int[word.length() + 1];
        char before = ' ';
        for (int i = 0; i < word.length(); i++) {
            pairs[i] = before << 16 | word.charAt(i);
            before = word.charAt(i);
        }
        pairs[word.length()] = before << 16 | ' ';
        Arrays.sort(pairs);
        return pairs;
    }

    private static double similarity(int[] a, int[] b) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            if (a[i] == b[j]) {
                shared++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return 2.0 * shared / (a.length + b.length);
    }
}
