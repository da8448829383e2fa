package org.recoveryreport.domain.study;

import java.io.Serializable;

/**
 * The log-rank test of two combinations against each other at a landmark.
 *
 * @param landmarkDays the landmark, in days from onset
 * @param combination a combination, or {@code none}
 * @param other another one, later by label
 * @param chiSquared the statistic, of one degree of freedom
 * @param pValue of recovery alike in both
 * @param pValueHolm the same adjusted for the number of pairs tested at this landmark
 */
public record PairwiseTest(
        int landmarkDays, String combination, String other, double chiSquared, double pValue, double pValueHolm)
        implements Serializable {}
