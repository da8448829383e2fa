package org.recoveryreport.job;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** For Java Flight Recorder: a step of a run. */
@Name("org.recoveryreport.Step")
@Label("Step")
@Category("Recovery Report")
@StackTrace(false)
final class StepEvent extends Event {
    @Label("Step")
    String step = "";

    @Label("Execution")
    long execution;

    @Label("Items read")
    long read;

    @Label("Items written")
    long written;

    @Label("Successful")
    boolean successful;
}
