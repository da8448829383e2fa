package org.recoveryreport.domain.study;

/**
 * What a part of the study of one stratum found.
 *
 * @param stratum its name
 * @param figures what was found
 */
public record StratumFigures(String stratum, StudyFigures figures) implements StudyFigures {}
