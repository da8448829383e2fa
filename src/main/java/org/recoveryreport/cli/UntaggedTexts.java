package org.recoveryreport.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.recoveryreport.domain.episode.Episode;
import org.recoveryreport.domain.study.EpisodeTagger;
import org.recoveryreport.domain.study.TextReadings;
import org.recoveryreport.domain.tagging.Suggestions;
import org.recoveryreport.domain.tagging.TagCatalogue;

/** Collects the texts in which nothing is recognised, so that a clinic can extend its catalogue. */
final class UntaggedTexts {
    private static final int MOST_SHOWN = 20;
    /** Beyond so many different texts only those already seen are counted. */
    private static final int MOST_KEPT = 100_000;

    private final EpisodeTagger tagger;
    private final Suggestions suggestions;
    private final Map<String, Long> entries = new HashMap<>();

    UntaggedTexts(TagCatalogue catalogue) {
        tagger = new EpisodeTagger(new TextReadings(catalogue), List.of());
        suggestions = new Suggestions(catalogue);
    }

    void collect(Episode episode) {
        for (String text : tagger.tag(episode).unrecognised()) {
            if (entries.size() < MOST_KEPT || entries.containsKey(text)) {
                entries.merge(text, 1L, Long::sum);
            }
        }
    }

    /** Prints the most frequent, with the catalogue's phrases that come nearest. */
    void print(PrintWriter out) {
        if (entries.isEmpty()) {
            return;
        }
        out.print(
                "\nTexts in which nothing is recognised, the most frequent first; add what they mean to a catalogue\n");
        List<Map.Entry<String, Long>> mostFrequent = entries.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_SHOWN)
                .toList();
        for (Map.Entry<String, Long> text : mostFrequent) {
            String nearest = suggestions.nearest(text.getKey(), 2).stream()
                    .map(suggestion -> suggestion.phrase().text())
                    .collect(Collectors.joining(", "));
            out.print(String.format(Locale.ROOT, "%,8d  %s", text.getValue(), text.getKey())
                    + (nearest.isEmpty() ? "" : "  (near: " + nearest + ")") + "\n");
        }
        if (entries.size() > MOST_SHOWN) {
            out.print(String.format(Locale.ROOT, "          and %,d more\n", entries.size() - MOST_SHOWN));
        }
    }
}
