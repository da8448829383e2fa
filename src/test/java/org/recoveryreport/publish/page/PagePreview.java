package org.recoveryreport.publish.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.recoveryreport.catalogue.CatalogueReader;
import org.recoveryreport.publish.Headline;
import org.recoveryreport.publish.SimulatedClinic;
import org.recoveryreport.publish.Studies;
import org.recoveryreport.publish.page.RunEntry.Status;

/** Writes pages to look at in a browser while changing templates and styles. */
final class PagePreview {
    private PagePreview() {}

    /** Takes the folder to write to. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        HtmlReport.write(
                folder.resolve("report.html"),
                SimulatedClinic.year(),
                "preview",
                CatalogueReader.builtIn().treatments());
        HtmlReport.write(
                folder.resolve("small.html"),
                Studies.small(),
                "preview",
                CatalogueReader.builtIn().treatments());
        HtmlReport.write(
                folder.resolve("hostile.html"),
                Studies.hostile(),
                "preview",
                CatalogueReader.builtIn().treatments());
        HtmlReport.write(
                folder.resolve("empty.html"),
                Studies.empty(),
                "preview",
                CatalogueReader.builtIn().treatments());
        HtmlReport.write(
                folder.resolve("large.html"),
                HtmlReportTest.ofThousandsOfCombinations(),
                "preview",
                CatalogueReader.builtIn().treatments());
        IndexPage.write(
                folder.resolve("index.html"),
                List.of(
                        run(7, Status.DONE, "2026-02-27T02:00:00Z", 4_790L, "report.html"),
                        run(8, Status.REFUSED, "2026-02-28T02:00:00Z", null, null),
                        run(9, Status.FAILED, "2026-03-01T02:00:00Z", null, null),
                        run(10, Status.DONE, "2026-03-01T08:30:00Z", 4_800L, "report.html")));
    }

    private static Headline headline(long id, long episodes) {
        return new Headline(
                "preview",
                new TreeMap<>(Map.of("minCellCount", "11")),
                "night " + id,
                new Headline.Figures(episodes, episodes - 500, 13.0, 12.0, 14.0),
                new Headline.Figures(episodes / 2, episodes / 2, (double) id, id - 1.0, null));
    }

    private static RunEntry run(long id, Status status, String started, Long episodes, String report) {
        Long rows = episodes == null ? null : (Long) (2 * episodes);
        Long rejected = episodes == null ? null : (Long) 94L;
        return new RunEntry(
                id,
                "recovery-report",
                status,
                Instant.parse(started),
                Duration.ofSeconds(75),
                rows,
                rejected,
                episodes,
                episodes == null ? null : "clinic-year.csv",
                episodes == null ? null : headline(id, episodes),
                report);
    }
}
