package org.recoveryreport.job;

import org.recoveryreport.domain.study.Release;
import org.recoveryreport.domain.study.StudyPart;

/**
 * A part of the study on its way to figures.
 *
 * @param part what is analysed
 * @param release what may be shown
 */
record ReleasedPart(StudyPart part, Release release) {}
