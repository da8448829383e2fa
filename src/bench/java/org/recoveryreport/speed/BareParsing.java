package org.recoveryreport.speed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * The floor: Commons CSV reads every cell of a sample log, each half of it in a thread of its own, and does nothing with
 * them. Argument: the log. Prints rows and characters.
 */
final class BareParsing {
    private BareParsing() {}

    public static void main(String[] files) throws Exception {
        Path log = Path.of(files[0]);
        long size = Files.size(log);
        long middle = rowAfter(log, size / 2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<long[]> first = threads.submit(parse(log, 0, middle));
        Future<long[]> second = threads.submit(parse(log, middle, size));
        System.out.printf(
                "%d rows, %d characters%n", first.get()[0] + second.get()[0], first.get()[1] + second.get()[1]);
        threads.shutdown();
    }

    private static Callable<long[]> parse(Path log, long from, long to) {
        return () -> {
            long rows = 0;
            long characters = 0;
            try (InputStream in = at(log, from);
                    InputStream part = BoundedInputStream.builder()
                            .setInputStream(in)
                            .setMaxCount(to - from)
                            .get();
                    CSVParser parser = CSVParser.parse(
                            new InputStreamReader(part, StandardCharsets.UTF_8), CSVFormat.RFC4180)) {
                for (CSVRecord row : parser) {
                    rows++;
                    for (String cell : row) {
                        characters += cell.length();
                    }
                }
            }
            return new long[] {rows, characters};
        };
    }

    /** A row of a sample log begins with the letter of its episode. */
    private static long rowAfter(Path log, long offset) throws IOException {
        try (InputStream in = new BufferedInputStream(at(log, offset))) {
            long at = offset;
            int before = 0;
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (before == '\n' && b == 'E') {
                    return at;
                }
                before = b;
                at++;
            }
            return at;
        }
    }

    private static InputStream at(Path log, long offset) throws IOException {
        RandomAccessFile file = new RandomAccessFile(log.toFile(), "r");
        file.seek(offset);
        return Channels.newInputStream(file.getChannel());
    }
}
