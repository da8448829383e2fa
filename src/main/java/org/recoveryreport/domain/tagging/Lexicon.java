package org.recoveryreport.domain.tagging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A catalogue made ready for matching: its words numbered, its phrases and cues in one trie. */
final class Lexicon {
    /** Look-alikes and ordinary words share one meaning, so that a tie between them is none. */
    private static final long MEANS_NOTHING = 0;

    private static final int SHORTEST_JOINED = 6;
    private static final int SHORTEST_JOINED_CORRECTED = 7;

    final Vocabulary vocabulary = new Vocabulary();
    final Spelling spelling;
    final PhraseSearch search;
    private final PhraseTrie trie = new PhraseTrie();
    private final List<Phrase> phrases;
    private final List<Cue> cues;
    private final List<PhraseSearch.Code> codes = new ArrayList<>();
    private final BitSet joined = new BitSet();
    private final List<String> settings;
    private final Map<Integer, Cue> negations = new HashMap<>();
    private final Map<Cue.Role, BitSet> wordsOfOnePlace = new EnumMap<>(Cue.Role.class);

    Lexicon(TagCatalogue catalogue) {
        phrases = catalogue.phrases();
        cues = catalogue.cues();
        settings = phrases.stream()
                .map(phrase -> phrase.tags().isEmpty()
                        ? ""
                        : catalogue.treatment(phrase.tags().get(0)).setting())
                .toList();
        Map<Integer, Long> meanings = new HashMap<>();
        List<int[]> sequences = new ArrayList<>();
        for (int i = 0; i < phrases.size(); i++) {
            sequences.add(addPhrase(i, meanings));
        }
        for (int i = 0; i < cues.size(); i++) {
            addCue(i, meanings);
        }
        for (int i = 0; i < phrases.size(); i++) {
            addNegation(i, sequences.get(i));
            addJoined(i, sequences.get(i), meanings);
        }
        for (int i = 0; i < phrases.size(); i++) {
            if (phrases.get(i).kind() == Phrase.Kind.TREATMENT_AS_WRITTEN && sequences.get(i).length == 1) {
                meanings.remove(sequences.get(i)[0]);
            }
        }
        spelling = spelling(meanings);
        search = new PhraseSearch(this, trie, phraseSpelling(sequences), codes);
        addWordsOfOnePlace();
    }

    /** Null where the entry is a cue. */
    @Nullable
    Phrase phrase(int entry) {
        return entry < phrases.size() ? phrases.get(entry) : null;
    }

    /** Null where the entry is a phrase. */
    @Nullable
    Cue cue(int entry) {
        return entry < phrases.size() ? null : cues.get(entry - phrases.size());
    }

    /** The setting that the treatment of a phrase is had in, empty where that is not known. */
    String setting(int entry) {
        return settings.get(entry);
    }

    /** The negation that a phrase begins with, such as the "no" of "no meds", or null. */
    @Nullable
    Cue negationOf(int entry) {
        return negations.get(entry);
    }

    boolean is(Cue.Role role, int word) {
        BitSet words = wordsOfOnePlace.get(role);
        return words != null && word >= 0 && words.get(word);
    }

    private int[] addPhrase(int index, Map<Integer, Long> meanings) {
        Phrase phrase = phrases.get(index);
        if (phrase.text().endsWith("*")) {
            String code = FoldedText.key(phrase.text());
            codes.add(new PhraseSearch.Code(code.substring(0, code.length() - 1), index));
            return new int[0];
        }
        int[] words = words(phrase.text());
        trie.add(words, index);
        if (drawsMisspellings(phrase, words.length)) {
            long meaning = words.length == 1 ? meaning(phrase) : Spelling.PART_OF_A_PHRASE;
            for (int word : words) {
                meanings.merge(word, meaning, Lexicon::stronger);
            }
        }
        return words;
    }

    private void addCue(int index, Map<Integer, Long> meanings) {
        Cue cue = cues.get(index);
        if (cue.role().ofOnePlace()) {
            return;
        }
        int[] words = words(cue.text());
        trie.add(words, phrases.size() + index);
        long meaning = words.length == 1 ? meaning(cue) : Spelling.PART_OF_A_PHRASE;
        for (int word : words) {
            meanings.putIfAbsent(word, meaning);
        }
    }

    private void addNegation(int index, int[] words) {
        int entry = words.length < 2 ? PhraseTrie.NONE : trie.entryAfter(PhraseTrie.ROOT, words[0]);
        Cue cue = entry == PhraseTrie.NONE ? null : cue(entry);
        if (cue != null && cue.role() == Cue.Role.FORWARD && cue.reason() == Reason.NEGATED) {
            negations.put(index, cue);
        }
    }

