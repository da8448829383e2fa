package org.recoveryreport.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.job.Parameter;
import org.recoveryreport.publish.FileFingerprint;
import org.recoveryreport.publish.RunRecord;

/** What differs between a run and its repetition: sentences for people, in a defined order; none where nothing does. */
final class RunDifferences {
    private RunDifferences() {}

    /** Files are the same where their bytes are, whatever they are called and in whatever order. */
    static List<String> ofInputs(List<FileFingerprint> then, List<FileFingerprint> now) {
        Set<String> contentsThen = contents(then);
        Set<String> contentsNow = contents(now);
        List<FileFingerprint> unknown = new ArrayList<>(now.stream()
                .filter(file -> !contentsThen.contains(file.sha256()))
                .toList());
        List<String> differences = new ArrayList<>();
        for (FileFingerprint file : then) {
            if (contentsNow.contains(file.sha256())) {
                continue;
            }
            Optional<FileFingerprint> successor = unknown.stream()
                    .filter(other -> name(other).equals(name(file)))
                    .findFirst();
            successor.ifPresent(unknown::remove);
            differences.add(successor
                    .map(other -> "input: " + other.path() + " is not as it was: SHA-256 " + other.sha256()
                            + " instead of " + file.sha256() + ".")
                    .orElse("input: " + file.path() + " is missing (SHA-256 " + file.sha256() + ")."));
        }
        for (FileFingerprint file : unknown) {
            differences.add("input: " + file.path() + " was not among the inputs (SHA-256 " + file.sha256() + ").");
        }
        return differences;
    }

    /** Why outputs may differ, besides the inputs. */
    static List<String> ofCircumstances(RunRecord then, RunRecord now) {
        List<String> differences = new ArrayList<>();
        if (!then.applicationVersion().equals(now.applicationVersion())) {
            differences.add("version: " + then.applicationVersion() + " then, " + now.applicationVersion() + " now.");
        }
        Set<String> names = new TreeSet<>(then.parameters().keySet());
        names.addAll(now.parameters().keySet());
        for (String name : names) {
            String before = then.parameters().get(name);
            String after = now.parameters().get(name);
            if (!Objects.equals(before, after)) {
                differences.add("parameter: " + name + " " + said(before) + " then, " + said(after) + " now.");
            }
        }
        String catalogue = now.parameters().getOrDefault(Parameter.CATALOGUE.key(), "");
        if (!catalogue.isEmpty()) {
            differences.add("parameter: the files of catalogue " + catalogue + " may have changed; run.json has no"
                    + " fingerprint of them.");
        }
        if (!then.javaRuntime().equals(now.javaRuntime())) {
            differences.add("Java: " + then.javaRuntime() + " then, " + now.javaRuntime() + " now.");
        }
        return differences;
    }

    /** The files that do not have the same bytes, by path. */
    static List<String> ofOutputs(List<FileFingerprint> then, List<FileFingerprint> now) {
        Map<String, FileFingerprint> before = byPath(then);
        Map<String, FileFingerprint> after = byPath(now);
        Set<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        List<String> differences = new ArrayList<>();
        for (String path : paths) {
            if (!after.containsKey(path)) {
                differences.add(path + " is not made now");
            } else if (!before.containsKey(path)) {
                differences.add(path + " was not made then");
            } else if (!Objects.equals(before.get(path), after.get(path))) {
                differences.add(path);
            }
        }
        return differences;
    }

    private static String said(@Nullable String value) {
        return value == null ? "unknown" : value.isEmpty() ? "not given" : value;
    }

    private static Set<String> contents(List<FileFingerprint> files) {
        return files.stream().map(FileFingerprint::sha256).collect(Collectors.toSet());
    }

    private static Map<String, FileFingerprint> byPath(List<FileFingerprint> files) {
        return files.stream().collect(Collectors.toMap(FileFingerprint::path, file -> file));
    }

    private static String name(FileFingerprint file) {
        return file.path().substring(file.path().lastIndexOf('/') + 1);
    }
}
