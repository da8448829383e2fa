package org.recoveryreport.domain.episode;

import java.io.Serializable;

/**
 * The day a spasm began.
 *
 * @param scale how the log counts its days
 * @param day days since 1970-01-01 ({@link TimeScale#CALENDAR}) or the study day; may be negative
 */
public record Onset(TimeScale scale, int day) implements Serializable {}
