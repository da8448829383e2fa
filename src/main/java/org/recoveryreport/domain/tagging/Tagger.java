package org.recoveryreport.domain.tagging;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads treatment texts. Immutable and safe for use by many threads; the time for a text grows with its length only.
 * Building one costs some tenths of a second: keep it.
 */
public final class Tagger {
    private final Lexicon lexicon;
    private final PatientReading patientReading;
    private final DetailsReading detailsReading = new DetailsReading();

    public Tagger(TagCatalogue catalogue) {
        lexicon = new Lexicon(catalogue);
        patientReading = new PatientReading(lexicon);
    }

    /** Finds the treatments of a text, and which of them count as used. Never fails, whatever the text. */
    public Tagging tag(String text) {
        Tokens tokens = Tokens.of(FoldedText.of(text));
        lexicon.vocabulary.resolve(tokens, lexicon.spelling);
        Findings findings = lexicon.search.find(tokens);
        patientReading.read(tokens, findings);
        Marks.read(lexicon, tokens, findings);
        UseReading.read(lexicon, tokens, findings);
        return new Result(text, tokens, findings).tagging();
    }

    /** Collects what the stages found. */
    private final class Result {
        private final String text;
        private final Tokens tokens;
        private final Findings findings;
        private final Forms forms;
        private final List<Match> used = new ArrayList<>(4);
        private final List<Uncounted> uncounted = new ArrayList<>(0);

        Result(String text, Tokens tokens, Findings findings) {
            this.text = text;
            this.tokens = tokens;
            this.findings = findings;
            this.forms = new Forms(lexicon, tokens, findings);
        }

        Tagging tagging() {
            boolean saysNone = false;
            for (int f = 0; f < findings.count; f++) {
                Phrase phrase = lexicon.phrase(findings.entry[f]);
                if (phrase != null) {
                    add(f, phrase);
                    saysNone |= phrase.kind() == Phrase.Kind.NO_TREATMENT;
                }
            }
            boolean nothing = used.isEmpty() && uncounted.isEmpty() && !saysNone;
            EntryDetails details = used.isEmpty() ? EntryDetails.NONE : detailsReading.read(tokens);
            return new Tagging(text, used, uncounted, details, nothing && saysSomething());
        }

        private void add(int f, Phrase phrase) {
            switch (phrase.kind()) {
                case TREATMENT, TREATMENT_AS_WRITTEN, TREATMENT_OR_PATIENT -> {
                    boolean oral = phrase.tags().size() > 1;
                    for (Tag tag : phrase.tags()) {
                        if (!oral || !forms.takesAway(f, tag)) {
                            add(f, phrase, tag, findings.reason[f]);
                        }
                    }
                }
                case FORM -> {
                    int drug = forms.drugOf(f);
                    for (Tag tag : drug < 0 ? List.<Tag>of() : phrase.tags()) {
                        Reason reason = findings.reason[drug];
                        add(f, phrase, tag, reason == null ? findings.reason[f] : reason);
                    }
                }
                case LOOK_ALIKE ->
                    uncounted.add(new Uncounted(null, start(f), end(f), phrase.text(), Reason.LOOK_ALIKE));
                case ORAL_FORM, NO_TREATMENT, NOT_TOLD, KNOWN, ORDINARY -> {}
            }
        }

        private void add(int f, Phrase phrase, Tag tag, @Nullable Reason reason) {
            if (reason == null) {
                used.add(new Match(tag, start(f), end(f), phrase.text()));
            } else {
                uncounted.add(new Uncounted(tag, start(f), end(f), phrase.text(), reason));
            }
        }

        private int start(int f) {
            return tokens.text.start(tokens.start[findings.first[f]]);
        }

        private int end(int f) {
            return tokens.text.end(tokens.end[findings.last[f]] - 1);
        }

        /**
         * Whether there is something in a text without a treatment that is not understood. One of nothing but cues, such as
         * "declined", needs no phrase; but "seen by physician" is no statement that there was nothing.
         */
        private boolean saysSomething() {
            boolean mayBeUsed = false;
            boolean deniesUse = false;
            int i = 0;
            while (i < tokens.count) {
                int f = findings.at[i];
                Cue cue = f < 0 ? null : lexicon.cue(findings.entry[f]);
                if (cue != null) {
                    mayBeUsed |= cue.role() == Cue.Role.USED || cue.isFiller();
                    deniesUse |= cue.deniesUse();
                } else if (tokens.isWord(i)) {
                    return true;
                }
                i = f < 0 ? i + 1 : findings.last[f] + 1;
            }
            return mayBeUsed && !deniesUse;
        }
    }
}
