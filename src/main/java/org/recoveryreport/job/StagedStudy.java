package org.recoveryreport.job;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.Audit;
import org.recoveryreport.domain.study.Decision;
import org.recoveryreport.domain.study.EarlierReport;
import org.recoveryreport.domain.study.LogCounts;
import org.recoveryreport.domain.study.NightGuard;
import org.recoveryreport.domain.study.Release;
import org.recoveryreport.domain.study.StudyFigures;
import org.recoveryreport.domain.study.StudyPart;
import org.recoveryreport.domain.study.StudyParts;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.domain.study.StudySettings;
import org.recoveryreport.domain.study.StudySettings.CombineBy;
import org.recoveryreport.intake.RejectionReason;
import org.recoveryreport.staging.ResultStore;
import org.recoveryreport.staging.StagedCounts;
import org.recoveryreport.staging.StagedTotals;

/**
 * Puts together what the steps staged: the result to be published. Where there are very many combinations, reading it takes
 * seconds, so it is kept for the other steps of the execution.
 */
final class StagedStudy {
    static final String PARTS = "parts";
    static final String DECISION = "decision";
    static final String FIGURES = "figures";
    static final String PUBLISHED = "published";

    private final Run run;
    private @Nullable LastReport last;
    private @Nullable LogCounts log;
    private @Nullable StudyResult published;

    private StagedStudy(Run run) {
        this.run = run;
    }

    /** Of a run, the same for all steps of an execution. */
    static StagedStudy of(Run run) {
        if (run.job().getTransientUserData() instanceof StagedStudy known) {
            return known;
        }
        StagedStudy study = new StagedStudy(run);
        run.job().setTransientUserData(study);
        return study;
    }

    /** What figures are to be made of, counted anew: that takes long. */
    static List<StudyPart> counted(Run run) {
        Catalogues catalogues = Catalogues.of(run.settings());
        StudySettings settings = run.settings().study();
        return new StudyParts(settings, catalogues.names(CombineBy.TAG), catalogues.names(CombineBy.FAMILY))
                .of(StagedCounts.byStratum(run.staging(), settings.stratifyBy()));
    }

    /** What the figures were made of: read anew by every iteration, and not kept in memory. */
    private Iterator<StudyPart> parts() {
        return staged(run, PARTS, StudyPart.class).iterator();
    }

    /** What was decided to be shown of them. */
    private Decision decision() {
        return staged(run, DECISION, Decision.class).get(0);
    }

    /** What the figures say by themselves. */
    private static StudyResult result(Run run, LogCounts.Shown log) {
        return StudyResult.of(
                        run.settings().study(), log.summary(), log.texts(), staged(run, FIGURES, StudyFigures.class))
                .withEarlier(log.earlier());
    }

    private static <T> List<T> staged(Run run, String prefix, Class<T> type) {
        return new ResultStore(run.staging()).get(prefix, type);
    }

    /** What may be said beside the last report. */
    Compared compared() {
        EarlierReport earlier = earlier();
        return new Compared(
                earlier == null
                        ? null
                        : new NightGuard(this::parts, result(run, shown()), earlier, decision()).guarded());
    }

    /** What is to be published, as the steps before staged it, without the certificate of its audit. */
    StudyResult published() {
        StudyResult known = published;
        if (known == null) {
            StudyResult guarded = staged(run, PUBLISHED, Compared.class).get(0).guarded();
            known = guarded == null
                    ? result(run, log().shown(run.settings().study().minCellCount()))
                    : guarded;
            published = known;
        }
        return known;
    }

    /**
     * The same with the certificate of its audit.
     *
     * @throws SmallCountsCouldBeTold if it must not be published
     */
    StudyResult audited() {
        StudyResult result = published();
        LogCounts.Shown shown = shown();
        Audit ofLog = shown.audit();
        if (ofLog == null) {
            return result;
        }
        EarlierReport earlier = earlier();
        Audit ofStudy = earlier == null
                ? Release.audit(this::parts, result, result.settings(), decision())
                : new NightGuard(this::parts, result(run, shown), earlier, decision()).audit(result);
        Audit audit = ofStudy.plus(ofLog);
        if (!audit.leaks().isEmpty()) {
            throw new SmallCountsCouldBeTold(audit.leaks());
        }
        return result.withAudit(audit);
    }

    /** What became of the log's rows, as far as it may be shown. */
    LogCounts.Shown shown() {
        int minCellCount = run.settings().study().minCellCount();
        EarlierReport earlier = earlier();
        return earlier == null ? log().shown(minCellCount) : log().shown(minCellCount, earlier);
    }

    private @Nullable EarlierReport earlier() {
        LastReport known = last == null ? LastReport.of(run) : last;
        last = known;
        return known.report();
    }

    private LogCounts log() {
        LogCounts known = log == null ? counts(run) : log;
        log = known;
        return known;
    }

    /** What became of the log's rows, added up anew: that takes a walk through all that was staged. */
    private static LogCounts counts(Run run) {
        StagedTotals totals = StagedTotals.of(run.staging());
        int minCellCount = run.settings().study().minCellCount();
        Map<String, Long> reasons = new LinkedHashMap<>();
        totals.rejectedRowsByReason()
                .forEach((reason, rows) ->
                        reasons.put(RejectionReason.valueOf(reason).text(), rows));
        return new LogCounts(
                totals.rowsAccepted(),
                totals.rowsRejected(),
                totals.episodesAccepted(),
                totals.episodesRejected(),
                reasons,
                totals.rowsBySource(),
                totals.treatmentEntries() + totals.entriesAfterEnd(),
                totals.entriesWithoutStart(),
                totals.entriesAfterEnd(),
                totals.entriesUnrecognised(),
                StagedTotals.unrecognised(run.staging(), Math.max(1, minCellCount)),
                totals.fingerprint());
    }
}
