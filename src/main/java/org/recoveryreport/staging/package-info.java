/**
 * Keeps tagged cases between the steps, in files of blocks, and what is rare beside them in DuckDB; gives them back in a
 * defined order, and counted. What a case is, and what follows from it, is decided in the domain.
 *
 * <p>Entry: {@link org.recoveryreport.staging.StagingDatabase}.
 */
@NullMarked
package org.recoveryreport.staging;

import org.jspecify.annotations.NullMarked;
