/**
 * What the product is about, in plain Java: no I/O, logging, clock, default locale, randomness or threads. Whatever it
 * needs is passed in, whatever it found it returns; so the same code serves a batch chunk, a server and a cluster.
 *
 * <p>Reading order: {@link org.recoveryreport.domain.episode.Episode} (what a case is), {@link
 * org.recoveryreport.domain.tagging.Tagger} (which treatments its texts name), {@link
 * org.recoveryreport.domain.course.CourseClassifier} (acute or chronic), {@link
 * org.recoveryreport.domain.practice.PracticeAssessment} (whether care kept to the guides), {@link
 * org.recoveryreport.domain.study.Comparison} (groups), {@link org.recoveryreport.domain.survival.KaplanMeier} (recovery
 * time), {@link org.recoveryreport.domain.disclosure.SmallCells} (which counts are small), {@link
 * org.recoveryreport.domain.study.Release} (what may be shown) and {@link org.recoveryreport.domain.study.StudyResult} (all
 * that gets published).
 */
@NullMarked
package org.recoveryreport.domain;

import org.jspecify.annotations.NullMarked;
