/**
 * Reads CSV lines into episodes, or into rejections that say where and why.
 *
 * <p>{@link org.recoveryreport.intake.LogInspector} looks at the files once and makes an {@link
 * org.recoveryreport.intake.InputPlan}; a {@link org.recoveryreport.intake.PartitionReader} reads a partition of it, range
 * by range with a {@link org.recoveryreport.intake.LogReader}; an {@link org.recoveryreport.intake.EpisodeValidator} makes
 * an episode or its rejections of each item. Below them a {@link org.recoveryreport.intake.RecordFramer} finds where rows
 * end and which of them are damaged, and {@link org.recoveryreport.intake.RowFields} takes one apart, both as bytes; a CSV
 * parser sees the header of a log only.
 */
@NullMarked
package org.recoveryreport.intake;

import org.jspecify.annotations.NullMarked;
