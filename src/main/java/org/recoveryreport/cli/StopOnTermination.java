package org.recoveryreport.cli;

import java.util.concurrent.CountDownLatch;

/** When the process is asked to end (SIGTERM, Ctrl-C), the run stops at its next checkpoint, and is waited for. */
final class StopOnTermination implements AutoCloseable {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    private StopOnTermination(BatchLauncher launcher, long execution) {
        hook = new Thread(
                () -> {
                    launcher.stop(execution);
                    try {
                        ended.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "stop on termination");
    }

    static StopOnTermination of(BatchLauncher launcher, long execution) {
        StopOnTermination stop = new StopOnTermination(launcher, execution);
        Runtime.getRuntime().addShutdownHook(stop.hook);
        return stop;
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending
        }
    }
}
