package org.recoveryreport.job;

import jakarta.batch.api.chunk.ItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.study.StudyPart;
import org.recoveryreport.domain.study.StudyParts;
import org.recoveryreport.domain.study.StudySettings;
import org.recoveryreport.domain.study.StudySettings.CombineBy;
import org.recoveryreport.staging.StagedCounts;

/** Reads what figures are made of, as counts; an item is a {@link StudyPart}. */
@Dependent
@Named("studyPartItemReader")
public class StudyPartItemReader implements ItemReader {
    private final Run run;
    private List<StudyPart> parts = List.of();
    private int next;

    @Inject
    public StudyPartItemReader(Run run) {
        this.run = run;
    }

    @Override
    public void open(@Nullable Serializable checkpoint) {
        next = checkpoint instanceof Integer read ? read : 0;
        Catalogues catalogues = Catalogues.of(run.settings());
        StudySettings settings = run.settings().study();
        parts = new StudyParts(settings, catalogues.names(CombineBy.TAG), catalogues.names(CombineBy.FAMILY))
                .of(StagedCounts.byStratum(run.staging(), settings.stratifyBy()));
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
