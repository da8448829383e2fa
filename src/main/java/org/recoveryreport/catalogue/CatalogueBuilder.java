package org.recoveryreport.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.catalogue.CatalogueFile.Row;
import org.recoveryreport.domain.tagging.Cue;
import org.recoveryreport.domain.tagging.Family;
import org.recoveryreport.domain.tagging.Phrase;
import org.recoveryreport.domain.tagging.Reason;
import org.recoveryreport.domain.tagging.Tag;
import org.recoveryreport.domain.tagging.TagCatalogue;
import org.recoveryreport.domain.tagging.Treatment;

/** Puts a catalogue together from rows; a later file replaces what an earlier one said, a file must not contradict itself. */
final class CatalogueBuilder {
    static final List<String> TREATMENT_COLUMNS = List.of(
            "tag", "label", "family", "complexity", "resources", "setting", "expected_outcome", "ideal_use", "source");
    static final List<String> PHRASE_COLUMNS = List.of("phrases", "tags", "kind", "beside", "source");
    static final List<String> CUE_COLUMNS = List.of("cues", "role", "reason", "source");

    private final Map<Tag, Placed<Treatment>> treatments = new LinkedHashMap<>();
    private final Map<String, Placed<Phrase>> phrases = new LinkedHashMap<>();
    private final Map<String, Placed<Cue>> cues = new LinkedHashMap<>();
    private String file = "";

    private record Placed<T>(T value, Row row) {}

    /** What the phrases of a row have in common. */
    private record PhraseKind(
            Phrase.Kind kind, List<Tag> tags, @Nullable Tag beside) {}

    void startFile(String name) {
        file = name;
    }

    void addTreatment(Row row) {
        Tag tag = tag(row, "tag", row.cell("tag"));
        Family family = family(row);
        if (row.cell("label").isEmpty()) {
            throw row.refused("label", "is empty; write what people call the treatment");
        }
        Treatment treatment = new Treatment(
                tag,
                row.cell("label"),
                family,
                row.cell("complexity"),
                row.cell("resources"),
                row.cell("setting"),
                row.cell("expected_outcome"),
                row.cell("ideal_use"),
                row.cell("source"));
        place(treatments, tag, treatment, row, "tag", tag.name());
        if (treatments.size() > TagCatalogue.MOST_TREATMENTS) {
            throw row.refused(
                    "tag",
                    "this is one more than the " + TagCatalogue.MOST_TREATMENTS
                            + " treatments that a catalogue may have; leave some out");
        }
    }

    void addPhrases(Row row) {
        boolean remove = row.cell("kind").equalsIgnoreCase("remove");
        PhraseKind kind = remove ? null : phraseKind(row);
        for (String text : row.parts("phrases")) {
            String key = Phrase.key(text);
            if (key.isEmpty()) {
                throw row.refused("phrases", "'" + text + "' has neither letters nor digits");
            }
            if (kind == null) {
                remove(row, text, key);
            } else {
                place(phrases, key, phrase(row, text, kind), row, "phrases", text);
            }
        }
    }

    private void remove(Row row, String text, String key) {
        Placed<Phrase> known = phrases.get(key);
        if (known == null || known.row().file().equals(file)) {
            throw row.refused("phrases", "'" + text + "' cannot be removed, the built-in catalogue has no such phrase");
        }
        phrases.put(key, new Placed<>(new Phrase(text, Phrase.Kind.KNOWN, List.of(), null, row.cell("source")), row));
    }

    void addCues(Row row) {
        Cue.Role role = choice(row, "role", Cue.Role.class, null);
        Reason reason = choice(row, "reason", Reason.class, Reason.NEGATED);
        for (String text : row.parts("cues")) {
            Cue cue = new Cue(text, role, reason);
            place(cues, cue.key(), cue, row, "cues", text);
        }
    }

    TagCatalogue build(String name) {
        for (Placed<Phrase> phrase : phrases.values()) {
            for (Tag tag : phrase.value().tags()) {
                checkKnown(phrase.row(), "tags", tag);
            }
            Tag beside = phrase.value().beside();
            if (beside != null) {
                checkKnown(phrase.row(), "beside", beside);
            }
        }
        if (treatments.isEmpty()) {
            throw new CatalogueRefused(name + " has no treatments: add a treatments.csv");
        }
        return new TagCatalogue(values(treatments), values(phrases), values(cues));
    }

    private void checkKnown(Row row, String column, Tag tag) {
        if (!treatments.containsKey(tag)) {
            String known = treatments.keySet().stream().sorted().map(Tag::name).collect(Collectors.joining(", "));
            throw row.refused(
                    column,
                    "'" + tag + "' is no tag of the catalogue; add it to treatments.csv, or take one of " + known);
        }
    }

    private static <T> List<T> values(Map<?, Placed<T>> placed) {
        return placed.values().stream().map(Placed::value).toList();
    }

    private <K, T> void place(Map<K, Placed<T>> all, K key, T value, Row row, String column, String text) {
        Placed<T> known = all.get(key);
        if (known != null && known.row().file().equals(row.file())) {
            throw row.refused(
                    column, "'" + text + "' stands in line " + known.row().line() + " too; keep one of the two");
        }
        all.put(key, new Placed<>(value, row));
    }

    private static PhraseKind phraseKind(Row row) {
        Phrase.Kind kind = choice(row, "kind", Phrase.Kind.class, Phrase.Kind.TREATMENT);
        List<Tag> tags = new ArrayList<>();
        for (String name : row.cell("tags").split(" ", -1)) {
            if (!name.isEmpty()) {
                tags.add(tag(row, "tags", name));
            }
        }
        String beside = row.cell("beside");
        return new PhraseKind(kind, tags, beside.isEmpty() ? null : tag(row, "beside", beside));
    }

    private static Phrase phrase(Row row, String text, PhraseKind kind) {
        try {
            return new Phrase(text, kind.kind(), kind.tags(), kind.beside(), row.cell("source"));
        } catch (IllegalArgumentException e) {
            throw row.refused("tags", String.valueOf(e.getMessage()));
        }
    }

    private static Tag tag(Row row, String column, String name) {
        try {
            return new Tag(name);
        } catch (IllegalArgumentException e) {
            throw row.refused(column, String.valueOf(e.getMessage()));
        }
    }

    private static Family family(Row row) {
        try {
            return new Family(row.cell("family"));
        } catch (IllegalArgumentException e) {
            throw row.refused("family", String.valueOf(e.getMessage()));
        }
    }

    private static <E extends Enum<E>> E choice(Row row, String column, Class<E> type, @Nullable E otherwise) {
        String written = row.cell(column);
        if (written.isEmpty() && otherwise != null) {
            return otherwise;
        }
        for (E choice : type.getEnumConstants()) {
            if (written.equalsIgnoreCase(name(choice))) {
                return choice;
            }
        }
        String choices = Arrays.stream(type.getEnumConstants())
                .map(CatalogueBuilder::name)
                .collect(Collectors.joining(", "));
        throw row.refused(column, "'" + written + "' is none of " + choices);
    }

    private static String name(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
