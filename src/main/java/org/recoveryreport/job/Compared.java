package org.recoveryreport.job;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.study.StudyResult;

/**
 * What the comparison with the last report came to.
 *
 * @param guarded what may be said beside it; null = there was none, so the figures are published as they are
 */
record Compared(@Nullable StudyResult guarded) implements Serializable {}
