package org.recoveryreport.domain.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recoveryreport.catalogue.CatalogueReader;

class TaggerFuzzTest {
    private static final Tagger TAGGER = new Tagger(CatalogueReader.builtIn());
    private static final List<GoldSet.Example> SEEDS = GoldSet.read("/tagging/gold.csv");
    private static final String[] SCRAPS = {
        "no ",
        " not ",
        ", ",
        ". ",
        " and ",
        " or ",
        "pt ",
        "PT. ",
        "(",
        ")",
        ":",
        " - ",
        "/",
        "+",
        "?",
        "\n",
        "\t",
        "'",
        "\u0000",
        "\u200f",
        "\u00e9",
        "e\u0301",
        "\ud83d\ude00",
        "\ud83d",
        "\u2019",
        "\u2026",
        "\uff21",
        "\ufb01",
        "q6h",
        "400mg",
        "1e99",
        "99999999999999999999",
        "0.0.0",
        "M01A",
        "x",
        "%",
        "#3",
        "w/o",
        "d/c'd",
        " declined",
        "took "
    };

    @Test
    void mutatedTextsNeverFailAndSpansStayInTheText() {
        Random random = new Random(20_260_101);
        for (int round = 0; round < 60_000; round++) {
            String text = mutated(random);
            Tagging tagging = TAGGER.tag(text);
            for (Match match : tagging.used()) {
                assertSpan(text, match.start(), match.end());
            }
            for (Uncounted uncounted : tagging.uncounted()) {
                assertSpan(text, uncounted.start(), uncounted.end());
            }
            assertThat(TAGGER.tag(text)).isEqualTo(tagging);
        }
    }

    @Test
    void addingASentenceWithoutTreatmentsNeverChangesTheTags() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            String text = mutated(random);
            assertThat(TAGGER.tag(text + ". The weather was fine.").tags())
                    .as("after [%s]", text)
                    .isEqualTo(TAGGER.tag(text).tags());
            assertThat(TAGGER.tag("Came on Monday morning. " + text).tags())
                    .as("before [%s]", text)
                    .isEqualTo(TAGGER.tag(text).tags());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no ",
                ",",
                "ice, ",
                "no ice, ",
                "(",
                "pt ",
                "pt. ",
                "ibuprofn ",
                "xqzvbnmkjh ",
                "\ud83d\ude00",
                "\u0000",
                "\u200f",
                "'",
                "a.",
                "a/",
                "declined ",
                "if no better, ",
                "gel ",
                "neither ice nor ",
                "ibu profen ",
                "1-",
                "ice and ",
                "massage, PT and ",
                "voltaren tab ",
                "-"
            })
    void timeGrowsWithTheLengthOnly(String piece) {
        String text = piece.repeat(1_000_000 / piece.length());
        assertTimeout(Duration.ofSeconds(5), () -> TAGGER.tag(text));
    }

    @Test
    void aLongListOfCommasIsNotRecognisedAsATreatment() {
        assertThat(TAGGER.tag(",".repeat(100_000)).tags()).isEmpty();
    }

    private static void assertSpan(String text, int start, int end) {
        assertThat(start).isBetween(0, text.length());
        assertThat(end).isGreaterThan(start).isLessThanOrEqualTo(text.length());
    }

    private static String mutated(Random random) {
        StringBuilder text = new StringBuilder(seed(random));
        if (random.nextInt(4) == 0) {
            text.append(", ").append(seed(random));
        }
        int changes = random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, SCRAPS[random.nextInt(SCRAPS.length)]);
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
                case 2 -> text.insert(at, (char) random.nextInt(0x10000));
                default -> text.insert(at, (char) (' ' + random.nextInt(95)));
            }
        }
        return text.toString();
    }

    private static String seed(Random random) {
        return SEEDS.get(random.nextInt(SEEDS.size())).text();
    }
}
