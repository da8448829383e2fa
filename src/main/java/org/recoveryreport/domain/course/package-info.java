/** Decides whether a case is acute or chronic, and says why. Entry: {@link org.recoveryreport.domain.course.CourseClassifier}. */
@NullMarked
package org.recoveryreport.domain.course;

import org.jspecify.annotations.NullMarked;
