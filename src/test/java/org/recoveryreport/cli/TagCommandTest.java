package org.recoveryreport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TagCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void showsTagsAndWhatWasNotCounted() {
        assertThat(run("", "ibuprofren 400 mg, no ice")).isZero();
        assertThat(out).hasToString("""
                        ibuprofren 400 mg, no ice
                          tags: nsaid
                          + nsaid  "ibuprofren" at 0-10, read as "ibuprofen"
                          - cold  "ice" at 22-25: not used
                          400 mg
                        """);
    }

    @Test
    void coloursOnATerminal() {
        CommandLine command = new CommandLine(new TagCommand())
                .setOut(new PrintWriter(out))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.ON));
        assertThat(command.execute("ice")).isZero();
        assertThat(out.toString()).contains("\u001b[32m+ cold");
    }

    @Test
    void namesTheNearestPhrasesOfWhatIsNotRecognised() {
        assertThat(run("", "naproxenolate")).isZero();
        assertThat(out.toString()).contains("not recognised; nearest phrases: naproxen");
    }

    @Test
    void writesJson() throws IOException {
        assertThat(run("", "--json", "heat, no \"ice\"", "20 min heat")).isZero();
        assertThat(out.toString())
                .contains("\"text\" : \"heat, no \\\"ice\\\"\"")
                .contains("\"tag\" : \"heat\"", "\"start\" : 0", "\"end\" : 4", "\"phrase\" : \"heat\"")
                .contains("\"reason\" : \"negated\"")
                .contains("\"minutes_a_session\" : [");
        try (JsonParser parser = new JsonFactory().createParser(out.toString())) {
            while (parser.nextToken() != null) {
                parser.skipChildren();
            }
        }
    }

    @Test
    void readsTextsFromAFileAndFromStandardInput() throws IOException {
        Path file = Files.writeString(folder.resolve("texts.txt"), "\ufeffice\r\nheat\n");
        assertThat(run("yoga\n", "--file", file.toString())).isZero();
        assertThat(out.toString()).contains("+ cold  \"ice\" at 0-3", "heat");
        assertThat(run("yoga\n", "--file", "-")).isZero();
        assertThat(out.toString()).contains("yoga-pilates");
    }

    @Test
    void takesAClinicsCatalogue() {
        assertThat(run("", "--catalogue", "sample-data/catalogue", "TENS")).isZero();
        assertThat(out.toString()).contains("tags: tens");
    }

    @Test
    void refusesWrongUse() {
        assertThat(run("")).isEqualTo(2);
        assertThat(run("", "--file", folder.resolve("absent").toString())).isEqualTo(2);
        assertThat(run("", "--catalogue", folder.toString(), "ice")).isEqualTo(2);
        assertThat(err.toString()).contains("Nothing to tag", "Cannot read", "holds no catalogue");
        assertThat(out.toString()).isEmpty();
    }

    private int run(String input, String... arguments) {
        TagCommand command = new TagCommand(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .execute(arguments);
    }
}
