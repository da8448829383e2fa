package org.recoveryreport.domain.study;

import java.io.Serializable;

/** What a {@link StudyPart} found; all of it may be shown. */
public interface StudyFigures extends Serializable {}
