package org.recoveryreport.intake;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The logs meant by what a user names: files, and folders with what is called {@code .csv} or {@code .csv.gz} in them (not in
 * folders below, nor hidden ones), none of which is passed over. A log reached twice, by whatever path, is read once.
 */
final class InputFiles {
    private InputFiles() {}

    /**
     * A file to read.
     *
     * @param source its name as the user gave it, with {@code /} between folders
     */
    record Input(String source, Path path) {}

    static List<Input> expand(List<Path> inputs) {
        List<Input> files = new ArrayList<>();
        Set<Path> known = new HashSet<>();
        for (Path input : inputs) {
            if (input.toString().isEmpty()) {
                throw new InputRefused("An input without a name was given: name an episode log or a folder of them.");
            }
            for (Path file : Files.isDirectory(input) ? logsIn(input) : List.of(input)) {
                if (known.add(realPath(file))) {
                    files.add(new Input(source(file), file.toAbsolutePath().normalize()));
                }
            }
        }
        if (files.isEmpty()) {
            throw new InputRefused("No input is named: name an episode log or a folder of them.");
        }
        return files;
    }

    private static List<Path> logsIn(Path folder) {
        if (!Files.isExecutable(folder)) {
            throw new InputRefused(
                    "The files in folder " + source(folder) + " cannot be opened: the folder needs the right x.");
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> logs = entries.filter(InputFiles::isLog)
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
            if (logs.isEmpty()) {
                throw new InputRefused("Folder " + source(folder)
                        + " holds no .csv or .csv.gz file: name a folder with episode logs, or the logs themselves.");
            }
            return logs;
        } catch (IOException e) {
            throw new InputRefused("Folder " + source(folder) + " cannot be read: check that it may be.", e);
        }
    }

    private static boolean isLog(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && (name.endsWith(".csv") || name.endsWith(".csv.gz"));
    }

    private static Path realPath(Path file) {
        if (!Files.exists(file)) {
            throw new InputRefused(source(file) + " does not exist: check the path.");
        }
        if (!Files.isRegularFile(file)) {
            throw new InputRefused(source(file) + " is not an ordinary file: name a CSV or CSV.gz file.");
        }
        if (!Files.isReadable(file)) {
            throw new InputRefused(source(file) + " cannot be read: it has to be a file that you may read.");
        }
        if (!canBeWrittenDown(file.toAbsolutePath())) {
            throw new InputRefused(
                    "The name of " + source(file)
                            + " cannot be written as text here: rename the file, or start this with a UTF-8 locale (LC_ALL=C.UTF-8).");
        }
        try {
            return file.toRealPath();
        } catch (IOException e) {
            throw new InputRefused(source(file) + " cannot be read: check that it may be.", e);
        }
    }

    /** Whether a name, written down as text, leads to the same file again: not where the system's letters are others. */
    private static boolean canBeWrittenDown(Path file) {
        try {
            return Path.of(file.toString()).equals(file);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String source(Path path) {
        return path.toString().replace(File.separatorChar, '/');
    }
}
