package org.recoveryreport.domain.study;

import java.io.Serializable;
import java.util.List;

/** A part of the study: counts, and how figures that may be shown are made of them. */
public interface StudyPart extends Serializable {
    /**
     * The figures.
     *
     * @param release which counts may be shown
     */
    StudyFigures figures(StudySettings settings, Release release);

    /** What of it to audit the figures by: without counts of which nothing is published. */
    default StudyPart audited() {
        return this;
    }

    /** The figures of a study that has no other part. */
    default StudyFigures figures(StudySettings settings) {
        return figures(settings, Release.of(List.of(this), settings));
    }
}
