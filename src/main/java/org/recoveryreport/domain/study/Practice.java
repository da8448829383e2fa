package org.recoveryreport.domain.study;

import java.util.List;
import org.recoveryreport.domain.practice.PracticeCounts;

/**
 * How care compares with the guides.
 *
 * @param counts of all accepted episodes
 */
public record Practice(PracticeCounts counts) implements StudyPart {
    @Override
    public PracticeRows figures(StudySettings settings) {
        return figures(settings, Release.of(List.of(this), settings));
    }

    @Override
    public PracticeRows figures(StudySettings settings, Release release) {
        return new PracticeRows(new PracticeAnalysis(settings, release).figures(counts));
    }
}
