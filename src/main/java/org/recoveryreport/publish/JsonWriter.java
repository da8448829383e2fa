package org.recoveryreport.publish;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes JSON that people can read and compare line by line: indented, but every row of a table on one line. */
final class JsonWriter {
    private static final DefaultIndenter INDENTED = new DefaultIndenter("  ", "\n");

    private final DefaultPrettyPrinter layout =
            new DefaultPrettyPrinter().withObjectIndenter(INDENTED).withArrayIndenter(INDENTED);
    private final JsonGenerator json;

    private JsonWriter(OutputStream out) throws IOException {
        json = new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setPrettyPrinter(layout);
    }

    /** Something to write. */
    @FunctionalInterface
    interface Part {
        void writeTo(JsonWriter json) throws IOException;
    }

    /** The fields of a row. */
    @FunctionalInterface
    interface Fields<R> {
        void write(R row, JsonWriter json) throws IOException;
    }

    /** Writes one object, and a line end. */
    static void writeObject(OutputStream out, Part content) throws IOException {
        JsonWriter writer = new JsonWriter(out);
        writer.object(content);
        writer.json.writeRaw('\n');
        writer.json.close();
    }

    void object(String name, Part content) throws IOException {
        json.writeFieldName(name);
        object(content);
    }

    private void object(Part content) throws IOException {
        json.writeStartObject();
        content.writeTo(this);
        json.writeEndObject();
    }

    /** An array of objects, each with its fields on lines of their own. */
    void objects(String name, List<? extends Part> objects) throws IOException {
        json.writeArrayFieldStart(name);
        for (Part object : objects) {
            object(object);
        }
        json.writeEndArray();
    }

    /** An array of objects, each on one line. */
    void rows(String name, List<? extends Part> rows) throws IOException {
        rows(name, rows, Part::writeTo);
    }

    /** The same of rows whose fields are taken when their turn comes. */
    <R> void rows(String name, List<R> rows, Fields<? super R> fields) throws IOException {
        json.writeArrayFieldStart(name);
        layout.indentObjectsWith(DefaultPrettyPrinter.FixedSpaceIndenter.instance);
        for (R row : rows) {
            json.writeStartObject();
            fields.write(row, this);
            json.writeEndObject();
        }
        layout.indentObjectsWith(INDENTED);
        json.writeEndArray();
    }

    /** A field with a text, a truth value, a number, or null. */
    void field(String name, @Nullable Object value) throws IOException {
        json.writeFieldName(name);
        if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Double number) {
            writeNumber(number);
        } else if (value instanceof Integer || value instanceof Long) {
            json.writeNumber(((Number) value).longValue());
        } else if (value == null) {
            json.writeNull();
        } else {
            throw new IllegalArgumentException(
                    name + " is a " + value.getClass().getName());
        }
    }

    private void writeNumber(double number) throws IOException {
        String text = DecimalText.of(number);
        if (text == null) {
            json.writeNull();
        } else {
            json.writeNumber(text);
        }
    }
}
