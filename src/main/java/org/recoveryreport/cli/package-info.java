/** Parses the command line, starts the job, turns its end into one sentence and an exit code. */
@NullMarked
package org.recoveryreport.cli;

import org.jspecify.annotations.NullMarked;
