package org.recoveryreport.domain.study;

/** A part of the study: counts, and how figures that may be shown are made of them. */
public interface StudyPart {
    /** The figures. */
    StudyFigures figures(StudySettings settings);
}
