/**
 * Estimators of time to an event from {@link org.recoveryreport.domain.survival.SurvivalCounts}, counts per day that merge
 * by addition. Has never heard of an episode.
 *
 * <p>One group: {@link org.recoveryreport.domain.survival.KaplanMeier}. Groups compared:
 * {@link org.recoveryreport.domain.survival.LogRank}, {@link org.recoveryreport.domain.survival.RestrictedMeanDifference},
 * and {@link org.recoveryreport.domain.survival.Holm} for many such tests. Exposures that begin over time:
 * {@link org.recoveryreport.domain.survival.CoxModel} from {@link org.recoveryreport.domain.survival.ExposureCounts}, and
 * {@link org.recoveryreport.domain.survival.ProportionalHazards} for what it assumes.
 */
@NullMarked
package org.recoveryreport.domain.survival;

import org.jspecify.annotations.NullMarked;
