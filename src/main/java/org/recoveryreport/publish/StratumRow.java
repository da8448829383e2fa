package org.recoveryreport.publish;

/**
 * A row about one stratum.
 *
 * @param stratum its name
 * @param row the row
 * @param <R> the table's rows
 */
public record StratumRow<R>(String stratum, R row) {}
