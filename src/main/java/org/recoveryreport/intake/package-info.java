/**
 * Reads CSV lines into episodes, or into rejections that say where and why.
 *
 * <p>{@link org.recoveryreport.intake.LogInspector} looks at the files once and makes an {@link
 * org.recoveryreport.intake.InputPlan}; a {@link org.recoveryreport.intake.PartitionReader} reads a partition of it, range
 * by range with a {@link org.recoveryreport.intake.LogReader}; an {@link org.recoveryreport.intake.EpisodeValidator} makes
 * an episode or its rejections of each item. Below them a {@link org.recoveryreport.intake.RecordFramer} finds damaged
 * lines, so that the CSV parser sees none.
 */
@NullMarked
package org.recoveryreport.intake;

import org.jspecify.annotations.NullMarked;
