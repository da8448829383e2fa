package org.recoveryreport.staging;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Writes the class of the episodes whose class the patient's history changes. Durable when {@link #write} returns. */
public final class RecurrenceWriter implements AutoCloseable {
    private final StagingDatabase database;
    private final DuckDBConnection connection;

    private long written;

    /**
     * Opens the writer.
     *
     * @param keep how many patients were written by the last checkpoint; what was written of later ones is removed
     */
    public RecurrenceWriter(StagingDatabase database, long keep) {
        this.database = database;
        this.connection = (DuckDBConnection) database.connect();
        this.written = keep;
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM recurrent WHERE patient_number >= " + keep);
            connection.commit();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    /** Appends the classes of patients. */
    public void write(List<ClassifiedPatient> patients) {
        try (DuckDBAppender row = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "recurrent")) {
            for (ClassifiedPatient patient : patients) {
                for (ClassifiedPatient.Recurrence recurrence : patient.recurrent()) {
                    row.beginRow();
                    row.append(recurrence.staged().part());
                    row.append(recurrence.staged().seq());
                    row.append(recurrence.course().caseClass().name());
                    row.append(patient.number());
                    row.endRow();
                }
            }
            row.flush();
            connection.commit();
            written += patients.size();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    /** How many patients are durable: the checkpoint. */
    public long patientsWritten() {
        return written;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }
}
