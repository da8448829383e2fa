package org.recoveryreport.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.job.Parameter;
import org.recoveryreport.job.Version;
import org.recoveryreport.publish.FileFingerprint;
import org.recoveryreport.publish.WholeFile;

/**
 * What the result of a run depends on besides its log and its parameters: noted when the run begins, compared before it is
 * resumed.
 *
 * @param byName the version or the fingerprint of each thing
 */
record Circumstances(SortedMap<String, String> byName) {
    private static final String FILE = "circumstances.txt";

    Circumstances {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    /** As they are now for a run with these parameters. */
    static Circumstances now(String job, JobFolder jobs, Properties parameters, List<Path> inputs) {
        SortedMap<String, String> now = new TreeMap<>();
        now.put("the application", Version.NUMBER + build());
        now.put("the job definition " + job, jobs.fingerprint(job));
        String catalogue = parameters.getProperty(Parameter.CATALOGUE.key(), "");
        if (Files.isDirectory(Path.of(catalogue)) && !catalogue.isEmpty()) {
            FileFingerprint.ofFolder(Path.of(catalogue))
                    .forEach(file -> now.put("the catalogue's file " + file.path(), file.sha256()));
        }
        if (inputs.stream().anyMatch(input -> !input.isAbsolute())) {
            now.put(
                    "the folder the command is given in",
                    Path.of("").toAbsolutePath().toString());
        }
        return new Circumstances(now);
    }

    /** Notes them in the work folder of a run. */
    void write(Path work) {
        WholeFile.replace(
                work.resolve(FILE),
                byName.entrySet().stream()
                        .map(thing -> thing.getKey() + "\t" + thing.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    /** Those a run began with; empty where it was begun by a version that noted nothing. */
    static Circumstances read(Path work) {
        Path file = work.resolve(FILE);
        SortedMap<String, String> noted = new TreeMap<>();
        try {
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                String[] thing = line.split("\t", 2);
                noted.put(thing[0], thing[1]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Circumstances(noted);
    }

    /** What is different now, a few words for each thing. */
    List<String> changes(Circumstances now) {
        if (byName.isEmpty()) {
            return List.of("the application (it was an earlier version)");
        }
        List<String> changes = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(byName.keySet());
        names.addAll(now.byName.keySet());
        for (String name : names) {
            String then = byName.get(name);
            if (!Objects.equals(then, now.byName.get(name))) {
                changes.add(name + readable(then, now.byName.get(name)));
            }
        }
        return changes;
    }

    /** Fingerprints are not for people. */
    private static String readable(@Nullable String then, @Nullable String now) {
        if (then == null || now == null) {
            return then == null ? " (it was another one, or none)" : " (it is gone)";
        }
        return then.length() == 64 ? "" : " (was " + then + ", is " + now + ")";
    }

    /** Tells builds of one version apart, where the application runs from its jar. */
    private static String build() {
        CodeSource source = Version.class.getProtectionDomain().getCodeSource();
        try {
            Path jar = source == null ? null : Path.of(source.getLocation().toURI());
            return jar != null && Files.isRegularFile(jar)
                    ? " build " + FileFingerprint.of("", jar).sha256().substring(0, 8)
                    : "";
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
