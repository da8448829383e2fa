package org.recoveryreport.job;

import jakarta.batch.api.chunk.ItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.study.Release;
import org.recoveryreport.domain.study.StudyPart;

/** Reads what figures are made of, as counts, and what may be shown of them; an item is a {@link ReleasedPart}. */
@Dependent
@Named("studyPartItemReader")
public class StudyPartItemReader implements ItemReader {
    private final Run run;
    private List<ReleasedPart> parts = List.of();
    private int next;

    @Inject
    public StudyPartItemReader(Run run) {
        this.run = run;
    }

    @Override
    public void open(@Nullable Serializable checkpoint) {
        next = checkpoint instanceof Integer read ? read : 0;
        List<StudyPart> study = StagedStudy.counted(run);
        Release release = Release.of(study, run.settings().study());
        parts = study.stream().map(part -> new ReleasedPart(part, release)).toList();
    }

    @Override
    public @Nullable Object readItem() {
        return next < parts.size() ? parts.get(next++) : null;
    }

    @Override
    public Serializable checkpointInfo() {
        return next;
    }

    @Override
    public void close() {
        parts = List.of();
    }
}
