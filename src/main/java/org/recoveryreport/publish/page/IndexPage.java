package org.recoveryreport.publish.page;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.publish.Definition;
import org.recoveryreport.publish.Definitions;
import org.recoveryreport.publish.Headline;
import org.recoveryreport.publish.PageNumber;
import org.recoveryreport.publish.WholeFile;
import org.recoveryreport.publish.plot.TrendPlot;

/** Writes {@code index.html} of an output folder: its runs, the newest first. One file that loads nothing else. */
public final class IndexPage {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final int ON_PICTURE = 60;

    private IndexPage() {}

    /** Replaces the file, in one instant: a run may be killed while it is written. */
    public static void write(Path file, List<RunEntry> runs) {
        String style = HtmlTemplate.style("page");
        String script = HtmlTemplate.script("numbers", "tips", "drawing", "pictures");
        List<RunEntry> newestFirst = runs.stream()
                .sorted(Comparator.comparing(RunEntry::started)
                        .thenComparingLong(RunEntry::executionId)
                        .reversed())
                .toList();
        List<Row> rows = IntStream.range(0, newestFirst.size())
                .mapToObj(i -> row(newestFirst.get(i), newestFirst.subList(i + 1, newestFirst.size())))
                .toList();
        List<Definition> definitions = Definitions.ofRuns();
        WholeFile.replace(
                file,
                HtmlTemplate.render(
                        "index",
                        new Page(
                                style,
                                HtmlTemplate.contentHash(style),
                                script,
                                HtmlTemplate.contentHash(script),
                                trend(runs),
                                rows.stream()
                                        .limit(1)
                                        .filter(Row::standsOut)
                                        .findFirst()
                                        .orElse(null),
                                rows.stream()
                                        .filter(row -> row.report() != null)
                                        .findFirst()
                                        .orElse(null),
                                rows,
                                definitions,
                                HtmlTemplate.what(definitions))));
    }

    private record Page(
            String style,
            String styleHash,
            String script,
            String scriptHash,
            @Nullable String trend,
            @Nullable Row alarm,
            @Nullable Row latest,
            List<Row> runs,
            List<Definition> definitions,
            Map<String, String> what) {}

    private record Row(
            long executionId,
            String job,
            String instant,
            String started,
            String status,
            boolean standsOut,
            boolean running,
            @Nullable String next,
            @Nullable String command,
            String duration,
            String rowsRead,
            String rowsRejected,
            String episodes,
            String input,
            @Nullable String change,
            String median,
            String interval,
            @Nullable String report) {}

    /** The medians of the last reports; null where there are not two. */
    private static @Nullable String trend(List<RunEntry> runs) {
        List<RunEntry> reports = runs.stream()
                .filter(run -> acute(run).medianDays() != null)
                .sorted(Comparator.comparing(RunEntry::started).thenComparingLong(RunEntry::executionId))
                .toList();
        List<TrendPlot.Point> points = new ArrayList<>();
        for (RunEntry run : reports.subList(Math.max(0, reports.size() - ON_PICTURE), reports.size())) {
            Headline.Figures acute = acute(run);
            points.add(new TrendPlot.Point(
                    points.size(),
                    DAY.format(run.started()),
                    run.started().toString(),
                    acute.medianDays(),
                    acute.lower(),
                    acute.upper(),
                    true,
                    List.of(
                            MINUTE.format(run.started()),
                            countText(run.episodes()) + " episodes",
                            MedianText.of(acute.medianDays(), acute.lower(), acute.upper(), false)
                                    .inDays())));
        }
        return points.size() < 2
                ? null
                : new TrendPlot(
                                "runs-trend",
                                "Median days of the acute cases, report by report",
                                "The figures stand in the table below.",
                                points)
                        .svg();
    }

    /** The figures of the acute cases; those of a run without a report are not known. */
    private static Headline.Figures acute(RunEntry run) {
        Headline headline = run.headline();
        Headline.Figures acute = headline == null ? null : headline.acute();
        return acute == null ? new Headline.Figures(null, null, null, null, null) : acute;
    }

    private static @Nullable String change(RunEntry run, List<RunEntry> older) {
        Headline now = run.headline();
        return now == null
                ? null
                : older.stream()
                        .map(RunEntry::headline)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(before -> Change.since(before, now))
                        .orElse(null);
    }

    private static Row row(RunEntry run, List<RunEntry> older) {
        Headline.Figures acute = acute(run);
        Double median = acute.medianDays();
        boolean running = run.status() == RunEntry.Status.RUNNING;
        // nobody renews the page of a run that is killed, so what is to be done then stands there from its start
        boolean restartable =
                switch (run.status()) {
                    case RUNNING, FAILED, STOPPED, CUT_OFF -> true;
                    case DONE, REFUSED -> false;
                };
        return new Row(
                run.executionId(),
                run.jobName(),
                run.started().toString(),
                MINUTE.format(run.started()),
                statusText(run.status()),
                restartable || run.status() == RunEntry.Status.REFUSED,
                running,
                next(run),
                restartable ? "recovery-report restart " + run.executionId() + " --output ." : null,
                durationText(run.duration()),
                countText(run.rowsRead()),
                countText(run.rowsRejected()),
                countText(run.episodes()),
                Objects.requireNonNullElse(run.input(), "\u2013"),
                change(run, older),
                median == null ? "\u2013" : PageNumber.days(median),
                PageNumber.interval(acute.lower(), acute.upper()),
                run.report());
    }

    private static String statusText(RunEntry.Status status) {
        return switch (status) {
            case DONE -> "done";
            case FAILED -> "failed";
            case STOPPED -> "stopped";
            case CUT_OFF -> "cut off";
            case REFUSED -> "nothing published";
            case RUNNING -> "no report yet";
        };
    }

    private static @Nullable String next(RunEntry run) {
        return switch (run.status()) {
            case FAILED, STOPPED, CUT_OFF -> "To resume it, run in this folder:";
            case REFUSED -> "Too many rows were rejected; rejected.csv in the run's private folder says why.";
            case RUNNING -> "If it is no longer running, resume it; run in this folder:";
            case DONE -> null;
        };
    }

    private static String durationText(@Nullable Duration duration) {
        if (duration == null) {
            return "\u2013";
        }
        return duration.toMinutes() == 0
                ? duration.toSeconds() + " s"
                : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }

    private static String countText(@Nullable Long count) {
        return count == null ? "\u2013" : PageNumber.count(count);
    }
}
