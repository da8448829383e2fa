/**
 * Invents episode logs of which the truth is known: who used what and when, and what it did. Read
 * {@link org.recoveryreport.sample.SampleSettings} first, then {@link org.recoveryreport.sample.SampleLog}, which writes a
 * log, then {@link org.recoveryreport.sample.CourseModel}, which decides how an episode goes.
 *
 * <p>A log of any length is written in constant memory, and equal settings give equal bytes.
 */
@NullMarked
package org.recoveryreport.sample;

import org.jspecify.annotations.NullMarked;
