package org.recoveryreport.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recoveryreport.domain.tagging.Tag;
import org.recoveryreport.domain.tagging.TagCatalogue;
import org.recoveryreport.domain.tagging.Tagger;

class CatalogueReaderTest {
    private static final String PHRASE_COLUMNS = "phrases,tags,kind,beside,source\n";
    private static final String TREATMENT_COLUMNS =
            "tag,label,family,complexity,resources,setting,expected_outcome,ideal_use,source\n";

    @TempDir
    private Path folder;

    @Test
    void theBuiltInCatalogueHasTheTwentyTreatmentsSorted() {
        TagCatalogue catalogue = CatalogueReader.builtIn();
        assertThat(catalogue.treatments()).hasSize(20).isSortedAccordingTo((a, b) -> a.tag()
                .compareTo(b.tag()));
        assertThat(catalogue.treatment(new Tag("cold")).label()).isEqualTo("Cold");
        assertThatThrownBy(() -> catalogue.treatment(new Tag("ice"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCatalogueTagsAsBeforeOnceItWasSerialised() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
            stream.writeObject(CatalogueReader.builtIn());
        }
        try (ObjectInputStream stream = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(new Tagger((TagCatalogue) stream.readObject())
                            .tag("ice, then ibuprofen 400 mg")
                            .tags())
                    .extracting(Object::toString)
                    .containsExactly("cold", "nsaid");
        }
    }

    @Test
    void theSampleCatalogueExtendsTheBuiltInOne() {
        Tagger tagger = new Tagger(CatalogueReader.read(Path.of("sample-data/catalogue")));
        assertThat(tagger.tag("TENS and heat").tags())
                .extracting(Object::toString)
                .containsExactly("heat", "tens");
    }

    @Test
    void aClinicRedefinesAndRemovesPhrases() throws IOException {
        write("phrases.csv", PHRASE_COLUMNS + "water,,known,,\nMobic,,remove,,\n");
        Tagger tagger = new Tagger(CatalogueReader.read(folder));
        assertThat(tagger.tag("water").tags()).isEmpty();
        assertThat(tagger.tag("Mobic").tags()).isEmpty();
    }

    @Test
    void aClinicReplacesTheBuiltInCatalogue() throws IOException {
        write(CatalogueReader.REPLACE, "");
        write("treatments.csv", TREATMENT_COLUMNS + "cold,Cold,cold,,,,,,\n");
        write("phrases.csv", "\uFEFF" + PHRASE_COLUMNS + "ice,cold,,,\n");
        TagCatalogue catalogue = CatalogueReader.read(folder);
        assertThat(catalogue.treatments()).hasSize(1);
        assertThat(new Tagger(catalogue).tag("heat, ice").tags())
                .extracting(Object::toString)
                .containsExactly("cold");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "house rub,balsam,,,;line 2;column tags;is no tag of the catalogue",
                "house rub,,,,;line 2;column tags;needs a tag",
                "house rub,topical,cream,,;line 2;column kind;is none of treatment",
                "house rub | House-Rub,topical,,,;line 2;column phrases;stands in line 2 too",
                "house rub | ,topical,,,;line 2;column phrases;empty part",
                "house rub,topical,form,,;line 2;column tags;needs the tag it stands beside",
                "nowhere to be found,,remove,,;line 2;column phrases;cannot be removed",
                "a,b,c;line 2;3 cells;first line has 5"
            })
    void aMistakeIsRefusedWithItsPlace(String row, String line, String place, String problem) throws IOException {
        write("phrases.csv", PHRASE_COLUMNS + row + "\n");
        assertThatThrownBy(() -> CatalogueReader.read(folder))
                .isInstanceOf(CatalogueRefused.class)
                .hasMessageContaining("phrases.csv")
                .hasMessageContaining(line)
                .hasMessageContaining(place)
                .hasMessageContaining(problem);
    }

    @Test
    void moreTreatmentsThanATagSetHoldsAreRefused() throws IOException {
        StringBuilder rows = new StringBuilder(TREATMENT_COLUMNS);
        for (int i = 0; i < 50; i++) {
            rows.append("extra-").append(i).append(",Extra,extra,,,,,,\n");
        }
        write("treatments.csv", rows.toString());
        assertThatThrownBy(() -> CatalogueReader.read(folder))
                .isInstanceOf(CatalogueRefused.class)
                .hasMessageContaining("62 treatments");
    }

    @Test
    void aFolderWithoutCatalogueIsRefused() {
        assertThatThrownBy(() -> CatalogueReader.read(folder))
                .isInstanceOf(CatalogueRefused.class)
                .hasMessageContaining("holds no catalogue");
        assertThatThrownBy(() -> CatalogueReader.read(folder.resolve("absent")))
                .isInstanceOf(CatalogueRefused.class)
                .hasMessageContaining("is not a folder");
    }

    @Test
    void aMisspeltFileOrColumnIsRefused() throws IOException {
        write("phrases.csv", "phrase,tags,kind,beside,source\n");
        assertThatThrownBy(() -> CatalogueReader.read(folder)).hasMessageContaining("unknown column 'phrase'");
        write("phrases.csv", PHRASE_COLUMNS);
        write("phrase.csv", PHRASE_COLUMNS);
        assertThatThrownBy(() -> CatalogueReader.read(folder)).hasMessageContaining("is no file of a catalogue");
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws IOException {
        Files.write(
                folder.resolve("phrases.csv"),
                (PHRASE_COLUMNS + "K\u00e4lte,cold,,,\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> CatalogueReader.read(folder))
                .isInstanceOf(CatalogueRefused.class)
                .hasMessageContaining("not UTF-8");
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
