package org.recoveryreport.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.tagging.EntryDetails;
import org.recoveryreport.domain.tagging.Match;
import org.recoveryreport.domain.tagging.Suggestions;
import org.recoveryreport.domain.tagging.Tag;
import org.recoveryreport.domain.tagging.TagCatalogue;
import org.recoveryreport.domain.tagging.Tagging;
import org.recoveryreport.domain.tagging.Uncounted;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** Puts a tagging into words for a terminal. */
final class TaggingText {
    private static final int SUGGESTIONS = 3;

    private final Ansi ansi;
    private final Suggestions suggestions;

    TaggingText(Ansi ansi, TagCatalogue catalogue) {
        this.ansi = ansi;
        this.suggestions = new Suggestions(catalogue);
    }

    String of(Tagging tagging) {
        List<String> lines = new ArrayList<>();
        lines.add(styled(printable(tagging.text()), Style.bold));
        lines.add("  tags: " + tags(tagging));
        for (Match match : tagging.used()) {
            lines.add("  " + styled("+ " + match.tag(), Style.fg_green) + "  "
                    + words(tagging.text(), match.start(), match.end(), match.phrase()));
        }
        for (Uncounted uncounted : tagging.uncounted()) {
            Tag tag = uncounted.tag();
            lines.add("  " + styled("- " + (tag == null ? "not counted" : tag), Style.fg_yellow) + "  "
                    + words(tagging.text(), uncounted.start(), uncounted.end(), uncounted.phrase()) + ": "
                    + uncounted.reason().label());
        }
        String details = details(tagging.details());
        if (!details.isEmpty()) {
            lines.add("  " + details);
        }
        if (tagging.unrecognised()) {
            lines.add("  " + styled("not recognised", Style.fg_red) + near(tagging.text()));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String tags(Tagging tagging) {
        return tagging.tags().isEmpty()
                ? "none"
                : tagging.tags().stream().map(Tag::name).collect(Collectors.joining(" + "));
    }

    private static String words(String text, int start, int end, String phrase) {
        String found = printable(text.substring(start, end));
        return "\"" + found + "\" at " + start + "-" + end
                + (found.equalsIgnoreCase(phrase) ? "" : ", read as \"" + phrase + "\"");
    }

    private String near(String text) {
        String phrases = suggestions.nearest(text, SUGGESTIONS).stream()
                .map(suggestion -> suggestion.phrase().text())
                .collect(Collectors.joining(", "));
        return phrases.isEmpty() ? "" : "; nearest phrases: " + phrases;
    }

    private static String details(EntryDetails details) {
        List<String> parts = new ArrayList<>();
        add(parts, "%s mg", details.doseMg());
        add(parts, "every %s h", details.everyHours());
        add(parts, "%s times a day", details.timesADay());
        add(parts, "%s min a session", details.minutesASession());
        add(parts, "%s times a week", details.sessionsAWeek());
        add(parts, "%s days", details.days());
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, String pattern, EntryDetails.@Nullable Range range) {
        if (range != null) {
            String number = range.least() == range.most()
                    ? number(range.least())
                    : number(range.least()) + "-" + number(range.most());
            parts.add(String.format(Locale.ROOT, pattern, number));
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    /** Control characters could speak to the terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private String styled(String text, IStyle style) {
        return ansi.enabled() ? style.on() + text + style.off() : text;
    }
}
