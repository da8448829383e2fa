/**
 * The practice checks: how care compares with what two public guides suggest. Guide A is a clinic's guide to the top seven
 * treatments of back spasms, guide B a cream maker's list of relief methods.
 *
 * <p>{@link org.recoveryreport.domain.practice.TreatmentReader} splits a text into its treatments with the dose and length
 * of each, {@link org.recoveryreport.domain.practice.PracticeAssessment} gives an episode one verdict for each
 * {@link org.recoveryreport.domain.practice.PracticeCheck}, and
 * {@link org.recoveryreport.domain.practice.PracticeCounts} count them. What the log cannot tell is not assessable: it is
 * neither kept nor broken.
 */
@NullMarked
package org.recoveryreport.domain.practice;

import org.jspecify.annotations.NullMarked;
