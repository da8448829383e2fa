/**
 * Decides which groups, cells and curve steps may be shown. The rule is that of the US Centers for Medicare and Medicaid
 * Services: no count of 1 to k-1 may be shown or be derivable from what is shown; zero may.
 *
 * <p>{@link org.recoveryreport.domain.disclosure.LinkedTables} are told which counts there are and decide what has to be
 * hidden, {@link org.recoveryreport.domain.disclosure.CountSystem} says what a reader knows then, {@link
 * org.recoveryreport.domain.disclosure.Audit} what he can work out.
 */
@NullMarked
package org.recoveryreport.domain.disclosure;

import org.jspecify.annotations.NullMarked;
