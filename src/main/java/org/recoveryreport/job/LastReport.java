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

/**
 * The last good report of a run's output folder.
 *
 * @param report null = there is none, or it is of other settings, or need not be compared with
 */
record LastReport(@Nullable EarlierReport report) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

    /**
     * Finds and reads it.
     *
     * @throws LastReportUnreadable where there is one but it cannot be read
     */
    static LastReport of(Run run) {
        JobSettings settings = run.settings();
        RunFolder latest = RunFolder.latest(run.output());
        Path report = latest.data();
        if (!settings.nightGuard() || settings.study().everyCountMayBeShown() || !Files.exists(report)) {
            return new LastReport(null);
        }
        try {
            StudyResult result = JsonReportReader.read(report, settings.study());
            String began = latest.path().toRealPath().getFileName().toString().substring(0, 8);
            return new LastReport(result == null ? null : new EarlierReport(result, LocalDate.parse(began, DAY)));
        } catch (IOException | RuntimeException e) {
            throw new LastReportUnreadable(report, e);
        }
    }
}
