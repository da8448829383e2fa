package org.recoveryreport.job;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.course.CourseClassifier;
import org.recoveryreport.domain.episode.Episode;
import org.recoveryreport.domain.episode.Fingerprint;
import org.recoveryreport.domain.study.EpisodeTagger;
import org.recoveryreport.domain.study.StratifyBy;
import org.recoveryreport.intake.EpisodeReading;
import org.recoveryreport.intake.EpisodeReading.AcceptedEpisode;
import org.recoveryreport.intake.EpisodeReading.RejectedEpisode;
import org.recoveryreport.intake.EpisodeRows;
import org.recoveryreport.intake.EpisodeValidator;
import org.recoveryreport.intake.RowSpan;
import org.recoveryreport.staging.Origin;
import org.recoveryreport.staging.RejectedRows;
import org.recoveryreport.staging.StagedCase;
import org.recoveryreport.staging.StagedItem;
import org.recoveryreport.staging.StagedRejections;

/** Validates an episode and tags its treatments; a bad episode becomes rejections, never nothing. */
@Dependent
@Named("taggingProcessor")
public class TaggingProcessor implements ItemProcessor {
    private final EpisodeValidator validator = new EpisodeValidator();
    private final EpisodeTagger tagger;
    private final CourseClassifier classifier;
    private final @Nullable StratifyBy stratifyBy;

    @Inject
    public TaggingProcessor(Run run, RunReadings readings) {
        tagger = new EpisodeTagger(readings.of(run), run.settings().study().landmarks());
        classifier = new CourseClassifier(run.settings().study().courseRules());
        stratifyBy = run.settings().study().stratifyBy();
    }

    @Override
    public StagedItem processItem(Object item) {
        EpisodeReading reading = validator.read((EpisodeRows) item);
        if (reading instanceof RejectedEpisode rejected) {
            return new StagedRejections(rejected.rejections().stream()
                    .map(rejection -> new RejectedRows(
                            Origin.ofRow(rejection.source(), rejection.line()),
                            rejection.episodeId(),
                            rejection.column(),
                            rejection.reason().name(),
                            rejection.otherLine()))
                    .toList());
        }
        return staged((AcceptedEpisode) reading);
    }

    private StagedCase staged(AcceptedEpisode accepted) {
        Episode episode = accepted.episode();
        RowSpan rows = accepted.span();
        // the patient's other episodes are not known yet
        classifier.nextPatient();
        return new StagedCase(
                episode,
                classifier.classify(episode.onset().day(), episode.followUp()).caseClass(),
                stratifyBy == null ? "" : stratifyBy.stratum(episode.characteristics()),
                tagger.tag(episode),
                Fingerprint.of(episode),
                new Origin(rows.source(), rows.firstLine(), rows.rows(), rows.steps()));
    }
}
