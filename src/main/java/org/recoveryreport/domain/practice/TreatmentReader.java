package org.recoveryreport.domain.practice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.tagging.EntryDetails;
import org.recoveryreport.domain.tagging.Match;
import org.recoveryreport.domain.tagging.Phrase;
import org.recoveryreport.domain.tagging.Reason;
import org.recoveryreport.domain.tagging.Tag;
import org.recoveryreport.domain.tagging.TagCatalogue;
import org.recoveryreport.domain.tagging.Tagger;
import org.recoveryreport.domain.tagging.Tagging;
import org.recoveryreport.domain.tagging.Uncounted;

/**
 * Splits the tagging of a text into its treatments, so that in "ibuprofen 400 mg; cold pack 3x/day" nobody takes ibuprofen
 * three times a day. Immutable and safe for use by many threads.
 *
 * <p>What a text says between two treatments belongs to the one before up to the last separator (a comma, semicolon, plus,
 * line break, slash among blanks, "and", "then"), and to the one after from there. Treatments that were not used have their
 * own part of the text; so have words that only look like one if a number follows them ("hydrochlorothiazide 25 mg").
 */
public final class TreatmentReader {
    private static final Pattern SEPARATOR =
            Pattern.compile("[,;+&\\n]|\\s/\\s|\\b(and|then|und|et|y)\\b", Pattern.CASE_INSENSITIVE);

    /** What tells that "3 x" is how often, or how long: "3x a day", "x 3 days". */
    private static final String OF_TIME =
            "\\s*(/|(an?|per|each|every day|times|d|days?|daily|doses?|h|hrs?|hours?|w|wks?|weeks?|weekly|mo|months?|"
                    + "t(\\u00e4|a)glich)\\b)";

    /** "2 x 200 mg", "two 200 mg tablets", "200 mg, 2 tablets": the single dose is more than the milligrams read. */
    private static final Pattern SEVERAL_TABLETS = Pattern.compile(
            "\\b([2-9]|two|three|four)(\\s*(x|\\u00d7)(?![a-z]|" + OF_TIME + ")"
                    + "|\\s*(tabs?|tablets?|caps?|capsules?|caplets?|pills?)(?![a-z])|[\\s-]+\\d+\\s*mg)"
                    + "|mg\\s*(x|\\u00d7)\\s*[2-9](?!" + OF_TIME + ")",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBER_FOLLOWS = Pattern.compile("\\s*\\d");

    private final Tagger tagger;
    private final Map<String, Phrase> phrases = new HashMap<>();

    /**
     * A reader of taggings.
     *
     * @param tagger of the same catalogue
     */
    public TreatmentReader(Tagger tagger, TagCatalogue catalogue) {
        this.tagger = tagger;
        for (Phrase phrase : catalogue.phrases()) {
            phrases.put(phrase.text(), phrase);
        }
    }

    /** Words of a text that name something: where they stand, and their tags; none for what was not used. */
    private record Words(int start, int end, String phrase, Set<Tag> tags) {}

    /** Reads a tagging of this reader's tagger. */
    public TreatmentReading read(Tagging tagging) {
        Set<Tag> contraindicated = new TreeSet<>();
        Set<Tag> planned = new TreeSet<>();
        for (Uncounted uncounted : tagging.uncounted()) {
            Tag tag = uncounted.tag();
            if (tag != null && uncounted.reason() == Reason.CONTRAINDICATED) {
                contraindicated.add(tag);
            } else if (tag != null && uncounted.reason() == Reason.PLANNED) {
                planned.add(tag);
            }
        }
        return TreatmentReading.of(mentions(tagging), contraindicated, planned, tagging.unrecognised());
    }

    private List<Mention> mentions(Tagging tagging) {
        String text = tagging.text();
        List<Words> words = words(tagging);
        List<Mention> mentions = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < words.size(); i++) {
            Words here = words.get(i);
            int to = i + 1 < words.size()
                    ? lastSeparator(text, here.end(), words.get(i + 1).start())
                    : text.length();
            if (!here.tags().isEmpty()) {
                EntryDetails details = details(tagging, words.size() == 1 ? text : text.substring(from, to));
                Phrase phrase = phrases.get(here.phrase());
                String source = phrase == null ? "" : phrase.source();
                Set<Substance> substances =
                        Substance.in(text.substring(here.start(), here.end()), here.phrase(), source);
                mentions.add(Mention.of(here.tags(), substances, here.phrase(), details));
            }
            from = to;
        }
        return mentions;
    }

    private EntryDetails details(Tagging tagging, String part) {
        EntryDetails all = part.equals(tagging.text())
                ? tagging.details()
                : tagger.tag(part).details();
        return all.doseMg() != null && SEVERAL_TABLETS.matcher(part).find()
                ? new EntryDetails(
                        null, all.everyHours(), all.timesADay(), all.minutesASession(), all.sessionsAWeek(), all.days())
                : all;
    }

    private static int lastSeparator(String text, int from, int to) {
        Matcher matcher = SEPARATOR.matcher(text).region(Math.min(from, to), to).useTransparentBounds(true);
        int last = to;
        while (matcher.find()) {
            last = matcher.start();
        }
        return last;
    }

    private List<Words> words(Tagging tagging) {
        Map<Integer, Words> byStart = new HashMap<>();
        for (Uncounted uncounted : tagging.uncounted()) {
            if (uncounted.tag() != null || numberFollows(tagging.text(), uncounted.end())) {
                byStart.put(
                        uncounted.start(),
                        new Words(uncounted.start(), uncounted.end(), uncounted.phrase(), new TreeSet<>()));
            }
        }
        List<Match> forms = new ArrayList<>();
        for (Match match : tagging.used()) {
            if (isForm(match)) {
                forms.add(match);
            } else {
                byStart.computeIfAbsent(
                                match.start(), start -> new Words(start, match.end(), match.phrase(), new TreeSet<>()))
                        .tags()
                        .add(match.tag());
            }
        }
        List<Words> words = new ArrayList<>(byStart.values());
        words.sort(Comparator.comparingInt(Words::start));
        for (Match form : forms) {
            Words medicine = nearest(words, form);
            if (medicine != null) {
                medicine.tags().add(form.tag());
            }
        }
        return words;
    }

    private static boolean numberFollows(String text, int end) {
        return NUMBER_FOLLOWS.matcher(text).region(end, text.length()).lookingAt();
    }

    private boolean isForm(Match match) {
        Phrase phrase = phrases.get(match.phrase());
        return phrase != null && phrase.kind() == Phrase.Kind.FORM;
    }

    /** The used treatment that a form such as "gel" stands nearest to. */
    private static @Nullable Words nearest(List<Words> words, Match form) {
        return words.stream()
                .filter(candidate -> !candidate.tags().isEmpty())
                .min(Comparator.comparingInt(
                        candidate -> Math.max(candidate.start() - form.end(), form.start() - candidate.end())))
                .orElse(null);
    }
}
