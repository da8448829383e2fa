/**
 * Keeps tagged cases in DuckDB between the steps and gives them back in a defined order: the only SQL over cases. SQL
 * selects, groups by key and orders; what a case is, and what follows from it, is decided in the domain.
 *
 * <p>Entry: {@link org.recoveryreport.staging.StagingDatabase}.
 */
@NullMarked
package org.recoveryreport.staging;

import org.jspecify.annotations.NullMarked;
