package org.recoveryreport.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.recoveryreport.catalogue.CatalogueRefused;
import org.recoveryreport.intake.InputRefused;
import org.recoveryreport.job.LastReportUnreadable;
import org.recoveryreport.job.RowsDoNotAddUp;
import org.recoveryreport.job.SmallCountsCouldBeTold;

/** Turns a failure into a sentence that says what to do, and into an exit code. */
final class Failures {
    /** That there was too little memory. */
    static final String MEMORY =
            "There was not enough memory: give the process more, for example with RECOVERY_REPORT_OPTS=-Xmx2g.";

    private Failures() {}

    static int exitCode(Throwable failure) {
        return causes(failure).stream().anyMatch(Failures::isRefusal) ? ExitCode.REFUSED : ExitCode.FAILED;
    }

    static String sentence(Throwable failure) {
        Set<Throwable> causes = causes(failure);
        for (Throwable cause : causes) {
            if (isRefusal(cause)
                    || cause instanceof CommandFailure
                    || cause instanceof RowsDoNotAddUp
                    || cause instanceof LastReportUnreadable
                    || cause instanceof SmallCountsCouldBeTold) {
                return String.valueOf(cause.getMessage());
            }
        }
        for (Throwable cause : causes) {
            if (LastWords.fit(cause)) {
                return MEMORY;
            }
            if (String.valueOf(cause.getMessage())
                    .matches("(?s).*(No space left on device|[Dd]isk quota exceeded).*")) {
                return "The disk is full: make room.";
            }
        }
        for (Throwable cause : causes) {
            if (cause instanceof NoSuchFileException gone) {
                return gone.getFile() + " is gone.";
            }
            if (cause instanceof FileSystemException file) {
                return "Cannot read or write " + file.getFile() + ": "
                        + (file.getReason() == null ? cause.getClass().getSimpleName() : file.getReason()) + ".";
            }
        }
        // before what has cut the database off
        for (Throwable cause : causes) {
            if (cause instanceof SQLException) {
                return "A database cannot be used: " + cause.getMessage();
            }
        }
        for (Throwable cause : causes) {
            if (cause instanceof IOException || cause instanceof UncheckedIOException) {
                return "Cannot read or write: " + cause.getMessage() + ".";
            }
        }
        Throwable root = List.copyOf(causes).get(causes.size() - 1);
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    private static boolean isRefusal(Throwable cause) {
        return cause instanceof InputRefused || cause instanceof CatalogueRefused;
    }

    private static Set<Throwable> causes(Throwable failure) {
        Set<Throwable> causes = new LinkedHashSet<>();
        for (Throwable cause = failure; cause != null && causes.add(cause); cause = cause.getCause()) {
            // adds as it goes
        }
        return causes;
    }
}
