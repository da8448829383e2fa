package org.recoveryreport.domain.practice;

import java.io.Serializable;
import org.recoveryreport.domain.episode.TreatmentEntry;

/**
 * An entry of an episode and what its text says.
 *
 * @param entry when
 * @param reading what
 */
public record TaggedEntry(TreatmentEntry entry, TreatmentReading reading) implements Serializable {}
