package org.recoveryreport.staging;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that only grows, by blocks of some items each; a block is durable when {@link #append} returns. A checkpoint is the
 * number of items so far; opening the file at one removes what lies behind it, whole or torn.
 */
final class BlockFile implements Closeable {
    /** Bytes of the block behind it, and its items. */
    private static final int HEADER = 2 * Integer.BYTES;

    private final Path file;
    private final FileChannel channel;
    private long items;

    private BlockFile(Path file, FileChannel channel, long items) {
        this.file = file;
        this.channel = channel;
        this.items = items;
    }

    /**
     * A block of the file.
     *
     * @param position of its first byte
     * @param length bytes
     * @param firstItem how many items are in the blocks before
     */
    record Block(long position, int length, long firstItem, int items) {}

    /**
     * Opens a file for appending.
     *
     * @param keep items of the last checkpoint; 0 = none
     */
    static BlockFile append(Path file, long keep) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            long end = 0;
            long items = 0;
            while (items < keep) {
                Block block = blockAt(channel, end, items);
                end = block.position() + block.length();
                items += block.items();
            }
            if (items != keep) {
                throw new IllegalStateException(file + " was not written up to " + keep + " items and no further");
            }
            channel.truncate(end);
            channel.position(end);
            return new BlockFile(file, channel, keep);
        } catch (IOException e) {
            throw new StagingException(file, e);
        }
    }

    /** Opens a file that nobody appends to any more. */
    static BlockFile read(Path file) {
        try {
            return new BlockFile(file, FileChannel.open(file, StandardOpenOption.READ), 0);
        } catch (IOException e) {
            throw new StagingException(file, e);
        }
    }

    /** Appends a block. */
    void append(int blockItems, ByteBuffer... content) {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        int length = 0;
        for (ByteBuffer part : content) {
            length += part.remaining();
        }
        header.putInt(length).putInt(blockItems).flip();
        try {
            write(header);
            for (ByteBuffer part : content) {
                write(part);
            }
            channel.force(false);
            items += blockItems;
        } catch (IOException e) {
            throw new StagingException(file, e);
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** How many items are durable: the checkpoint. */
    long items() {
        return items;
    }

    /** The blocks of the file. */
    List<Block> blocks() {
        try {
            List<Block> blocks = new ArrayList<>();
            long end = 0;
            long first = 0;
            while (end < channel.size()) {
                Block block = blockAt(channel, end, first);
                blocks.add(block);
                end = block.position() + block.length();
                first += block.items();
            }
            return blocks;
        } catch (IOException e) {
            throw new StagingException(file, e);
        }
    }

    /** Some bytes; several threads may read at a time. */
    byte[] bytes(long position, int length) {
        try {
            return bytes(channel, position, length);
        } catch (IOException e) {
            throw new StagingException(file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StagingException(file, e);
        }
    }

    private static Block blockAt(FileChannel channel, long position, long firstItem) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(bytes(channel, position, HEADER));
        return new Block(position + HEADER, header.getInt(), firstItem, header.getInt());
    }

    private static byte[] bytes(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new EOFException("the file ends before byte " + (position + length));
            }
        }
        return bytes.array();
    }
}
