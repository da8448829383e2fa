package org.recoveryreport.domain.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recoveryreport.catalogue.CatalogueReader;
import org.recoveryreport.domain.tagging.EntryDetails.Range;

class TaggerTest {
    private static final TagCatalogue CATALOGUE = CatalogueReader.builtIn();
    private static final Tagger TAGGER = new Tagger(CATALOGUE);

    @Test
    void aMatchTellsItsWordsAndThePhraseThatEarnedIt() {
        assertThat(TAGGER.tag("took ibuprofren, no ice").used())
                .containsExactly(new Match(new Tag("nsaid"), 5, 15, "ibuprofen"));
        assertThat(TAGGER.tag("took ibuprofren, no ice").uncounted())
                .containsExactly(new Uncounted(new Tag("cold"), 20, 23, "ice", Reason.NEGATED));
    }

    @Test
    void offsetsPointIntoTheOriginalWhateverWasFolded() {
        String text = "\ud83d\ude00 Effe\u0301ralgan code\u0301ine\u0301, \u201cchild\u2019s pose\u201d";
        List<String> words = new ArrayList<>();
        TAGGER.tag(text).used().forEach(match -> words.add(text.substring(match.start(), match.end())));
        assertThat(words)
                .containsExactly(
                        "Effe\u0301ralgan code\u0301ine", "Effe\u0301ralgan code\u0301ine", "child\u2019s pose");
    }

    @ParameterizedTest
    @CsvSource({
        "no ice, NEGATED",
        "ice declined, DECLINED",
        "ice contraindicated, CONTRAINDICATED",
        "will try ice, PLANNED",
        "pt reports pain, PATIENT",
        "common cold, LOOK_ALIKE"
    })
    void whatDoesNotCountTellsWhy(String text, Reason reason) {
        assertThat(TAGGER.tag(text).used()).isEmpty();
        assertThat(TAGGER.tag(text).uncounted()).extracting(Uncounted::reason).containsExactly(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asdfgh",
                "gabapentin 300 mg",
                "surgery",
                "see chart",
                "see notes",
                "unknown",
                "not known",
                "seen by physician",
                "saw doctor",
                "physician consult",
                "nurse visit",
                "prescription given"
            })
    void aTextOfWhichNothingIsKnownIsUnrecognised(String text) {
        assertThat(TAGGER.tag(text).unrecognised()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "none",
                "N/A",
                "no treatment",
                "no ice",
                "declined",
                "declined by patient",
                "no other treatment",
                "deferred",
                "better",
                "ice: unknown",
                "common cold",
                "ice",
                "pt reports"
            })
    void aStatementOfNothingIsNotUnrecognised(String text) {
        assertThat(TAGGER.tag(text).unrecognised()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hydrocortisone",
                "hydrocortizone",
                "hydrochlorothiazide",
                "hydroxyzine",
                "hydroxychloroquine",
                "prednisone",
                "prednisolone",
                "trazodone",
                "trazadone",
                "Celexa",
                "citalopram",
                "Cerebyx",
                "Bactrim",
                "methotrexate",
                "Floxin",
                "Zantac",
                "Xanax",
                "anvil",
                "heart",
                "nice",
                "dice",
                "best",
                "test",
                "vest",
                "chest",
                "message",
                "could",
                "gold",
                "some",
                "naloxone",
                "naltrexone",
                "nizatidine",
                "metolazone",
                "clonidine",
                "Seroquel",
                "ketoconazole",
                "lorazepam",
                "tropical",
                "passage",
                "carbachol",
                "desonide",
                "mazindol"
            })
    void oneDrugOrWordIsNeverCorrectedToAnother(String text) {
        assertThat(TAGGER.tag(text).tags()).isEmpty();
    }

