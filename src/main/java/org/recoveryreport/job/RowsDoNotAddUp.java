package org.recoveryreport.job;

/** Rows were lost or counted twice, so nothing may be published. The message is one sentence for people. */
public final class RowsDoNotAddUp extends RuntimeException {
    RowsDoNotAddUp(String sentence) {
        super(sentence);
    }
}
