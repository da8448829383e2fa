package org.recoveryreport.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * What a process took, from its start to its end.
 *
 * @param seconds by the clock
 * @param processorSeconds of all its threads; 0 = unknown
 * @param peakMegabytes resident; 0 = unknown
 * @param steps seconds of each step it logged as a JSON line, in that order
 */
record Measured(double seconds, double processorSeconds, double peakMegabytes, Map<String, Double> steps) {
    private static final Pattern STEP = Pattern.compile("\"step\":\"([^\"]+)\",\"seconds\":([0-9.]+)");
    private static final double TICKS_A_SECOND = 100;

    /** Runs a command to its end, which must be a good one. */
    static Measured run(String... command) throws IOException, InterruptedException {
        Path messages = Files.createTempFile("speed", ".txt");
        double processorBefore = processorSecondsOfChildren();
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(messages.toFile())
                .start();
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        double peak = 0;
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peakMegabytes(status));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IOException(List.of(command) + " failed: " + Files.readString(messages));
        }
        Map<String, Double> steps = new LinkedHashMap<>();
        STEP.matcher(Files.readString(messages))
                .results()
                .forEach(step -> steps.put(step.group(1), Double.valueOf(step.group(2))));
        Files.delete(messages);
        return new Measured(seconds, processorSecondsOfChildren() - processorBefore, peak, steps);
    }

    /** Linux adds up what finished children of this process took. */
    private static double processorSecondsOfChildren() throws IOException {
        Path own = Path.of("/proc/self/stat");
        if (!Files.exists(own)) {
            return 0;
        }
        String stat = Files.readString(own);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_A_SECOND;
    }

    private static double peakMegabytes(Path status) {
        try {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1000.0;
                }
            }
        } catch (IOException e) {
            // it has ended, or this is not Linux
        }
        return 0;
    }
}
