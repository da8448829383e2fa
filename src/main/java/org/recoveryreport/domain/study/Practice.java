package org.recoveryreport.domain.study;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.recoveryreport.domain.course.CaseClass;
import org.recoveryreport.domain.practice.PracticeCheck;
import org.recoveryreport.domain.practice.PracticeCounts;
import org.recoveryreport.domain.practice.PracticeCounts.Tally;

/**
 * How care compares with the guides.
 *
 * @param counts of all accepted episodes
 */
public record Practice(PracticeCounts counts) implements StudyPart {
    /** By population, what becomes of a check; subacute cases only where they are told apart. */
    Map<Population, Tally> tallies(PracticeCheck check, StudySettings settings) {
        Map<Population, Tally> tallies = new EnumMap<>(Population.class);
        for (CaseClass caseClass : CaseClass.values()) {
            Tally tally = counts.tally(check, caseClass);
            tallies.merge(Population.ALL, tally, Tally::plus);
            if (caseClass != CaseClass.SUBACUTE || settings.courseRules().subacuteAfterDays() != null) {
                tallies.put(Population.of(caseClass), tally);
            }
        }
        return tallies;
    }

    @Override
    public PracticeRows figures(StudySettings settings) {
        return figures(settings, Release.of(List.of(this), settings));
    }

    @Override
    public PracticeRows figures(StudySettings settings, Release release) {
        return new PracticeRows(new PracticeAnalysis(settings, release).figures(this));
    }
}
