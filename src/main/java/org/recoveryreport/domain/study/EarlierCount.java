package org.recoveryreport.domain.study;

import java.io.Serializable;
import java.time.LocalDate;
import org.recoveryreport.domain.disclosure.Cell;

/**
 * A count that stands as an earlier report showed it: what it is now would tell who came since.
 *
 * @param cell where it stands
 * @param count what it was
 * @param asOf day on which the run began that counted it, UTC
 */
public record EarlierCount(Cell cell, long count, LocalDate asOf) implements Serializable {}
