package org.recoveryreport.staging;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Keeps what the analysis found until it is published, as serialized values: exact to the last bit, and read only by the
 * version that wrote them. Each is a file beside the staging database, since that would hold a long one in memory as a whole.
 */
public final class ResultStore {
    private static final ObjectInputFilter OURS =
            ObjectInputFilter.Config.createFilter("org.recoveryreport.**;java.base/*;!*");

    private static final String ENDING = ".bin";

    private final StagingDatabase database;

    /** The store of a run. */
    public ResultStore(StagingDatabase database) {
        this.database = database;
    }

    /** Keeps values under a prefix and their position, instead of what was there; durable when it returns. */
    public void put(String prefix, int first, List<? extends Serializable> values) {
        for (int i = 0; i < values.size(); i++) {
            write(
                    database.resultFile(String.format(Locale.ROOT, "%s-%08d", prefix, first + i) + ENDING),
                    values.get(i));
        }
    }

    /** The values under a prefix, by position. */
    public <T> List<T> get(String prefix, Class<T> type) {
        List<T> values = new ArrayList<>();
        for (Path file : files(prefix)) {
            values.add(type.cast(read(file)));
        }
        return values;
    }

    private List<Path> files(String prefix) {
        Path first = database.resultFile(prefix + "-");
        try (Stream<Path> files = Files.list(first.toAbsolutePath().getParent())) {
            return files.filter(file -> file.getFileName()
                                    .toString()
                                    .startsWith(first.getFileName().toString())
                            && file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StagingException(first, e);
        }
    }

    /** In one instant: a value that was cut off is none. */
    private static void write(Path file, Serializable value) {
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                aside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ObjectOutputStream out =
                    new ObjectOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
            out.writeObject(value);
            out.flush();
            channel.force(true);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StagingException(file, e);
        }
    }

    private static Object read(Path file) {
        try (ObjectInputStream in =
                new ObjectInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            in.setObjectInputFilter(OURS);
            return in.readObject();
        } catch (IOException e) {
            throw new StagingException(file, e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a result of another version cannot be read", e);
        }
    }
}
