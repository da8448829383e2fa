/**
 * Recomputes published survival analyses on the machine at hand: {@link org.recoveryreport.selftest.SelfTest} is the entry
 * point. Its cases are resources of this package; a case more is some rows more.
 */
@NullMarked
package org.recoveryreport.selftest;

import org.jspecify.annotations.NullMarked;
