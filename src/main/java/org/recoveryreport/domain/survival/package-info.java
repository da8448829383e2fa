/**
 * Estimators of time to an event from counts per day, which merge by addition: Kaplan-Meier, log-rank, restricted mean.
 * Has never heard of an episode.
 */
@NullMarked
package org.recoveryreport.domain.survival;

import org.jspecify.annotations.NullMarked;
