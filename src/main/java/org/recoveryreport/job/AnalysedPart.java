package org.recoveryreport.job;

import org.recoveryreport.domain.study.StudyFigures;
import org.recoveryreport.domain.study.StudyPart;

/**
 * A part of the study and what it says.
 *
 * @param audited what later steps have to know of the part
 * @param figures its figures
 */
record AnalysedPart(StudyPart audited, StudyFigures figures) {}
