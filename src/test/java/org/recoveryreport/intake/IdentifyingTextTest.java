package org.recoveryreport.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifyingTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "send plan to jane.doe@example.org          | LOOKS_LIKE_EMAIL",
                "j@klinik-nord.de massage                   | LOOKS_LIKE_EMAIL",
                "call 555-123-4567 about ice                | LOOKS_LIKE_PHONE",
                "(555) 234-5678                             | LOOKS_LIKE_PHONE",
                "phone (555)234-5678                        | LOOKS_LIKE_PHONE",
                "555.234.5678 wife                          | LOOKS_LIKE_PHONE",
                "1-800-555-0199                             | LOOKS_LIKE_PHONE",
                "rest, +49 30 1234567                       | LOOKS_LIKE_PHONE",
                "+44 (0)20 7946 0958                        | LOOKS_LIKE_PHONE",
                "0049 89 123456                             | LOOKS_LIKE_PHONE",
                "020 7946 0958                              | LOOKS_LIKE_PHONE",
                "Tel. 089/1234567                           | LOOKS_LIKE_PHONE",
                "0171 1234567 anrufen                       | LOOKS_LIKE_PHONE",
                "06 12 34 56 78                             | LOOKS_LIKE_PHONE",
                "06-12345678                                | LOOKS_LIKE_PHONE",
                "tel 5551234                                | LOOKS_LIKE_PHONE",
                "ssn 123-45-6789                            | LOOKS_LIKE_SOCIAL_SECURITY",
                "123-45-6789                                | LOOKS_LIKE_SOCIAL_SECURITY",
                "SSN: 123456789                             | LOOKS_LIKE_SOCIAL_SECURITY",
                "NINO AB123456C                             | LOOKS_LIKE_SOCIAL_SECURITY",
                "AB 12 34 56 C                              | LOOKS_LIKE_SOCIAL_SECURITY",
                "RSSMRA80A01H501U                           | LOOKS_LIKE_SOCIAL_SECURITY",
                "1 85 12 75 108 005 42                      | LOOKS_LIKE_SOCIAL_SECURITY",
                "65 170839 J 008                            | LOOKS_LIKE_SOCIAL_SECURITY",
                "massage by Mr Smith                        | LOOKS_LIKE_PERSON",
                "Mrs. Jones advised rest                    | LOOKS_LIKE_PERSON",
                "mrs jones advised rest                     | LOOKS_LIKE_PERSON",
                "ibuprofen per Dr. J. Patel                 | LOOKS_LIKE_PERSON",
                "Dr O'Brien: heat                           | LOOKS_LIKE_PERSON",
                "DR SMITH PRESCRIBED IBUPROFEN              | LOOKS_LIKE_PERSON",
                "Dr. prescribed ice, Dr. Miller stretches   | LOOKS_LIKE_PERSON",
                "Frau Müller, Wärme                         | LOOKS_LIKE_PERSON",
                "Herr Dr. von Braun                         | LOOKS_LIKE_PERSON",
                "massage chez Mme Dupont                    | LOOKS_LIKE_PERSON",
                "fisioterapia con la Sra. García            | LOOKS_LIKE_PERSON",
                "massaggio, Dott.ssa Rossi                  | LOOKS_LIKE_PERSON",
                "oefeningen met mevrouw, Mevr. de Vries     | LOOKS_LIKE_PERSON",
                "Prof. Schmidt's exercises                  | LOOKS_LIKE_PERSON",
                "jane (at) example.org                      | LOOKS_LIKE_EMAIL",
                "plan to jane [at] example [dot] org        | LOOKS_LIKE_EMAIL",
                "AHV 756.1234.5678.97                       | LOOKS_LIKE_SOCIAL_SECURITY",
                "756.1234.5678.97                           | LOOKS_LIKE_SOCIAL_SECURITY",
                "123.456.789-09                             | LOOKS_LIKE_SOCIAL_SECURITY",
                "12345678Z                                  | LOOKS_LIKE_SOCIAL_SECURITY",
                "X1234567L fisioterapia                     | LOOKS_LIKE_SOCIAL_SECURITY",
                "personnummer 850709-9805                   | LOOKS_LIKE_SOCIAL_SECURITY",
                "MR. SMITH SAYS ICE                         | LOOKS_LIKE_PERSON",
                "Dr. med. Schneider: Wärme                  | LOOKS_LIKE_PERSON",
                "Dr. med. dent. K. Weber                    | LOOKS_LIKE_PERSON",
                "Hr. Müller, Wärme                          | LOOKS_LIKE_PERSON",
                "masaje, Doña María                         | LOOKS_LIKE_PERSON",
                "massaggio, Sig.na Verdi                    | LOOKS_LIKE_PERSON",
                "Mw. de Boer, rust                          | LOOKS_LIKE_PERSON",
            })
    void whatTellsAPersonIsRecognised(String text, RejectionReason reason) {
        assertThat(IdentifyingText.inText(text)).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ibuprofen 400-600 mg every 6-8 h",
                "naproxen 250 500 1000 mg",
                "ibuprofen 200 400 1000 mg",
                "10-15-20 min, 3x10 reps, 2 sets",
                "tramadol 2024-01-05 to 2024-01-12",
                "injection 05.01.2024 10:30, 12.01.2024",
                "rest 01/02/2024-03/02/2024",
                "M01AE01",
                "NDC 0573-0164-40",
                "NDC 12345-678-90",
                "SCT 229070002",
                "RxNorm 310965 ibuprofen 200 MG Oral Tablet",
                "0.5 mg 0.125 0.250",
                "ice at 0800 1200 1600",
                "1,000 mg, 1.000.000 IE",
                "ibuprofen 400mg @ 8h",
                "2 tabs @ night",
                "Dr. Scholl's insoles",
                "Dr Teal's Epsom salt bath",
                "Dr. Ho's belt",
                "Dr prescribed rest",
                "Dr. Visit",
                "DR VISIT",
                "saw dr about back",
                "Dr. Ibuprofen 400",
                "MS Contin 15 mg",
                "diclofenac MR 75 mg",
                "MR scan",
                "Diclofenac SR Tablets",
                "Sig: take one tablet",
                "McKenzie exercises",
                "Miss PT",
                "Heat and Massage, Motrin, Pilates, Stretching",
                "Seine Frau massiert ihn",
                "St John's wort",
                "Physiotherapie bei Frau",
                "HWS-Syndrom, Dr. med. empfohlen",
                "ice pack (at night) and heat",
                "heat [at work. Then rest]",
                "ibuprofen (at 8.00) daily",
                "MR. lumbar spine",
                "Hr. 8 heat",
                "Dr. med. verordnet",
                "NDC 63323-0762-10 12345678",
                "1.000.000 IE, 2.500.000 IE",
            })
    void whatIsOnlySimilarPasses(String text) {
        assertThat(IdentifyingText.inText(text)).isNull();
    }

    /** Not one of thousands of texts that clinics write, and of the sample log, is taken for a person's. */
    @ParameterizedTest
    @CsvSource({"src/test/resources/tagging/gold.csv, text", "sample-data/tiny/tiny.csv, treatment"})
    void whatClinicsWriteOfTreatmentsPasses(Path file, String column) throws IOException {
        try (CSVParser texts = CSVParser.parse(
                file,
                StandardCharsets.UTF_8,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setCommentMarker('#')
                        .get())) {
            assertThat(texts.stream().map(row -> row.get(column)))
                    .isNotEmpty()
                    .allSatisfy(text -> assertThat(IdentifyingText.inText(text)).isNull());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jane@example.org", "123-45-6789"})
    void anIdThatIsNoPseudonymIsRecognised(String id) {
        assertThat(IdentifyingText.inId(id)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"550e8400-e29b-41d4-a716-446655440000", "555-123-4567", "Dr Smith 1", "p@1", "000-12-3456"})
    void apartFromThatAnIdMayBeOfAnyForm(String id) {
        assertThat(IdentifyingText.inId(id)).isNull();
    }
}
