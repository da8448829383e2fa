package org.recoveryreport.domain.practice;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A medicine that a check singles out, with its code in the WHO's ATC classification. */
public enum Substance {
    /** Compounds have regimens of their own and are left out. */
    IBUPROFEN("M01AE01", "^ibuprofen(?! and |[-/])"),
    /** Without compounds, like ibuprofen. */
    NAPROXEN("M01AE02", "^naproxen(?! and |[-/])"),
    /** With compounds: what limits the days is the carisoprodol in them. */
    CARISOPRODOL("M03BA02", "\\b(carisoprodol|soma)\\b");

    private final String code;
    private final Pattern name;

    Substance(String code, String name) {
        this.code = code;
        this.name = Pattern.compile(name);
    }

    /**
     * The substances that some words mean: by their name, or for a brand by the code that the catalogue gives as the source
     * of its phrase.
     *
     * @param words as written; they may themselves be a code
     * @param phrase what they were taken for
     * @param source of the phrase
     */
    static Set<Substance> in(String words, String phrase, String source) {
        Set<Substance> substances = EnumSet.noneOf(Substance.class);
        for (Substance substance : values()) {
            if (source.contains(substance.code)
                    || words.toUpperCase(Locale.ROOT).startsWith(substance.code)
                    || substance.name.matcher(phrase.toLowerCase(Locale.ROOT)).find()) {
                substances.add(substance);
            }
        }
        return substances;
    }
}
