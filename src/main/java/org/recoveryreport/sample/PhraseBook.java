package org.recoveryreport.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The texts of sample logs, read from {@code phrases.tsv}. A text stands under the treatment it was written for, or under
 * none; those of greater weight are written more often.
 */
public final class PhraseBook {
    private static final String RESOURCE = "phrases.tsv";
    private static final String NONE = "-";

    private final List<Phrase> phrases;
    private final Map<String, List<Phrase>> weighted;

    private PhraseBook(List<Phrase> phrases, Map<String, List<Phrase>> weighted) {
        this.phrases = phrases;
        this.weighted = weighted;
    }

    /** Reads the built-in book. */
    public static PhraseBook load() {
        List<Phrase> phrases = new ArrayList<>();
        Map<String, List<Phrase>> weighted = new HashMap<>();
        try (InputStream stream = Objects.requireNonNull(PhraseBook.class.getResourceAsStream(RESOURCE), RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split("\t", -1)).forEach(cells -> {
                Phrase phrase = new Phrase(
                        cells[4],
                        Phrase.Kind.valueOf(cells[1].toUpperCase(Locale.ROOT).replace('-', '_')),
                        cells[3].equals(NONE) ? 0 : tagBits(cells[3].split(" ")));
                phrases.add(phrase);
                weighted.computeIfAbsent(cells[0], treatment -> new ArrayList<>())
                        .addAll(Collections.nCopies(Integer.parseInt(cells[2]), phrase));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
        return new PhraseBook(List.copyOf(phrases), weighted);
    }

    private static int tagBits(String[] tags) {
        int bits = 0;
        for (String tag : tags) {
            bits |= TreatmentHabit.bit(tag);
        }
        return bits;
    }

    /** Every text once, with its true tags. */
    public List<Phrase> phrases() {
        return phrases;
    }

    /** The texts for one treatment, each as often as its weight says. */
    List<Phrase> of(String treatment) {
        return List.copyOf(weighted.get(treatment));
    }

    /** The texts that tell of no used treatment, each as often as its weight says. */
    List<Phrase> withoutUse() {
        return of(NONE);
    }
}
