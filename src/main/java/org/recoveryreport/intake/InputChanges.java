package org.recoveryreport.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds out what has become of the logs since a plan for reading them was made. Every byte is read again. */
public final class InputChanges {
    private InputChanges() {}

    /**
     * What has changed, a few words for each file; empty = the files are the same to the last bit.
     *
     * @param plan the plan
     * @param inputs files and folders it was made for
     */
    public static List<String> since(InputPlan plan, List<Path> inputs) {
        Map<Path, String> come = new LinkedHashMap<>();
        try {
            InputFiles.expand(inputs).forEach(input -> come.put(input.path(), input.source()));
        } catch (InputRefused e) {
            return List.of("the input (" + e.getMessage() + ")");
        }
        List<String> changes = new ArrayList<>();
        for (LogFile file : plan.files()) {
            if (come.remove(file.path()) == null) {
                changes.add("the log " + file.source() + " (it is gone)");
            } else if (!isSame(file)) {
                changes.add("the log " + file.source());
            }
        }
        come.values().forEach(source -> changes.add("the log " + source + " (it is new)"));
        return changes;
    }

    private static boolean isSame(LogFile file) {
        try {
            return Files.size(file.path()) == file.bytes()
                    && LogFile.sha256(file.path()).equals(file.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(file.source() + " cannot be read", e);
        }
    }
}
