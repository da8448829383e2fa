package org.recoveryreport.cli;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a thread of the job died of an uncaught error: once the history of runs cannot be written to, the runtime
 * cannot even say that the job has failed.
 */
final class LostThread {
    private static final AtomicReference<Throwable> WHY = new AtomicReference<>();

    private LostThread() {}

    /** Takes note from now on, instead of stack traces on standard error. */
    static void watch() {
        Thread.setDefaultUncaughtExceptionHandler((thread, why) -> {
            if (thread.getName().startsWith("jberet")) {
                WHY.compareAndSet(null, why);
            } else if (thread.getName().equals("main")) {
                System.err.println(Failures.sentence(why));
            }
        });
    }

    /** Why the job has lost a thread; null = it has not. */
    static @Nullable Throwable why() {
        return WHY.get();
    }
}
