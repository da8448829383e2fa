package org.recoveryreport.job;

import org.recoveryreport.domain.study.Decision;
import org.recoveryreport.domain.study.StudyFigures;
import org.recoveryreport.domain.study.StudyPart;

/**
 * A part of the study and what it says.
 *
 * @param audited what later steps have to know of the part
 * @param figures its figures
 * @param decision what was decided to be shown of all parts
 */
record AnalysedPart(StudyPart audited, StudyFigures figures, Decision decision) {}
