package org.recoveryreport.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * An output folder is ours until this is closed, or the process ends, however it does.
 *
 * @param channel holds it against processes of this host
 * @param others holds it against other hosts
 */
record FolderLock(OutputFolder folder, FileChannel channel, Repository.Lock others) implements AutoCloseable {
    /** Takes the lock; null = another process has it. */
    static @Nullable FolderLock tryTake(OutputFolder folder) {
        Path file = folder.inOwn("lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                Repository.Lock others =
                        channel.tryLock() == null ? null : folder.repository().tryLock();
                if (others != null) {
                    return new FolderLock(folder, channel, others);
                }
            } catch (OverlappingFileLockException e) {
                // held by this very process
            } catch (CommandFailure e) {
                channel.close();
                throw e;
            }
            channel.close();
            return null;
        } catch (AccessDeniedException e) {
            throw OutputFolder.ofAnotherUser(folder.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the folder is still ours: the lock in the database goes with its connection. */
    boolean isIntact() {
        return others.isHeld();
    }

    @Override
    public void close() {
        try {
            others.close();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
