package org.recoveryreport.job;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.recoveryreport.domain.study.LogSummary;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.domain.study.StudySettings.CombineBy;
import org.recoveryreport.publish.FileFingerprint;
import org.recoveryreport.publish.JsonReport;
import org.recoveryreport.publish.ReportTable;
import org.recoveryreport.publish.ReportTables;
import org.recoveryreport.publish.RunJson;
import org.recoveryreport.publish.RunRecord;
import org.recoveryreport.publish.SpreadsheetReport;
import org.recoveryreport.publish.VerifyScript;
import org.recoveryreport.publish.page.HtmlReport;
import org.recoveryreport.staging.EpisodeExport;
import org.recoveryreport.staging.StagedTotals;

/** Writes the report for people and for programs, moves the run's folder into place and makes it the latest. */
@Dependent
@Named("publishBatchlet")
public class PublishBatchlet extends AbstractBatchlet {
    private final Run run;

    @Inject
    public PublishBatchlet(Run run) {
        this.run = run;
    }

    @Override
    public String process() {
        RowBalance balance = new RowBalance(run);
        StagedTotals totals = balance.checked();
        RunFolder inPlace = run.inPlace();
        StagedStudy study = StagedStudy.of(run);
        if (!Files.isDirectory(inPlace.path())) {
            RunFolder aside = run.aside();
            write(aside, study, totals, balance.rowsInFiles());
            aside.moveTo(inPlace);
        }
        inPlace.makeLatest();
        run.job()
                .setExitStatus(new RunOutcome(
                                true,
                                totals.rowsRead(),
                                totals.rowsRejected(),
                                totals.episodesAccepted(),
                                study.published().earlier().size(),
                                inPlace.name())
                        .exitStatus());
        return "PUBLISHED";
    }

    private void write(RunFolder aside, StagedStudy study, StagedTotals totals, long rowsInFiles) {
        Path report = aside.report();
        StudyResult published = study.published();
        // long files that do not name the certificate: they stay aside should the audit fail
        CompletableFuture<Void> data = CompletableFuture.runAsync(() -> {
            SpreadsheetReport.write(report, published);
            JsonReport.write(aside.data(), published, Version.NUMBER);
        });
        StudyResult result;
        try {
            result = study.audited();
            HtmlReport.write(
                    aside.page(),
                    result,
                    Version.NUMBER,
                    Catalogues.of(run.settings()).catalogue().treatments());
        } finally {
            // nobody writes into the folder once this step is over
            data.join();
        }
        VerifyScript.write(report, result.settings());
        RunJson.write(aside.record(), record(result, study.shown().rowsBySource(), totals, rowsInFiles));
        if (run.settings().exportEpisodes()) {
            exportEpisodes();
        }
    }

    private void exportEpisodes() {
        Catalogues catalogues = Catalogues.of(run.settings());
        new EpisodeExport(
                        run.staging(),
                        catalogues.names(CombineBy.TAG),
                        catalogues.names(run.settings().study().combineBy()))
                .write(run.aside().episodes());
    }

    private List<RunRecord.Output> outputs(StudyResult result) {
        Map<String, Long> rows = ReportTables.of(result.settings()).stream()
                .collect(Collectors.toMap(ReportTable::fileName, table -> rows(table, result)));
        return FileFingerprint.ofFolder(run.aside().report()).stream()
                .map(file -> new RunRecord.Output(file, rows.get(file.path())))
                .toList();
    }

    private static <R> Long rows(ReportTable<R> table, StudyResult result) {
        return (long) table.rows().apply(result).size();
    }

    private RunRecord record(
            StudyResult result, Map<String, Long> rowsBySource, StagedTotals totals, long rowsInFiles) {
        LogSummary log = result.log();
        SortedMap<String, String> parameters = new TreeMap<>();
        run.settings().given().forEach((parameter, value) -> parameters.put(parameter.key(), value));
        Long rowsRead = log.rowsRead();
        // what stays as the last report told it is not tonight's
        boolean isTold = rowsRead != null && rowsRead == rowsInFiles;
        List<RunRecord.Input> inputs = run.plan().files().stream()
                .map(file -> {
                    Long rows = totals.rowsBySource().containsKey(file.source())
                            ? rowsBySource.get(file.source())
                            : Long.valueOf(0);
                    return new RunRecord.Input(
                            new FileFingerprint(file.source(), file.sha256(), rows == null ? null : file.bytes()),
                            rows);
                })
                .toList();
        return new RunRecord(
                run.job().getExecutionId(),
                run.job().getJobName(),
                Version.NUMBER,
                run.started(),
                Clock.systemUTC().instant(),
                parameters,
                inputs,
                isTold ? (Long) rowsInFiles : null,
                rowsRead,
                log.rowsAccepted(),
                log.rowsRejected(),
                result.audit(),
                outputs(result),
                System.getProperty("java.runtime.name") + " " + System.getProperty("java.runtime.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
    }
}
