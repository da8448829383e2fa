package org.recoveryreport.staging;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.recoveryreport.domain.course.CaseClass;

/** Writes the class of the episodes whose class the patient's history changes. Durable when {@link #write} returns. */
public final class RecurrenceWriter implements AutoCloseable {
    private final BlockFile file;

    /**
     * Opens the writer.
     *
     * @param keep how many groups of patients were written by the last checkpoint; what was written of later ones is removed
     */
    public RecurrenceWriter(StagingDatabase database, long keep) {
        file = BlockFile.append(database.recurrenceFile(), keep);
    }

    /** Appends what the histories of groups of patients say. */
    public void write(List<Recurrences> groups) {
        file.append(
                groups.size(),
                groups.stream().map(group -> group.bytes().buffer()).toArray(ByteBuffer[]::new));
    }

    /** The recurrent episodes by their class. */
    static Map<CaseClass, CaseMarks> written(StagingDatabase database) {
        Map<CaseClass, CaseMarks> recurrent = new EnumMap<>(CaseClass.class);
        try (BlockFile file = BlockFile.read(database.recurrenceFile())) {
            for (BlockFile.Block block : file.blocks()) {
                ByteSource classes = new ByteSource(file.bytes(block.position(), block.length()));
                while (classes.hasMore()) {
                    int part = classes.smallNumber();
                    int item = classes.smallNumber();
                    recurrent
                            .computeIfAbsent(CaseRows.ofCode(classes.smallNumber()), any -> new CaseMarks())
                            .add(part, item);
                }
            }
        }
        return recurrent;
    }

    /** How many groups of patients are durable: the checkpoint. */
    public long groupsWritten() {
        return file.items();
    }

    @Override
    public void close() {
        file.close();
    }
}
