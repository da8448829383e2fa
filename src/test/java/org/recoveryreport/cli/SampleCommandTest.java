package org.recoveryreport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SampleCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aLogIsWrittenAndSaidSo() throws IOException {
        Path file = folder.resolve("log.csv");
        assertThat(run("--episodes", "100", "--seed", "7", "--file", file.toString()))
                .isZero();
        assertThat(Files.readString(file))
                .startsWith("episode_id,patient_id,onset,")
                .endsWith("\n");
        assertThat(err.toString()).matches("Wrote \\d+ rows of 100 episodes to .*log\\.csv\\.\\R");
        assertThat(out.toString()).isEmpty();
        assertThat(folder).isDirectoryContaining(path -> path.equals(file)).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aCompressedLogHoldsTheSameRows() throws IOException {
        Path plain = folder.resolve("log.csv");
        Path compressed = folder.resolve("log.csv.gz");
        run("--episodes", "100", "--file", plain.toString());
        run("--episodes", "100", "--file", compressed.toString());
        try (InputStream in = new GZIPInputStream(Files.newInputStream(compressed))) {
            assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(plain));
        }
    }

    @Test
    void anExistingFileIsKeptUnlessForced() throws IOException {
        Path file = Files.writeString(folder.resolve("log.csv"), "mine");
        assertThat(run("--episodes", "10", "--file", file.toString())).isEqualTo(2);
        assertThat(file).hasContent("mine");
        assertThat(err.toString()).contains("log.csv exists already; --force replaces it.");
        assertThat(run("--episodes", "10", "--file", file.toString(), "--force"))
                .isZero();
        assertThat(Files.readString(file)).startsWith("episode_id");
    }

    @Test
    void theTruthIsWrittenOnRequest() throws IOException {
        Path truth = folder.resolve("truth.md");
        run(
                "--episodes",
                "100",
                "--bad-rows",
                "5",
                "--file",
                folder.resolve("log.csv").toString(),
                "--truth",
                truth.toString());
        assertThat(truth).content().contains("| nsaid | 38 % | 4 % | 60 % | 5.0 | 1.25 |", "## Bad rows");
    }

    @Test
    void withoutEffectTheTruthSaysSo() throws IOException {
        Path truth = folder.resolve("truth.md");
        run(
                "--episodes",
                "100",
                "--no-effect",
                "--file",
                folder.resolve("log.csv").toString(),
                "--truth",
                truth.toString());
        assertThat(truth).content().contains("| nsaid | 38 % | 4 % | 60 % | 5.0 | 1.0 |");
    }

    @Test
    void wrongUseIsOneSentenceAndWritesNothing() {
        Path file = folder.resolve("log.csv");
        assertThat(run("--episodes", "0", "--file", file.toString())).isEqualTo(2);
        assertThat(err.toString()).isEqualToIgnoringNewLines("episodes is at least 1, not 0.");
        assertThat(run("--file", file.toString())).isEqualTo(2);
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatCannotBeWrittenIsOneSentence() {
        Path file = folder.resolve("nowhere").resolve("log.csv");
        assertThat(run("--episodes", "10", "--file", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("cannot write").contains("its folder does not exist.");
    }

    @Test
    void aFolderIsNoFile() {
        assertThat(run("--episodes", "10", "--force", "--file", folder.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).endsWith(" is not a file." + System.lineSeparator());
    }

    private int run(String... args) {
        return new CommandLine(new SampleCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
