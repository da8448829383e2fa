package org.recoveryreport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.batch.operations.BatchRuntimeException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    void aDatabaseThatCannotBeReachedIsNamed() {
        Throwable database = new SQLException("Connection to 127.0.0.1:5432 refused.", new ConnectException("refused"));
        assertThat(Failures.sentence(new BatchRuntimeException("the history of runs cannot be read", database)))
                .isEqualTo("A database cannot be used: Connection to 127.0.0.1:5432 refused.");
    }

    @Test
    void memoryThatRanOutIsNamedWhereOnlyTheTextOfAnotherFailureTells() {
        Throwable container = new IllegalStateException("""
                Exception List with 1 exceptions:
                Exception 0 :
                Caused by: java.lang.OutOfMemoryError: GC overhead limit exceeded""");
        assertThat(Failures.sentence(new RuntimeException(container))).startsWith("There was not enough memory");
        assertThat(Failures.sentence(new OutOfMemoryError("Java heap space")))
                .startsWith("There was not enough memory");
    }
}
