package org.recoveryreport.job;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.recoveryreport.domain.study.StudyPart;
import org.recoveryreport.domain.study.StudySettings;

/** Says how the counts of a part of the study become figures. */
@Dependent
@Named("figuresProcessor")
public class FiguresProcessor implements ItemProcessor {
    private final StudySettings settings;

    @Inject
    public FiguresProcessor(Run run) {
        settings = run.settings().study();
    }

    @Override
    public Object processItem(Object item) {
        ReleasedPart released = (ReleasedPart) item;
        StudyPart part = released.part();
        return new AnalysedPart(
                part.audited(),
                () -> part.figures(settings, released.release()),
                released.release().decision());
    }
}
