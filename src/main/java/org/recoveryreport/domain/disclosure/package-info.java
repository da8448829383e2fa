/**
 * Decides which groups, cells and curve steps may be shown. The rule is that of the US Centers for Medicare and Medicaid
 * Services: no count of 1 to k-1 may be shown or be derivable from what is shown; zero may.
 */
@NullMarked
package org.recoveryreport.domain.disclosure;

import org.jspecify.annotations.NullMarked;
