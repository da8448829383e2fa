package org.recoveryreport.domain.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.recoveryreport.catalogue.CatalogueReader;

/** Measures the tagger against the texts beside it, and prints the figures of each tag. */
class GoldSetTest {
    private static final Tagger TAGGER = new Tagger(CatalogueReader.builtIn());

    @Test
    void theGoldSetIsTaggedAsACarefulHumanCoderWould() {
        List<GoldSet.Example> examples = GoldSet.read("/tagging/gold.csv");
        assertThat(examples).hasSizeGreaterThan(2_000);
        assertAllRight("gold set", examples);
    }

    @Test
    void theTextsOfAuthorsWhoNeverSawTheProgramAreTaggedAsTheyAndASecondCoderDid() {
        List<GoldSet.Example> examples = GoldSet.read("/tagging/independent.csv");
        assertThat(examples).hasSize(1_400);
        assertAllRight("independent set", examples);
    }

    private static void assertAllRight(String name, List<GoldSet.Example> examples) {
        Accuracy accuracy = new Accuracy(TAGGER, examples);
        accuracy.print(name);
        assertThat(accuracy.exact())
                .as("exact match of the %s; %s", name, accuracy.mistakes())
                .isEqualTo(1);
        assertThat(accuracy.f1()).as("micro-F1 of the %s", name).isEqualTo(1);
    }
}
