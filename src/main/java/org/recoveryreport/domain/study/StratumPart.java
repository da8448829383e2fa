package org.recoveryreport.domain.study;

/**
 * A part of the study of the episodes of one stratum.
 *
 * @param stratum its name
 * @param part what is analysed of it
 */
public record StratumPart(String stratum, StudyPart part) implements StudyPart {
    @Override
    public StratumPart audited() {
        return new StratumPart(stratum, part.audited());
    }

    @Override
    public StratumFigures figures(StudySettings settings, Release release) {
        return new StratumFigures(stratum, part.figures(settings, release.in(stratum)));
    }
}
