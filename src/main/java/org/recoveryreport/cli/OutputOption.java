package org.recoveryreport.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where reports go and where their history is kept, for every command that needs to know. */
final class OutputOption {
    private static final String REPOSITORY = "RECOVERY_REPORT_REPOSITORY";

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "The folder of the reports. DIR/latest is the last good one.")
    Path folder = Path.of("");

    @Option(
            names = "--repository",
            paramLabel = "FILE",
            description =
                    "Keeps the history of runs in PostgreSQL: a properties file, readable by its owner alone, with"
                            + " url, user, password and whatever the driver takes (sslmode, sslrootcert, ...). The password may"
                            + " also come from PGPASSWORD or PGPASSFILE. Default: the file that " + REPOSITORY
                            + " names, else the history is kept in the output folder.")
    private @Nullable Path repository;

    /**
     * Where the history is kept.
     *
     * @param own the application's own folder, which is there
     */
    Repository repository(Path own) {
        String named = System.getenv(REPOSITORY);
        Path file = repository == null && named != null && !named.isBlank() ? Path.of(named) : repository;
        return file == null
                ? new H2Repository(own.resolve("repository.mv.db"))
                : new PostgresRepository(PostgresSettings.read(file, System.getenv("PGPASSWORD")), FolderId.of(own));
    }
}
