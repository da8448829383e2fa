package org.recoveryreport.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Recognises what would tell a person in a text: e-mail address, telephone number, social security number, a name behind a
 * title. It is a safety net, not an anonymiser: a name without a title, or in lower case, passes. Doses, dates, times,
 * product codes and plain runs of digits, as coding systems have them, are let pass; so are words of {@code not-a-name.txt}
 * behind a title.
 */
final class IdentifyingText {
    private static final String START = "(?<![\\p{L}\\d.,/-])";
    private static final String END = "(?![\\p{L}\\d]|[.,/-]\\d)";

    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\d_+-]@\\p{L}[\\p{L}\\d-]{0,62}(?:\\.[\\p{L}\\d-]{1,62}){0,5}\\.\\p{L}{2,24}");
    /** Written so that programs do not see it. */
    private static final Pattern VEILED_EMAIL = Pattern.compile(
            "[\\p{L}\\d_+-] ?[(\\[]at[)\\]] ?\\p{L}[\\p{L}\\d-]{0,62} ?(?:\\.|[(\\[]dot[)\\]]) ?\\p{L}{2,24}",
            Pattern.CASE_INSENSITIVE);

    private static final List<Pattern> SOCIAL_SECURITY = List.of(
            // United States
            Pattern.compile(START + "(?!000|666)\\d{3}-\\d{2}-\\d{4}" + END),
            Pattern.compile(
                    "(?<!\\p{L})(?:ssn|nino|nir|nss|bsn|svnr|ahv|avs|cpf|dni|nie|"
                            + "personnummer|social security|national insurance|sozialversicherung)"
                            + "\\D{0,12}\\d(?:[ .-]?\\d){7,14}",
                    Pattern.CASE_INSENSITIVE),
            // United Kingdom
            Pattern.compile("(?<![\\p{L}\\d])[A-Z]{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D](?![\\p{L}\\d])"),
            // France, Italy, Germany
            Pattern.compile(START + "[12] \\d{2} (?:0[1-9]|1[0-2]) \\d{2} \\d{3} \\d{3}(?: \\d{2})?" + END),
            Pattern.compile("(?<![\\p{L}\\d])[A-Z]{6}\\d{2}[A-EHLMPRST]\\d{2}[A-Z]\\d{3}[A-Z](?![\\p{L}\\d])"),
            Pattern.compile(START + "\\d{2} ?\\d{6} ?[A-Z] ?\\d{3}" + END),
            // Switzerland, Brazil, Spain
            Pattern.compile(START + "756\\.\\d{4}\\.\\d{4}\\.\\d{2}" + END),
            Pattern.compile(START + "\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}" + END),
            Pattern.compile(START + "(?:\\d{8}|[XYZ]-?\\d{7})-?[A-HJ-NP-TV-Z](?![\\p{L}\\d])"));

    private static final List<Pattern> PHONE = List.of(
            // North America; what a unit follows is a series of doses
            Pattern.compile(START + "(?:\\+?1[ .-])?(?:\\([2-9]\\d{2}\\) ?|[2-9]\\d{2}[ .-])[2-9]\\d{2}[ .-]?\\d{4}"
                    + END + "(?! ?(?:mg|mcg|µg|ug|g|ml|iu|ie|units?|%)(?!\\p{L}))"),
            // with the code of a country
            Pattern.compile("(?<![\\d.,])(?:\\+|00)[1-9](?:[ ./()-]{0,2}\\d){7,13}" + END),
            Pattern.compile(
                    "(?<!\\p{L})(?:tel|telephone|phone|ph|mobile|cell|fax|whatsapp|call|telefon|handy|ruf|t[ée]l|"
                            + "t[ée]l[ée]phone|tel[ée]fono|telefone|m[óo]vil|cellulare|telefoon|mobiel)"
                            + "[^\\p{L}\\d]{0,4}\\d(?:[ ./()-]{0,2}\\d){6,14}",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));

    /** Europe, with the area code; what a date or a product code looks like is sorted out by {@link #isAreaCoded}. */
    private static final Pattern AREA_CODED =
            Pattern.compile(START + "\\(?0[1-9]\\d{0,3}\\)?(?:[ /.-]{1,3}\\d{2,8}){1,5}" + END);

    private static final Pattern TITLED = Pattern.compile("(?<![\\p{L}\\d])"
            + "(?:Mrs?|MRS|MR(?=\\.)|mrs|Ms|Miss|Mme|Mlle|Monsieur|Madame|Mademoiselle|Herrn?|Hr|HERR|Frau|FRAU|Signora?|"
            + "Sig\\.(?:ra|na)|Do[ñÑ]a|Mw(?=\\.)|"
            + "Se[ñn]ora?|Senhora?|Sra|Sr(?=\\.)|Dhr|Mevr|Mevrouw|Meneer|Dra?|DR|Prof|PROF|Professor|Doctor|Docteur|Doktor|"
            + "Dott|Dott\\.ssa|Dottore|Dottoressa)"
            + "(?:\\. ?| )(?:(?:med|dent|phil|habil|rer|nat)\\. ?){0,3}(?:\\p{Lu}\\.[ -]?){0,3}(?:(?:van|von|de|der|den|da|di|del|la|le|zu|ter|ten) ){0,2}"
            + "(\\p{Lu}[\\p{L}'’-]+|(?<=mrs )\\p{Ll}[\\p{L}'’-]+)");

    private static final List<String> TITLE_BEGINNINGS = List.of(
            "mr", "ms", "mis", "mme", "mll", "mon", "mad", "mev", "mee", "mw.", "her", "hr", "fra", "frä", "sig", "señ",
            "sen", "sra", "sr.", "dhr", "dr", "pro", "doc", "dok", "doñ", "dot");

    /** As short as a title and a name may be. */
    private static final int SHORTEST = 5;

    private static final Set<String> NOT_A_NAME = notANameResource();

    private IdentifyingText() {}

    /** What a free text gives away; null = nothing was recognised. */
    static @Nullable RejectionReason inText(String text) {
        if (text.length() < SHORTEST) {
            return null;
        }
        boolean at = false;
        boolean bracket = false;
        boolean title = false;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '@') {
                at = true;
            } else if (c == '(' || c == '[') {
                bracket = true;
            } else if (isInitialOfTitle(c) && !title) {
                title = mayBeginTitle(text, i);
            }
        }
        if ((at && EMAIL.matcher(text).find())
                || (bracket && VEILED_EMAIL.matcher(text).find())) {
            return RejectionReason.LOOKS_LIKE_EMAIL;
        }
        if (digits >= 6
                && SOCIAL_SECURITY.stream().anyMatch(p -> p.matcher(text).find())) {
            return RejectionReason.LOOKS_LIKE_SOCIAL_SECURITY;
        }
        if (digits >= 7 && hasPhone(text)) {
            return RejectionReason.LOOKS_LIKE_PHONE;
        }
        return title && namesPerson(text) ? RejectionReason.LOOKS_LIKE_PERSON : null;
    }

    /** What a pseudonym gives away, which may otherwise be of any form. */
    static @Nullable RejectionReason inId(String id) {
        if (id.indexOf('@') > 0 && EMAIL.matcher(id).find()) {
            return RejectionReason.LOOKS_LIKE_EMAIL;
        }
        boolean social = id.length() == 11
                && id.charAt(3) == '-'
                && id.charAt(6) == '-'
                && SOCIAL_SECURITY.get(0).matcher(id).matches();
        return social ? RejectionReason.LOOKS_LIKE_SOCIAL_SECURITY : null;
    }

    private static boolean isInitialOfTitle(char c) {
        return c <= 'm'
                && (c == 'm' || (c <= 'S' && (c == 'D' || c == 'M' || c == 'P' || c == 'H' || c == 'F' || c == 'S')));
    }

    /** Whether the costly look for a title is worth while. */
    private static boolean mayBeginTitle(String text, int at) {
        if (at > 0 && Character.isLetter(text.charAt(at - 1))) {
            return false;
        }
        if (text.charAt(at) == 'm') {
            return text.startsWith("mrs", at);
        }
        for (String beginning : TITLE_BEGINNINGS) {
            if (text.regionMatches(true, at, beginning, 0, beginning.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasPhone(String text) {
        if (PHONE.stream().anyMatch(p -> p.matcher(text).find())) {
            return true;
        }
        Matcher matcher = AREA_CODED.matcher(text);
        while (matcher.find()) {
            if (isAreaCoded(matcher.group())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAreaCoded(String number) {
        List<String> groups = Arrays.stream(number.split("\\D+"))
                .filter(group -> !group.isEmpty())
                .toList();
        String sizes = groups.stream().map(g -> String.valueOf(g.length())).collect(Collectors.joining("-"));
        int digits = groups.stream().mapToInt(String::length).sum();
        boolean productCode = number.indexOf('-') > 0
                && (sizes.equals("4-4-2") || sizes.equals("5-3-2") || sizes.equals("5-4-1") || sizes.equals("5-4-2"));
        boolean times = groups.stream().allMatch(group -> group.length() == 4);
        boolean date = sizes.startsWith("2-2-4") || sizes.startsWith("2-1-4");
        boolean pairs = sizes.equals("2-2-2-2-2");
        boolean areaAndNumber = groups.get(0).length() >= 3 || groups.get(1).length() >= 6;
        return digits >= 9 && digits <= 12 && !productCode && !times && !date && (pairs || areaAndNumber);
    }

    private static boolean namesPerson(String text) {
        Matcher matcher = TITLED.matcher(text);
        int from = 0;
        while (matcher.find(from)) {
            String name = Objects.requireNonNull(matcher.group(1)).toLowerCase(Locale.ROOT);
            if (!NOT_A_NAME.contains(name.replace("’", "'").replaceFirst("'s$", ""))) {
                return true;
            }
            // what is no name may be a title itself
            from = matcher.start(1);
        }
        return false;
    }

    private static Set<String> notANameResource() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(IdentifyingText.class.getResourceAsStream("not-a-name.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.trim().split(" +")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("not-a-name.txt", e);
        }
    }
}
