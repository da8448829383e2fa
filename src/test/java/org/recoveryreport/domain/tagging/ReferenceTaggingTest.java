package org.recoveryreport.domain.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recoveryreport.catalogue.CatalogueReader;

class ReferenceTaggingTest {
    private static final Tagger TAGGER = new Tagger(CatalogueReader.builtIn());

    static List<GoldSet.Example> examples() {
        return GoldSet.read("/reference/tagging/sample.csv");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyReferenceTextGetsItsTags(GoldSet.Example example) {
        assertThat(GoldSet.names(TAGGER.tag(example.text()))).isEqualTo(example.tags());
    }
}
