/**
 * Tags episodes ({@link org.recoveryreport.domain.study.EpisodeTagger}), forms groups of them and compares these. {@link
 * org.recoveryreport.domain.study.StudyResult} is all that gets published.
 */
@NullMarked
package org.recoveryreport.domain.study;

import org.jspecify.annotations.NullMarked;
