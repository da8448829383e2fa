package org.recoveryreport.job;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** For Java Flight Recorder: a chunk of a step, from its first item until its checkpoint is durable. */
@Name("org.recoveryreport.Chunk")
@Label("Chunk")
@Category("Recovery Report")
@StackTrace(false)
final class ChunkEvent extends Event {
    @Label("Step")
    String step = "";

    @Label("Execution")
    long execution;

    @Label("Items written")
    long written;
}
