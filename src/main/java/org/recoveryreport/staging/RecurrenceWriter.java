package org.recoveryreport.staging;

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
     * @param keep how many patients were written by the last checkpoint; what was written of later ones is removed
     */
    public RecurrenceWriter(StagingDatabase database, long keep) {
        file = BlockFile.append(database.recurrenceFile(), keep);
    }

    /** Appends the classes of patients. */
    public void write(List<ClassifiedPatient> patients) {
        ByteSink classes = new ByteSink();
        for (ClassifiedPatient patient : patients) {
            for (ClassifiedPatient.Recurrence recurrence : patient.recurrent()) {
                classes.number(recurrence.staged().part());
                classes.number(recurrence.staged().seq());
                classes.text(recurrence.course().caseClass().name());
            }
        }
        file.append(patients.size(), classes.buffer());
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
                            .computeIfAbsent(CaseClass.valueOf(classes.text()), any -> new CaseMarks())
                            .add(part, item);
                }
            }
        }
        return recurrent;
    }

    /** How many patients are durable: the checkpoint. */
    public long patientsWritten() {
        return file.items();
    }

    @Override
    public void close() {
        file.close();
    }
}
