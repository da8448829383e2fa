package org.recoveryreport.publish;

/**
 * A row with the table it belongs to.
 *
 * @param table where it is published
 * @param row what the cells are taken from
 * @param <R> the table's rows
 */
public record ReportRow<R>(ReportTable<R> table, R row) {}
