package org.recoveryreport.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Contents of folders, to be compared. */
final class Folders {
    /** How many characters are shown before a difference; twice as many behind it. */
    private static final int CONTEXT = 60;

    private Folders() {}

    /** Every file below a folder but {@code run.json}, with each byte as a character. */
    static SortedMap<String, String> content(Path folder) {
        SortedMap<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.toRealPath())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("run.json")) {
                    content.put(
                            folder.toRealPath().relativize(file).toString(),
                            Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return content;
    }

    /**
     * In which files a content differs from the one expected, with the place where each begins to; empty = nowhere. So much
     * can be read where a test fails; the contents themselves cannot.
     */
    static List<String> differences(SortedMap<String, String> content, SortedMap<String, String> expected) {
        SortedSet<String> files = new TreeSet<>(expected.keySet());
        files.addAll(content.keySet());
        List<String> differences = new ArrayList<>();
        for (String file : files) {
            String is = content.get(file);
            String was = expected.get(file);
            if (is == null || was == null) {
                differences.add(file + (is == null ? " is missing" : " was not expected"));
            } else if (!is.equals(was)) {
                differences.add(file + difference(is, was));
            }
        }
        return differences;
    }

    /** Every file of a folder is what is expected, but for {@code run.json}. */
    static void assertSame(Path folder, SortedMap<String, String> expected) {
        assertThat(differences(content(folder), expected)).isEmpty();
    }

    /** A text may have long lines, so the rest of it begins a little before the first difference. */
    private static String difference(String is, String was) {
        int common = 0;
        while (common < Math.min(is.length(), was.length()) && is.charAt(common) == was.charAt(common)) {
            common++;
        }
        long line = 1 + is.substring(0, common).chars().filter(c -> c == '\n').count();
        int from = Math.max(is.lastIndexOf('\n', common - 1) + 1, common - CONTEXT);
        return ", line " + line + ": " + restOfLine(is, from) + " instead of " + restOfLine(was, from);
    }

    private static String restOfLine(String text, int from) {
        int end = text.indexOf('\n', from);
        String rest = text.substring(from, Math.min(end < 0 ? text.length() : end, from + 3 * CONTEXT));
        return "\"" + rest.replaceAll("\\p{Cntrl}", "?") + "\"";
    }

    /** Copies a folder with all there is in it. */
    static void copy(Path folder, Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        copy.resolve(folder.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    /** Removes a folder, if it is there. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Names of the runs in an output folder. */
    static List<String> runs(Path output) {
        try (Stream<Path> files = Files.list(output)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{8}T\\d{6}Z-\\d+"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
