package org.recoveryreport.domain.tagging;

import java.util.ArrayList;
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
    private static final int SHORTEST_JOINED_CORRECTED = 10;

    final Vocabulary vocabulary = new Vocabulary();
    final PhraseTrie trie = new PhraseTrie();
    final Spelling spelling;
    private final List<Phrase> phrases;
    private final List<Cue> cues;
    private final List<CodePrefix> codePrefixes = new ArrayList<>();
    private final Map<Cue.Role, BitSet> patientWords = new EnumMap<>(Cue.Role.class);

    private record CodePrefix(String letters, int entry) {}

    Lexicon(TagCatalogue catalogue) {
        phrases = catalogue.phrases();
        cues = catalogue.cues();
        Map<Integer, Long> meanings = new HashMap<>();
        List<int[]> sequences = new ArrayList<>();
        for (int i = 0; i < phrases.size(); i++) {
            sequences.add(addPhrase(i, meanings));
        }
        for (int i = 0; i < cues.size(); i++) {
            addCue(i, meanings);
        }
        for (int i = 0; i < phrases.size(); i++) {
            addJoined(i, sequences.get(i), meanings);
        }
        for (int i = 0; i < phrases.size(); i++) {
            if (phrases.get(i).kind() == Phrase.Kind.TREATMENT_AS_WRITTEN && sequences.get(i).length == 1) {
                meanings.remove(sequences.get(i)[0]);
            }
        }
        spelling = spelling(meanings);
        addPatientWords();
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

    boolean is(Cue.Role role, int word) {
        BitSet words = patientWords.get(role);
        return words != null && word >= 0 && words.get(word);
    }

    /** Finds phrases and cues, from left to right, the longest at each place. */
    Findings find(Tokens tokens) {
        Findings findings = new Findings(tokens.count);
        int from = 0;
        while (from < tokens.count) {
            long longest = trie.longestAt(tokens, from);
            if (longest == PhraseTrie.NONE && tokens.word[from] == Tokens.UNKNOWN) {
                int entry = code(tokens.text.chars, tokens.start[from], tokens.end[from]);
                longest = entry == PhraseTrie.NONE ? PhraseTrie.NONE : (long) entry << 32 | from;
            }
            int last = from;
            if (longest != PhraseTrie.NONE) {
                last = (int) longest;
                findings.add((int) (longest >>> 32), from, last);
            }
            from = last + 1;
        }
        return findings;
    }

    /** The phrase that stands for this code, or {@link PhraseTrie#NONE}. */
    private int code(char[] chars, int start, int end) {
        if (end - start < 3 || !isAtcShaped(chars, start, end)) {
            return PhraseTrie.NONE;
        }
        for (CodePrefix prefix : codePrefixes) {
            if (startsWith(chars, start, end, prefix.letters())) {
                return prefix.entry();
            }
        }
        return PhraseTrie.NONE;
    }

    /** A letter, two digits, two letters, two digits; cut off anywhere after the first three. */
    private static boolean isAtcShaped(char[] chars, int start, int end) {
        if (end - start > 7) {
            return false;
        }
        for (int i = start; i < end; i++) {
            int place = i - start;
            boolean letter = place == 0 || place == 3 || place == 4;
            if (letter ? !FoldedText.isLetter(chars[i]) : !FoldedText.isDigit(chars[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWith(char[] chars, int start, int end, String prefix) {
        if (end - start < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (chars[start + i] != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int[] addPhrase(int index, Map<Integer, Long> meanings) {
        Phrase phrase = phrases.get(index);
        if (phrase.text().endsWith("*")) {
            String code = FoldedText.key(phrase.text());
            codePrefixes.add(new CodePrefix(code.substring(0, code.length() - 1), index));
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
        if (cue.role().ofPatient()) {
            return;
        }
        int[] words = words(cue.text());
        trie.add(words, phrases.size() + index);
        long meaning = words.length == 1 ? meaning(cue) : Spelling.PART_OF_A_PHRASE;
        for (int word : words) {
            meanings.putIfAbsent(word, meaning);
        }
    }

    /** "bed rest" is also written "bedrest". */
    private void addJoined(int index, int[] words, Map<Integer, Long> meanings) {
        if (words.length != 2 || phrases.get(index).kind() != Phrase.Kind.TREATMENT) {
            return;
        }
        if (words[0] < Tokens.FIRST_WORD || words[1] < Tokens.FIRST_WORD) {
            return;
        }
        String joined = vocabulary.word(words[0]) + vocabulary.word(words[1]);
        if (joined.length() >= SHORTEST_JOINED && isAllLetters(joined)) {
            int word = vocabulary.add(joined);
            trie.add(new int[] {word}, index);
            if (joined.length() >= SHORTEST_JOINED_CORRECTED) {
                meanings.putIfAbsent(word, meaning(phrases.get(index)));
            }
        }
    }

    private static boolean drawsMisspellings(Phrase phrase, int words) {
        return switch (phrase.kind()) {
            case TREATMENT, TREATMENT_OR_PATIENT, FORM, ORAL_FORM -> true;
            case LOOK_ALIKE, KNOWN -> words == 1;
            case TREATMENT_AS_WRITTEN, NO_TREATMENT, ORDINARY -> false;
        };
    }

    private static long stronger(long a, long b) {
        return a == Spelling.PART_OF_A_PHRASE ? b : a;
    }

    private static long meaning(Phrase phrase) {
        return switch (phrase.kind()) {
            case TREATMENT, TREATMENT_AS_WRITTEN, TREATMENT_OR_PATIENT ->
                1L + Integer.toUnsignedLong(phrase.tags().hashCode());
            case FORM, ORAL_FORM, LOOK_ALIKE, NO_TREATMENT, KNOWN, ORDINARY -> MEANS_NOTHING;
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
                entries.add(new Spelling.Entry(word, letters, meanings.get(word)));
            }
        }
        return new Spelling(entries);
    }

    private static boolean isAllLetters(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!FoldedText.isLetter(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private void addPatientWords() {
        for (Cue cue : cues) {
            if (cue.role().ofPatient()) {
                int word = words(cue.text())[0];
                patientWords.computeIfAbsent(cue.role(), role -> new BitSet()).set(word);
            }
        }
    }
}
