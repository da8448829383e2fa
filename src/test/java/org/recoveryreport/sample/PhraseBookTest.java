package org.recoveryreport.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PhraseBookTest {
    private final List<Phrase> phrases = PhraseBook.load().phrases();

    @Test
    void everyTreatmentHasTextsOfItsOwn() {
        for (TreatmentHabit habit : TreatmentHabit.ALL) {
            assertThat(PhraseBook.load().of(habit.tag()))
                    .as(habit.tag())
                    .isNotEmpty()
                    .allMatch(phrase -> phrase.tags().contains(habit.tag()));
        }
    }

    @Test
    void noTextMeansTwoThings() {
        Set<String> texts = phrases.stream().map(Phrase::text).collect(Collectors.toCollection(TreeSet::new));
        assertThat(texts).hasSameSizeAs(phrases);
    }

    @Test
    void everyKindOfTextOccurs() {
        assertThat(phrases.stream().map(Phrase::kind).distinct()).containsExactlyInAnyOrder(Phrase.Kind.values());
    }

    @Test
    void aTextKnowsEveryTreatmentInIt() {
        assertThat(tagsOf("Voltaren gel")).containsExactly("nsaid", "topical");
        assertThat(tagsOf("heat, no ice")).containsExactly("heat");
        assertThat(tagsOf("declined massage")).isEmpty();
        assertThat(tagsOf("hydrochlorothiazide 25 mg")).isEmpty();
    }

    private Set<String> tagsOf(String text) {
        return phrases.stream()
                .filter(phrase -> phrase.text().equals(text))
                .findAny()
                .orElseThrow()
                .tags();
    }
}
