package org.recoveryreport.domain.study;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How many episodes a landmark compares, and how many it has to leave out. Null = hidden.
 *
 * @param landmarkDays the landmark, in days from onset
 * @param compared episodes still going on after it
 * @param recoveredBefore episodes that recovered on or before it
 * @param censoredBefore episodes last seen, still ill, on or before it
 */
public record LandmarkFlow(
        int landmarkDays,
        @Nullable Long compared,
        @Nullable Long recoveredBefore,
        @Nullable Long censoredBefore) implements Serializable {}
