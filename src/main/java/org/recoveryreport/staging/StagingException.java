package org.recoveryreport.staging;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** The staging database, or a file beside it, could not do what it was asked; the message names the file. */
public final class StagingException extends RuntimeException {
    StagingException(Path file, SQLException cause) {
        super("staging database " + file + ": " + firstLine(cause), cause);
    }

    StagingException(Path file, IOException cause) {
        super("staging file " + file + ": " + cause.getMessage(), cause);
    }

    private static String firstLine(SQLException cause) {
        String message = String.valueOf(cause.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
