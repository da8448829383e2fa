package org.recoveryreport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailuresTest {
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
