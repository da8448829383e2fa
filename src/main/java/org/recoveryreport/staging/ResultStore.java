package org.recoveryreport.staging;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what the analysis found until it is published, as serialized values: exact to the last bit, and read only by the
 * version that wrote them.
 */
public final class ResultStore implements AutoCloseable {
    private static final ObjectInputFilter OURS =
            ObjectInputFilter.Config.createFilter("org.recoveryreport.**;java.base/*;!*");

    private final StagingDatabase database;
    private final Connection connection;

    /** Opens the store in the run's staging database. */
    public ResultStore(StagingDatabase database) {
        this.database = database;
        this.connection = database.connect();
    }

    /** Keeps values under a prefix and their position, instead of what was there; durable when it returns. */
    public void put(String prefix, int first, List<? extends Serializable> values) {
        try (PreparedStatement statement = connection.prepareStatement("INSERT OR REPLACE INTO result VALUES (?, ?)")) {
            for (int i = 0; i < values.size(); i++) {
                statement.setString(1, name(prefix, first + i));
                statement.setBytes(2, bytes(values.get(i)));
                statement.executeUpdate();
            }
            connection.commit();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    /** The values under a prefix, by position. */
    public <T> List<T> get(String prefix, Class<T> type) {
        List<T> values = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT content FROM result WHERE name LIKE ? ORDER BY name")) {
            statement.setString(1, prefix + "-%");
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(type.cast(value(rows.getBytes(1))));
                }
            }
            return values;
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    private static String name(String prefix, int position) {
        return String.format("%s-%08d", prefix, position);
    }

    private static byte[] bytes(Serializable value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Object value(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(OURS);
            return in.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a result of another version cannot be read", e);
        }
    }
}
