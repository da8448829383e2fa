package org.recoveryreport.domain.study;

import java.io.Serializable;
import org.recoveryreport.domain.study.StudySettings.CombineBy;

/**
 * How a combination's difference from {@code none} comes out under one choice of landmark and grouping.
 *
 * @param combineBy what combinations are made of
 * @param landmarkDays the landmark, in days from onset
 * @param combination the combination's label
 * @param horizonDays days after the landmark up to which days ill are counted
 * @param difference mean days ill less that of {@code none}; negative = fewer
 * @param lower lower end of its confidence interval
 * @param upper upper end of its confidence interval
 * @param changesSign whether the same combination comes out with fewer days at one landmark and with more at another
 */
public record SensitivityFigures(
        CombineBy combineBy,
        int landmarkDays,
        String combination,
        int horizonDays,
        double difference,
        double lower,
        double upper,
        boolean changesSign)
        implements Serializable {}
