package org.recoveryreport.cli;

import static org.recoveryreport.cli.CommandFailure.refused;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A lock in PostgreSQL, for hosts that share an output folder. It goes with its connection, however the process ends. */
final class PostgresLock implements Repository.Lock {
    private static final long LOOK_EVERY_NANOS = 1_000_000_000L;

    private final PostgresRepository repository;
    private Connection connection;
    private long lookedNanos = System.nanoTime();

    private PostgresLock(PostgresRepository repository, Connection connection) {
        this.repository = repository;
        this.connection = connection;
    }

    /** Takes the lock; null = another has it. */
    static @Nullable PostgresLock tryLock(PostgresRepository repository) {
        try {
            Connection connection = locked(repository);
            return connection == null ? null : new PostgresLock(repository, connection);
        } catch (SQLException e) {
            throw refused("The history of runs in " + repository.settings() + " cannot be reached: " + e.getMessage());
        }
    }

    @Override
    public boolean isHeld() {
        if (System.nanoTime() - lookedNanos < LOOK_EVERY_NANOS) {
            return true;
        }
        lookedNanos = System.nanoTime();
        try {
            if (connection.isValid(5)) {
                return true;
            }
            connection.close();
            Connection again = locked(repository);
            if (again != null) {
                connection = again;
            }
            return again != null;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // then it is gone already
        }
    }

    private static @Nullable Connection locked(PostgresRepository repository) throws SQLException {
        PostgresSettings settings = repository.settings();
        Connection connection = DriverManager.getConnection(settings.url(), settings.driver());
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            lock.setLong(1, repository.folder().key());
            try (ResultSet answer = lock.executeQuery()) {
                if (answer.next() && answer.getBoolean(1)) {
                    return connection;
                }
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return null;
    }
}
