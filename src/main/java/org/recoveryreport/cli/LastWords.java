package org.recoveryreport.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What to say when memory runs out: prepared in time, with some memory set aside to say it. */
final class LastWords {
    private static final int ENOUGH_TO_SAY_IT = 1 << 20;

    private final FileOutputStream err = new FileOutputStream(FileDescriptor.err);
    private final byte[] words = (Failures.MEMORY + " Then repeat the command, with --resume if it was run.\n")
            .getBytes(StandardCharsets.UTF_8);
    private final AtomicReference<byte @Nullable []> reserve = new AtomicReference<>(new byte[ENOUGH_TO_SAY_IT]);

    /** Whether a failure was for lack of memory, even where it shows as a class that could not be loaded. */
    static boolean fit(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError
                    || String.valueOf(cause.getMessage()).contains("OutOfMemoryError")) {
                return true;
            }
        }
        return false;
    }

    /** Says it and halts, as if cut off: tidying up might need memory too. */
    void say() {
        reserve.set(null);
        try {
            err.write(words);
        } catch (IOException e) {
            // nobody listens
        }
        Runtime.getRuntime().halt(ExitCode.FAILED);
    }
}
