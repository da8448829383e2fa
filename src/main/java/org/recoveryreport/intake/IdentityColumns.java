package org.recoveryreport.intake;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Knows by its name a column that tells who somebody is: the identifiers of the HIPAA privacy rule, 45 CFR 164.514(b)(2), in
 * the languages of {@code identity-columns.csv}, however the words are written and joined. The phrases stand there:
 * {@code anywhere} = wherever the words stand in the name; {@code alone} = only where the name is made of nothing but such
 * phrases and {@code filler}, so that {@code patient_name} is found and {@code drug_name} is not. The word "number" of a phrase
 * stands for every {@code number} word, which is filler too and comes first in the file; a {@code harmless} word makes a way of contact of a telephone or
 * an e-mail, as in {@code phone_consultation}.
 */
final class IdentityColumns {
    private static final Set<String> WAYS_OF_CONTACT = Set.of("telephone number", "e-mail address");
    /** "No" is one, and so is the number sign. */
    private static final String NUMBER = "number";

    private static final Pattern NUMBER_SIGN = Pattern.compile("#|(?<!\\p{L})[nN]°");
    private static final Pattern POSSESSIVE = Pattern.compile("['’ʼ´`＇][sS](?!\\p{L})");
    /** Letters that are no accented form of another, as people without their keyboard write them. */
    private static final Map<Character, String> PLAIN_LETTERS = Map.of(
            'ß', "ss", 'æ', "ae", 'œ', "oe", 'ø', "o", 'ł', "l", 'đ', "d", 'ð', "d", 'þ', "th", 'ı', "i", 'ς', "σ");

    private static final IdentityColumns BUILT_IN = new IdentityColumns();

    /** Phrases by their words with a blank between. */
    private final Map<String, String> anywhere = new HashMap<>();
    /** All phrases, written as one word. */
    private final Map<String, String> joined = new HashMap<>();

    private final Set<String> filler = new HashSet<>();
    private final Set<String> harmless = new HashSet<>();
    private final Set<String> numbers = new LinkedHashSet<>();
    private int mostWords;
    private int mostLetters;

    private IdentityColumns() {
        try (CSVParser rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new InputStreamReader(
                        Objects.requireNonNull(getClass().getResourceAsStream("identity-columns.csv")),
                        StandardCharsets.UTF_8))) {
            for (CSVRecord row : rows) {
                for (String phrase : row.get("phrases").split(" \\| ", -1)) {
                    add(words(phrase), row.get("match"), row.get("identifier"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("identity-columns.csv", e);
        }
    }

    private void add(List<String> phrase, String match, String identifier) {
        switch (match) {
            case "anywhere", "alone" -> {
                for (String number : phrase.contains(NUMBER) ? numbers : Set.of(NUMBER)) {
                    List<String> words = phrase.stream()
                            .map(word -> word.equals(NUMBER) ? number : word)
                            .toList();
                    if (match.equals("anywhere")) {
                        anywhere.put(String.join(" ", words), identifier);
                        mostWords = Math.max(mostWords, words.size());
                    }
                    joined.put(asOneWord(words), identifier);
                }
            }
            case "filler" -> filler.add(asOneWord(phrase));
            case "number" -> {
                numbers.addAll(phrase);
                filler.addAll(phrase);
            }
            case "harmless" -> harmless.addAll(phrase);
            default -> throw new IllegalStateException("identity-columns.csv: " + match);
        }
    }

    private String asOneWord(List<String> words) {
        String one = String.join("", words);
        mostLetters = Math.max(mostLetters, one.length());
        return one;
    }

    /** What kind of identifier a column of this name holds; null = none that is known. */
    static @Nullable String identifier(String name) {
        return BUILT_IN.find(words(name));
    }

    private @Nullable String find(List<String> words) {
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= Math.min(words.size(), from + mostWords); to++) {
                String found = anywhere.get(String.join(" ", words.subList(from, to)));
                if (found != null
                        && !(WAYS_OF_CONTACT.contains(found) && words.stream().anyMatch(harmless::contains))) {
                    return found;
                }
            }
        }
        return findInOneWord(String.join("", words));
    }

    /** The first phrase of a name that can be taken apart into phrases and filler, and leaves nothing. */
    private @Nullable String findInOneWord(String name) {
        // what the letters up to each place tell: "" = they are filler, null = they cannot be taken apart
        @Nullable String[] upTo = new String[name.length() + 1];
        upTo[0] = "";
        for (int to = 1; to <= name.length(); to++) {
            for (int from = Math.max(0, to - mostLetters); from < to; from++) {
                String before = upTo[from];
                if (before != null && (upTo[to] == null || upTo[to].isEmpty())) {
                    String part = name.substring(from, to);
                    String identifier = joined.getOrDefault(part, filler.contains(part) ? "" : null);
                    if (identifier != null) {
                        upTo[to] = before.isEmpty() ? identifier : before;
                    }
                }
            }
        }
        String found = upTo[name.length()];
        return found == null || found.isEmpty() ? null : found;
    }

    /**
     * The words of a name in lower case, without accents, width or a possessive's s: {@code patientName}, {@code patient-name},
     * {@code PATIENT'S NAME}. Ideographs and kana are words each, since no blank tells where one of those begins.
     */
    private static List<String> words(String name) {
        StringBuilder spaced = new StringBuilder();
        String signs = NUMBER_SIGN.matcher(name).replaceAll(" " + NUMBER + " ");
        String plain = Normalizer.normalize(POSSESSIVE.matcher(signs).replaceAll(" "), Normalizer.Form.NFKD);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            boolean nextIsLower = i + 1 < plain.length() && Character.isLowerCase(plain.charAt(i + 1));
            boolean previousIsLower = i > 0 && Character.isLowerCase(plain.charAt(i - 1));
            if (Character.isUpperCase(c) && (previousIsLower || nextIsLower)) {
                spaced.append(' ');
            }
            int type = Character.getType(c);
            if (isWordOfItsOwn(c)) {
                spaced.append(' ').append(c).append(' ');
            } else if (type != Character.NON_SPACING_MARK) {
                boolean letter = Character.isLetter(c) || type == Character.COMBINING_SPACING_MARK;
                spaced.append(letter ? c : ' ');
            }
        }
        StringBuilder folded = new StringBuilder();
        for (char c : spaced.toString().toLowerCase(Locale.ROOT).toCharArray()) {
            folded.append(PLAIN_LETTERS.getOrDefault(c, String.valueOf(c)));
        }
        return Arrays.stream(folded.toString().split(" +", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static boolean isWordOfItsOwn(char c) {
        UnicodeScript script = UnicodeScript.of(c);
        return script == UnicodeScript.HAN || script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
    }
}
