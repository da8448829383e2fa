package org.recoveryreport.cli;

import static org.recoveryreport.cli.CommandFailure.refused;

import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The history of runs in a file of the output folder: nobody has to set anything up, and no port is opened.
 *
 * @param file with the extension that H2 gives it
 */
record H2Repository(Path file) implements Repository {
    @Override
    public HikariConfig pool() {
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw refused("The history of runs in " + file.getParent()
                    + " cannot be written to: give the user who runs this the right to write there.");
        }
        HikariConfig pool = new HikariConfig();
        // without WRITE_DELAY=0 a killed process loses its last checkpoints
        pool.setJdbcUrl("jdbc:h2:file:" + file.toString().replaceFirst("\\.mv\\.db$", "")
                + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;WRITE_DELAY=0");
        pool.setUsername("sa");
        pool.setPassword("");
        pool.setMinimumIdle(1);
        return pool;
    }

    @Override
    public @Nullable String owner() {
        return null;
    }

    @Override
    public boolean exists() {
        return Files.exists(file);
    }

    /** Nobody else has the file. */
    @Override
    public Lock tryLock() {
        return new Lock() {
            @Override
            public boolean isHeld() {
                return true;
            }

            @Override
            public void close() {
                // there is nothing to let go
            }
        };
    }

    /** A running job keeps the file for itself; what it has committed can be read from a copy. */
    @Override
    public Repository whileRunning(Path folder) {
        try {
            return new H2Repository(Files.copy(file, folder.resolve(file.getFileName())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
