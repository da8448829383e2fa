package org.recoveryreport.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.recoveryreport.domain.study.StudySettings;

/**
 * Writes {@code verify.R}, with which anybody who has R and its survival package can recompute the report from the day
 * counts of its curves. Equal settings give equal bytes.
 */
public final class VerifyScript {
    /** The name of the file. */
    public static final String FILE = "verify.R";

    private VerifyScript() {}

    /** Writes the script into the folder of the report. */
    public static void write(Path folder, StudySettings settings) {
        String script = template()
                .replace("@confidence@", Objects.requireNonNull(DecimalText.of(settings.confidence())))
                .replace("@confidenceType@", settings.confidenceType().label())
                .replace("@horizonDays@", Integer.toString(settings.horizonDays()))
                .replace("@minCellCount@", Integer.toString(settings.minCellCount()));
        WholeFile.write(folder.resolve(FILE), script);
    }

    private static String template() {
        try (InputStream in = VerifyScript.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the application lacks its " + FILE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }
}
