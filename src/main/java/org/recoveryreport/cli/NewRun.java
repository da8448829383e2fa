package org.recoveryreport.cli;

import static org.recoveryreport.cli.CommandFailure.refused;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recoveryreport.job.JobSettings;
import org.recoveryreport.job.Parameter;

/**
 * A run that is asked for.
 *
 * @param inputs files and folders
 * @param parameters values that the job can be started with
 * @param job the name of a job definition that is there
 */
record NewRun(List<Path> inputs, Map<String, String> parameters, String job) {
    private static final String INPUTS = "inputs.txt";

    NewRun {
        inputs = List.copyOf(inputs);
        parameters = Map.copyOf(parameters);
    }

    /** Checks what is asked for; what cannot be used is refused by name. */
    static NewRun checked(List<Path> inputs, Map<String, String> parameters, String job, JobFolder jobs) {
        Properties given = new Properties();
        parameters.forEach((name, value) -> {
            Parameter parameter = Parameter.named(name).orElseThrow(() -> {
                String known = Stream.of(Parameter.values()).map(Parameter::key).collect(Collectors.joining(", "));
                return refused("There is no parameter " + name + ". These are: " + known + ".");
            });
            if (value.isBlank() && !parameter.defaultValue().isEmpty()) {
                throw refused("Cannot use this: parameter " + name + "= needs a value; without it, it is "
                        + parameter.defaultValue() + ".");
            }
            given.setProperty(name, value);
        });
        String catalogue = given.getProperty(Parameter.CATALOGUE.key(), "");
        if (!catalogue.isEmpty()) {
            if (!Files.isDirectory(Path.of(catalogue))) {
                throw refused("Cannot use this: parameter catalogue=" + catalogue + " is not a folder.");
            }
            given.setProperty(
                    Parameter.CATALOGUE.key(),
                    Path.of(catalogue).toAbsolutePath().toString());
        }
        try {
            JobSettings.of(given);
        } catch (IllegalArgumentException e) {
            throw refused("Cannot use this: " + e.getMessage() + ".");
        }
        if (!jobs.names().contains(job)) {
            throw refused("There is no job " + job + ". These are: " + String.join(", ", jobs.names()) + ".");
        }
        if (inputs.stream().anyMatch(input -> input.toString().indexOf('\n') >= 0)) {
            throw refused("A path with a line break in it cannot be used.");
        }
        return new NewRun(
                inputs,
                given.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, given::getProperty)),
                job);
    }

    /** Starts the run, and returns its execution. */
    long start(BatchLauncher launcher, OutputFolder folder, JobFolder jobs) {
        Instant now = Clock.systemUTC().instant();
        Path work = folder.newWork(now);
        Properties given = new Properties();
        given.putAll(parameters);
        given.setProperty("inputs", listed(work).toString());
        given.setProperty("work", work.toString());
        given.setProperty("output", folder.path().toString());
        given.setProperty("started", now.toString());
        Circumstances.now(job, jobs, given, inputs).write(work);
        return launcher.start(job, given);
    }

    /** Whether a run with these inputs, parameters and job is what is asked for. */
    boolean isSame(List<Path> theirInputs, Properties theirParameters, String theirJob) {
        Map<String, String> theirs = theirParameters.stringPropertyNames().stream()
                .filter(name -> Parameter.named(name).isPresent())
                .collect(Collectors.toMap(name -> name, theirParameters::getProperty));
        return inputs.equals(theirInputs) && parameters.equals(theirs) && job.equals(theirJob);
    }

    /** The inputs a run was asked to read. */
    static List<Path> inputsOf(Path work) {
        try {
            return Files.readAllLines(work.resolve(INPUTS)).stream()
                    .map(Path::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The inputs go by file: a job's parameters have room for few of them. */
    private Path listed(Path work) {
        try {
            return Files.write(
                    work.resolve(INPUTS), inputs.stream().map(Path::toString).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
