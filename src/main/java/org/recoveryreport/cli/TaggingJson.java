package org.recoveryreport.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.tagging.EntryDetails;
import org.recoveryreport.domain.tagging.Match;
import org.recoveryreport.domain.tagging.Tag;
import org.recoveryreport.domain.tagging.Tagging;
import org.recoveryreport.domain.tagging.Uncounted;

/** Writes taggings as a JSON array with one object per text. */
final class TaggingJson {
    private TaggingJson() {}

    static void write(List<Tagging> taggings, Writer to) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(to).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        json.setPrettyPrinter(
                new DefaultPrettyPrinter().withArrayIndenter(indenter).withObjectIndenter(indenter));
        json.writeStartArray();
        for (Tagging tagging : taggings) {
            write(tagging, json);
        }
        json.writeEndArray();
        json.close();
        to.write("\n");
    }

    private static void write(Tagging tagging, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("text", tagging.text());
        json.writeArrayFieldStart("tags");
        for (Match match : tagging.used()) {
            json.writeStartObject();
            json.writeStringField("tag", match.tag().name());
            writeSpan(json, match.start(), match.end(), match.phrase());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("not_counted");
        for (Uncounted uncounted : tagging.uncounted()) {
            json.writeStartObject();
            Tag tag = uncounted.tag();
            json.writeStringField("tag", tag == null ? null : tag.name());
            writeSpan(json, uncounted.start(), uncounted.end(), uncounted.phrase());
            json.writeStringField(
                    "reason", uncounted.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            json.writeEndObject();
        }
        json.writeEndArray();
        writeDetails(tagging.details(), json);
        json.writeBooleanField("unrecognised", tagging.unrecognised());
        json.writeEndObject();
    }

    private static void writeSpan(JsonGenerator json, int start, int end, String phrase) throws IOException {
        json.writeNumberField("start", start);
        json.writeNumberField("end", end);
        json.writeStringField("phrase", phrase);
    }

    private static void writeDetails(EntryDetails details, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("details");
        writeRange(json, "dose_mg", details.doseMg());
        writeRange(json, "every_hours", details.everyHours());
        writeRange(json, "times_a_day", details.timesADay());
        writeRange(json, "minutes_a_session", details.minutesASession());
        writeRange(json, "sessions_a_week", details.sessionsAWeek());
        writeRange(json, "days", details.days());
        json.writeEndObject();
    }

    private static void writeRange(JsonGenerator json, String name, EntryDetails.@Nullable Range range)
            throws IOException {
        if (range != null) {
            json.writeArrayFieldStart(name);
            json.writeNumber(range.least());
            json.writeNumber(range.most());
            json.writeEndArray();
        }
    }
}
