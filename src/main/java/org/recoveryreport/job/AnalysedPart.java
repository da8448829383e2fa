package org.recoveryreport.job;

import java.util.function.Supplier;
import org.recoveryreport.domain.study.Decision;
import org.recoveryreport.domain.study.StudyFigures;
import org.recoveryreport.domain.study.StudyPart;

/**
 * A part of the study and what it says.
 *
 * @param audited what later steps have to know of the part
 * @param figures makes its figures, which takes long and needs no other part
 * @param decision what was decided to be shown of all parts
 */
record AnalysedPart(StudyPart audited, Supplier<StudyFigures> figures, Decision decision) {}
