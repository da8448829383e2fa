package org.recoveryreport.intake;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Knows by its name a column that tells who somebody is: the identifiers of the HIPAA privacy rule, 45 CFR 164.514(b)(2), in
 * English, German, French, Spanish, Italian, Dutch and Portuguese, however the words are joined. The phrases stand in
 * {@code identity-columns.csv}: {@code anywhere} = wherever the words stand in the name; {@code alone} = only where nothing
 * but {@code filler} stands beside them, so that {@code patient_name} is found and {@code drug_name} is not; a
 * {@code harmless} word makes a way of contact of a telephone or an e-mail, as in {@code phone_consultation}.
 */
final class IdentityColumns {
    private static final Set<String> WAYS_OF_CONTACT = Set.of("telephone number", "e-mail address");
    private static final IdentityColumns BUILT_IN = new IdentityColumns();

    private final Map<String, String> anywhere = new HashMap<>();
    private final Map<String, String> alone = new HashMap<>();
    private final Set<String> filler = new HashSet<>();
    private final Set<String> harmless = new HashSet<>();

    private IdentityColumns() {
        try (CSVParser phrases = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new InputStreamReader(
                        Objects.requireNonNull(getClass().getResourceAsStream("identity-columns.csv")),
                        StandardCharsets.UTF_8))) {
            for (CSVRecord phrase : phrases) {
                switch (phrase.get("match")) {
                    case "anywhere" -> anywhere.put(phrase.get("phrase"), phrase.get("identifier"));
                    case "alone" -> alone.put(phrase.get("phrase"), phrase.get("identifier"));
                    case "filler" -> filler.add(phrase.get("phrase"));
                    case "harmless" -> harmless.add(phrase.get("phrase"));
                    default -> throw new IllegalStateException("identity-columns.csv: " + phrase.get("match"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("identity-columns.csv", e);
        }
    }

    /** What kind of identifier a column of this name holds; null = none that is known. */
    static @Nullable String identifier(String name) {
        List<String> words = words(name);
        return words.get(0).isEmpty() ? null : BUILT_IN.find(words);
    }

    private @Nullable String find(List<String> words) {
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= Math.min(words.size(), from + 4); to++) {
                String found = anywhere.get(String.join(" ", words.subList(from, to)));
                if (found != null
                        && !(WAYS_OF_CONTACT.contains(found) && words.stream().anyMatch(harmless::contains))) {
                    return found;
                }
            }
        }
        String rest = String.join(
                "", words.stream().filter(word -> !filler.contains(word)).toList());
        String found = alone.get(rest);
        return found != null || words.size() > 4 ? found : joined(String.join("", words));
    }

    /** The same for words written as one. */
    private @Nullable String joined(String name) {
        for (Map<String, String> phrases : List.of(anywhere, alone)) {
            for (Map.Entry<String, String> phrase : phrases.entrySet()) {
                String words = phrase.getKey().replace(" ", "");
                int at = name.indexOf(words);
                if (at >= 0
                        && (at == 0 || filler.contains(name.substring(0, at)))
                        && (at + words.length() == name.length()
                                || filler.contains(name.substring(at + words.length())))) {
                    return phrase.getValue();
                }
            }
        }
        return null;
    }

    /** The words of a name in lower case, without accents: {@code patientName}, {@code patient-name}, {@code PATIENT NAME}. */
    private static List<String> words(String name) {
        StringBuilder spaced = new StringBuilder();
        String plain = Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFD);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            boolean nextIsLower = i + 1 < plain.length() && Character.isLowerCase(plain.charAt(i + 1));
            boolean previousIsLower = i > 0 && Character.isLowerCase(plain.charAt(i - 1));
            if (Character.isUpperCase(c) && (previousIsLower || nextIsLower)) {
                spaced.append(' ');
            }
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                spaced.append(Character.isLetter(c) ? c : ' ');
            }
        }
        return new ArrayList<>(
                Arrays.asList(spaced.toString().toLowerCase(Locale.ROOT).trim().split(" +")));
    }
}
