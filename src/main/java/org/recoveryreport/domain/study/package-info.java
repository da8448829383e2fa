/**
 * Forms groups of tagged cases and compares them. {@link org.recoveryreport.domain.study.StudyResult} is all that gets
 * published.
 */
@NullMarked
package org.recoveryreport.domain.study;

import org.jspecify.annotations.NullMarked;
