package org.recoveryreport.domain.study;

import org.recoveryreport.domain.practice.PracticeCounts;

/**
 * How care compares with the guides.
 *
 * @param counts of all accepted episodes
 */
public record Practice(PracticeCounts counts) implements StudyPart {
    @Override
    public PracticeRows figures(StudySettings settings) {
        return new PracticeRows(new PracticeAnalysis(settings).figures(counts));
    }
}
