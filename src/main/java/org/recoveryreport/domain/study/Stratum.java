package org.recoveryreport.domain.study;

import java.io.Serializable;

/**
 * The episodes of one stratum, as a study of their own.
 *
 * @param name the value they share, {@code not given}, or {@code other strata}
 * @param result what was found among them; without what became of the log's rows, which have no strata, and without texts
 */
public record Stratum(String name, StudyResult result) implements Serializable {}
