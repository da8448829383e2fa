package org.recoveryreport.domain.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.recoveryreport.catalogue.CatalogueReader;

/** Makes one slip in every phrase of the catalogue, in each way that people make them, and looks what is read. */
class MisspellingTest {
    private static final int SHORTEST = 5;

    private enum Slip {
        LETTER_MISSING,
        LETTER_EXTRA,
        LETTER_WRONG,
        LETTERS_SWAPPED,
        LETTER_DOUBLED,
        BLANK_MISSING;

        String in(String text, int at, char other) {
            String before = text.substring(0, at);
            String after = text.substring(at + 1);
            char letter = text.charAt(at);
            return switch (this) {
                case LETTER_MISSING -> before + after;
                case LETTER_EXTRA -> before + other + letter + after;
                case LETTER_WRONG -> before + other + after;
                case LETTERS_SWAPPED -> after.isEmpty() ? text : before + after.charAt(0) + letter + after.substring(1);
                case LETTER_DOUBLED -> before + letter + letter + after;
                case BLANK_MISSING -> text.replaceFirst(" ", "");
            };
        }
    }

    @Test
    void nearlyEverySlipIsReadAsWhatItStandsForAndHardlyAnyAsSomethingElse() {
        TagCatalogue catalogue = CatalogueReader.builtIn();
        Tagger tagger = new Tagger(catalogue);
        Random random = new Random(20);
        int slips = 0;
        int right = 0;
        List<String> wrong = new ArrayList<>();
        for (Phrase phrase : catalogue.phrases()) {
            String text = FoldedText.key(phrase.text());
            if (phrase.kind() != Phrase.Kind.TREATMENT || text.length() < SHORTEST || !text.matches("[a-z ]+")) {
                continue;
            }
            for (Slip slip : Slip.values()) {
                int at = 1 + random.nextInt(text.length() - 1);
                String written = slip.in(text, at, (char) ('a' + random.nextInt(26)));
                Set<Tag> found = tagger.tag(written).tags();
                Set<Tag> meant = new TreeSet<>(phrase.tags());
                slips++;
                right += found.equals(meant) ? 1 : 0;
                if (!meant.containsAll(found)) {
                    wrong.add(written + ": " + found + " for " + meant);
                }
            }
        }
        System.out.printf(
                "Slips: %d, read as meant %.4f, as something else %.4f%n",
                slips, (double) right / slips, (double) wrong.size() / slips);
        assertThat((double) right / slips).isGreaterThan(0.93);
        assertThat((double) wrong.size() / slips).as("%s", wrong).isLessThan(0.007);
    }
}