    /** "bed rest" is also written "bedrest", and "hot water bottle" also "hotwater bottle". */
    private void addJoined(int index, int[] words, Map<Integer, Long> meanings) {
        if (phrases.get(index).kind() != Phrase.Kind.TREATMENT) {
            return;
        }
        for (int i = 0; i + 1 < words.length; i++) {
            String letters = letters(words[i]) + letters(words[i + 1]);
            if (words[i] < Tokens.FIRST_WORD
                    || words[i + 1] < Tokens.FIRST_WORD
                    || letters.length() < SHORTEST_JOINED
                    || !isAllLetters(letters)) {
                continue;
            }
            boolean isNew = vocabulary.find(letters.toCharArray(), 0, letters.length()) == Tokens.UNKNOWN;
            int word = vocabulary.add(letters);
            if (isNew) {
                joined.set(word);
            }
            int[] shorter = new int[words.length - 1];
            System.arraycopy(words, 0, shorter, 0, i);
            shorter[i] = word;
            System.arraycopy(words, i + 2, shorter, i + 1, shorter.length - i - 1);
            trie.add(shorter, index);
            if (letters.length() >= SHORTEST_JOINED_CORRECTED && words.length == 2) {
                meanings.putIfAbsent(word, meaning(phrases.get(index)));
            }
        }
    }

    private String letters(int word) {
        return word < Tokens.FIRST_WORD ? "" : vocabulary.word(word);
    }

    private static boolean drawsMisspellings(Phrase phrase, int words) {
        return switch (phrase.kind()) {
            case TREATMENT, TREATMENT_OR_PATIENT, FORM, ORAL_FORM -> true;
            case LOOK_ALIKE, KNOWN -> words == 1;
            case TREATMENT_AS_WRITTEN, NO_TREATMENT, NOT_TOLD, ORDINARY -> false;
        };
    }

    private static long stronger(long a, long b) {
        return a == Spelling.PART_OF_A_PHRASE ? b : a;
    }

    private static long meaning(Phrase phrase) {
        return switch (phrase.kind()) {
            case TREATMENT, TREATMENT_AS_WRITTEN, TREATMENT_OR_PATIENT ->
                1L + Integer.toUnsignedLong(phrase.tags().hashCode());
            case FORM, ORAL_FORM, LOOK_ALIKE, NO_TREATMENT, NOT_TOLD, KNOWN, ORDINARY -> MEANS_NOTHING;
        };
    }

    /** Negative, to differ from those of treatments. */
    private static long meaning(Cue cue) {
        String name = cue.role().name() + " " + cue.reason().name();
        return -1L - Integer.toUnsignedLong(name.hashCode());
    }

    private int[] words(String text) {
        Tokens tokens = Tokens.of(FoldedText.of(text));
        int[] words = new int[tokens.count];
        for (int i = 0; i < words.length; i++) {
            words[i] = tokens.word[i] == Tokens.UNKNOWN
                    ? vocabulary.add(new String(tokens.text.chars, tokens.start[i], tokens.length(i)))
                    : tokens.word[i];
        }
        return words;
    }

    private Spelling spelling(Map<Integer, Long> meanings) {
        List<Spelling.Entry> entries = new ArrayList<>();
        for (int word = Tokens.FIRST_WORD; word < vocabulary.size(); word++) {
            String letters = vocabulary.word(word);
            if (meanings.containsKey(word)
                    && isAllLetters(letters)
                    && letters.length() >= 4
                    && letters.length() < Spelling.LONGEST) {
                entries.add(new Spelling.Entry(word, letters, meanings.get(word), joined.get(word)));
            }
        }
        return new Spelling(entries);
    }

    /** Of the words of treatments and look-alikes of more than one word. */
    private PhraseSpelling phraseSpelling(List<int[]> sequences) {
        BitSet words = new BitSet();
        for (int i = 0; i < phrases.size(); i++) {
            if (sequences.get(i).length > 1 && PhraseSearch.allowsSlip(phrases.get(i))) {
                Arrays.stream(sequences.get(i))
                        .filter(word -> word >= Tokens.FIRST_WORD)
                        .forEach(words::set);
            }
        }
        List<Spelling.Entry> entries = new ArrayList<>();
        for (int word = words.nextSetBit(0); word >= 0; word = words.nextSetBit(word + 1)) {
            String letters = vocabulary.word(word);
            if (isAllLetters(letters) && PhraseSpelling.draws(letters)) {
                entries.add(new Spelling.Entry(word, letters, Spelling.PART_OF_A_PHRASE, false));
            }
        }
        return new PhraseSpelling(entries);
    }

    private static boolean isAllLetters(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!FoldedText.isLetter(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private void addWordsOfOnePlace() {
        for (Cue cue : cues) {
            if (cue.role().ofOnePlace()) {
                int word = words(cue.text())[0];
                wordsOfOnePlace
                        .computeIfAbsent(cue.role(), role -> new BitSet())
                        .set(word);
            }
        }
    }
}
