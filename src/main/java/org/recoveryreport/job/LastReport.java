package org.recoveryreport.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.study.EarlierReport;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.publish.JsonReportReader;

/** Finds the report that was published before a run. */
final class LastReport {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

    private LastReport() {}

    /**
     * The last good report of the run's output folder.
     *
     * @return null = there is none, or it is of other settings, or need not be compared with
     * @throws LastReportUnreadable where there is one but it cannot be read
     */
    static @Nullable EarlierReport of(Run run) {
        JobSettings settings = run.settings();
        Path latest = run.output().resolve("latest");
        Path report = latest.resolve("report").resolve("report.json");
        if (!settings.nightGuard() || settings.study().everyCountMayBeShown() || !Files.exists(report)) {
            return null;
        }
        try {
            StudyResult result = JsonReportReader.read(report, settings.study());
            String began = latest.toRealPath().getFileName().toString().substring(0, 8);
            return result == null ? null : new EarlierReport(result, LocalDate.parse(began, DAY));
        } catch (IOException | RuntimeException e) {
            throw new LastReportUnreadable(report, e);
        }
    }
}
