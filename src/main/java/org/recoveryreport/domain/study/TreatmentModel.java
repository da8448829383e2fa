package org.recoveryreport.domain.study;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.survival.ProportionalHazards;

/**
 * Cox's model of all treatments together, each from its start on.
 *
 * @param treatments by tag; those with too few episodes with or without them are no part of it and not named
 * @param logLikelihood of the model, partial; null = no treatment could be modelled
 * @param nullLogLikelihood of the model without treatments; null likewise
 * @param converged whether the estimates are those of the greatest likelihood
 * @param proportionalHazards whether the hazard ratios stay the same over time; null = could not be tested. Its covariates
 *     are of no meaning outside the analysis
 */
public record TreatmentModel(
        List<TreatmentFigures> treatments,
        @Nullable Double logLikelihood,
        @Nullable Double nullLogLikelihood,
        boolean converged,
        @Nullable ProportionalHazards proportionalHazards)
        implements StudyFigures {
    /** No treatment at all. */
    public static final TreatmentModel NONE = new TreatmentModel(List.of(), null, null, true, null);

    public TreatmentModel {
        treatments = List.copyOf(treatments);
    }

    /** The same with other rows. */
    TreatmentModel withTreatments(List<TreatmentFigures> rows) {
        return new TreatmentModel(rows, logLikelihood, nullLogLikelihood, converged, proportionalHazards);
    }
}
