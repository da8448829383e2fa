/**
 * Writes a {@link org.recoveryreport.domain.study.StudyResult} as CSV, JSON, a spreadsheet or HTML; decides nothing about the numbers.
 *
 * <p>{@link org.recoveryreport.publish.ReportTables} says once what each published table holds. Everything else follows
 * from it: the CSV files ({@link org.recoveryreport.publish.ReportTablesWriter}), {@code report.json}
 * ({@link org.recoveryreport.publish.JsonReport}) and its schema, and {@code report.xlsx}
 * ({@link org.recoveryreport.publish.SpreadsheetReport}). {@link org.recoveryreport.publish.VerifyScript} lets R check them. The page for people is in
 * {@link org.recoveryreport.publish.page}, its pictures in {@link org.recoveryreport.publish.plot}.
 */
@NullMarked
package org.recoveryreport.publish;

import org.jspecify.annotations.NullMarked;