    @Test
    void detailsAreReadFromTheText() {
        EntryDetails details =
                TAGGER.tag("ibuprofen 400-600 mg every 6 to 8 hours for 5 days").details();
        assertThat(details.doseMg()).isEqualTo(new Range(400, 600));
        assertThat(details.everyHours()).isEqualTo(new Range(6, 8));
        assertThat(details.days()).isEqualTo(new Range(5, 5));
        assertThat(details.timesADay()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "ibuprofen 600 mg q6h, doseMg, 600, 600",
        "ibuprofen 600 mg q6h, everyHours, 6, 6",
        "naproxen q8-12h, everyHours, 8, 12",
        "naproxen 220mg bid, timesADay, 2, 2",
        "paracetamol 1 g qid, doseMg, 1000, 1000",
        "paracetamol 1 g qid, timesADay, 4, 4",
        "Aleve twice a day, timesADay, 2, 2",
        "stretching daily, timesADay, 1, 1",
        "stretching 3x/day, timesADay, 3, 3",
        "ice 15-20 min, minutesASession, 15, 20",
        "20-minute ice pack, minutesASession, 20, 20",
        "PT 2-3 times per week, sessionsAWeek, 2, 3",
        "PT twice weekly for 6 weeks, sessionsAWeek, 2, 2",
        "PT twice weekly for 6 weeks, days, 42, 42",
        "massage every 2 weeks, sessionsAWeek, 0.5, 0.5",
        "off work for two days, days, 2, 2",
        "bedrest for a day, days, 1, 1",
        "Flexeril x5d, days, 5, 5",
        "'Diclofenac Sodium 0.01 MG/MG gel, 7 days', days, 7, 7",
        "ibuprofen 1.000 mg, doseMg, 1, 1",
        "'ibuprofen 1,200 mg', doseMg, 1200, 1200",
        "'meloxicam 7,5 mg', doseMg, 7.5, 7.5"
    })
    void eachDetailHasItsWays(String text, String detail, double least, double most) {
        EntryDetails details = TAGGER.tag(text).details();
        Range found =
                switch (detail) {
                    case "doseMg" -> details.doseMg();
                    case "everyHours" -> details.everyHours();
                    case "timesADay" -> details.timesADay();
                    case "minutesASession" -> details.minutesASession();
                    case "sessionsAWeek" -> details.sessionsAWeek();
                    default -> details.days();
                };
        assertThat(found).isEqualTo(new Range(least, most));
    }

    @Test
    void aConcentrationIsNoDose() {
        assertThat(TAGGER.tag("ketorolac tromethamine 30 MG/ML").details().doseMg())
                .isNull();
    }

    @Test
    void whatIsRefusedBesidesATreatmentLeavesItAlone() {
        assertThat(GoldSet.names(TAGGER.tag("using heat, refuses pills"))).containsExactly("heat");
        assertThat(GoldSet.names(TAGGER.tag("using heat, refused"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cooking", "packing", "calling", "cutting", "walls", "coded"})
    void anEndingDoesNotMakeAShortWordATreatment(String word) {
        assertThat(TAGGER.tag(word).used()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Nurofen pls, nsaid",
        "Fiorinal wth codine, nsaid opioid",
        "hydrocod, opioid",
        "hydroco, ''",
        "ice twice a day, cold"
    })
    void aSlipInAPhraseNeverMakesOneDrugAnother(String text, String tags) {
        assertThat(String.join(" ", GoldSet.names(TAGGER.tag(text)))).isEqualTo(tags);
    }

    @Test
    void everydayWordsAreNotReported() {
        assertThat(TAGGER.tag("ice twice a day").uncounted()).isEmpty();
    }

    @Test
    void suggestionsNameTheNearestPhrases() {
        Suggestions suggestions = new Suggestions(CATALOGUE);
        assertThat(suggestions.nearest("naproxenolate", 3))
                .extracting(suggestion -> suggestion.phrase().text())
                .contains("naproxen");
        assertThat(suggestions.nearest("zzzz", 3)).isEmpty();
    }
}
