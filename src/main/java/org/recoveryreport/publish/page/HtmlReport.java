package org.recoveryreport.publish.page;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.study.Population;
import org.recoveryreport.domain.study.StratifyBy;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.domain.study.StudySettings;
import org.recoveryreport.domain.study.UnrecognisedText;
import org.recoveryreport.domain.tagging.Treatment;
import org.recoveryreport.publish.Definition;
import org.recoveryreport.publish.Definitions;
import org.recoveryreport.publish.PageNumber;
import org.recoveryreport.publish.ReportTable;
import org.recoveryreport.publish.ReportTables;
import org.recoveryreport.publish.SpreadsheetReport;
import org.recoveryreport.publish.VerifyScript;
import org.recoveryreport.publish.WholeFile;

/**
 * Writes {@code report.html}, the page for people: one file that loads nothing else. It says everything without its script, which only
 * sorts, filters, lays curves over each other and saves pictures. Holds nothing about
 * when and where it was written: equal episodes give equal bytes. It stays below two million bytes whatever the log.
 */
public final class HtmlReport {
    /** What the smallest mailboxes still take. */
    private static final int MOST_BYTES = 2_000_000;

    private static final int TEXT_LENGTH = 200;

    private HtmlReport() {}

    /**
     * Replaces the file.
     *
     * @param version of the application
     * @param catalogue the treatments that were looked for
     */
    public static void write(Path file, StudyResult result, String version, List<Treatment> catalogue) {
        List<LandmarkGroups> landmarks = result.settings().landmarks().parallelStream()
                .map(landmark -> LandmarkGroups.of(result, landmark))
                .toList();
        Room room = Room.USUAL;
        String page = HtmlTemplate.render("report", page(result, landmarks, version, catalogue, room));
        while (page.getBytes(StandardCharsets.UTF_8).length >= MOST_BYTES && room.canBeHalved()) {
            room = room.half();
            page = HtmlTemplate.render("report", page(result, landmarks, version, catalogue, room));
        }
        WholeFile.write(file, page);
    }

    /** What the template {@code report.html} shows: one value per section. */
    private record Page(
            String style,
            String styleHash,
            String script,
            String scriptHash,
            String version,
            Verdict verdict,
            Health health,
            int landmarkDays,
            UpSetFigure upset,
            FlowFigure flow,
            PathwayFigure pathways,
            Expectations expectations,
            Checklist checklist,
            ComparisonTable headline,
            ComparisonTable tested,
            List<ComparisonTable> otherLandmarks,
            List<SensitivityStrip> sensitivity,
            PairwiseMatrix pairwise,
            CurveFigure curves,
            TreatmentTable treatments,
            PracticeTable practice,
            UsedTable asUsed,
            MediansTable medians,
            List<UsedTable> asUsedByClass,
            CaseClasses classes,
            MonthTrend trend,
            @Nullable StrataTable strata,
            @Nullable String stratifiedBy,
            List<TestRow> tests,
            List<TextRow> unrecognised,
            @Nullable String unrecognisedLeftOut,
            HiddenNotice hidden,
            List<SettingRow> settings,
            List<Definition> definitions,
            Map<String, String> what,
            List<FileRow> files) {}

    private record TextRow(String text, String entries) {}

    private record FileRow(String name, String description) {}

    private static Page page(
            StudyResult result, List<LandmarkGroups> landmarks, String version, List<Treatment> catalogue, Room room) {
        int headlineDays = result.settings().landmarkDays();
        LandmarkGroups headline = landmarks.get(result.settings().landmarks().indexOf(headlineDays));
        Palette palette = Palette.of(headline);
        String style = HtmlTemplate.style("page");
        String script = HtmlTemplate.script("numbers", "tables", "tips", "drawing", "curves", "pictures");
        StratifyBy stratifyBy = result.settings().stratifyBy();
        List<Definition> definitions = Definitions.of(result.settings());
        // each has thousands of rows to pack: the most of the work
        List<ComparisonTable> tested = landmarks.parallelStream()
                .map(landmark -> ComparisonTable.tested(
                        result, landmark, palette, landmark.landmarkDays() == headlineDays ? "tested-" : "", room))
                .toList();
        // those of all episodes first
        List<UsedTable> used = Arrays.stream(Population.values())
                .parallel()
                .map(population -> UsedTable.of(result, population, palette, room))
                .toList();
        return new Page(
                style,
                HtmlTemplate.contentHash(style),
                script,
                HtmlTemplate.contentHash(script),
                version,
                Verdict.of(result),
                Health.of(result.log()),
                headlineDays,
                UpSetFigure.of(result, headline, palette),
                FlowFigure.of(result, headline, palette),
                PathwayFigure.of(result, palette),
                Expectations.of(result, catalogue),
                Checklist.of(result, version),
                ComparisonTable.headline(result, headline, palette, room),
                tested.get(landmarks.indexOf(headline)),
                tested.stream()
                        .filter(table -> table.landmarkDays() != headlineDays)
                        .toList(),
                SensitivityStrip.of(result),
                PairwiseMatrix.of(result, headline, palette),
                CurveFigure.of(result, headline, palette, room),
                TreatmentTable.of(result),
                PracticeTable.of(result),
                used.get(0),
                MediansTable.of(result, palette),
                used.stream().skip(1).filter(UsedTable::hasRows).toList(),
                CaseClasses.of(result),
                MonthTrend.of(result),
                StrataTable.of(result, palette, room),
                stratifyBy == null ? null : stratifyBy.column(),
                TestRow.of(result),
                result.unrecognised().stream()
                        .limit(room.texts())
                        .map(HtmlReport::textRow)
                        .toList(),
                result.unrecognised().size() <= room.texts()
                        ? null
                        : PageNumber.count((long) result.unrecognised().size() - room.texts()),
                HiddenNotice.of(result),
                SettingRow.of(result.settings()),
                definitions,
                HtmlTemplate.what(definitions),
                files(result.settings()));
    }

    private static TextRow textRow(UnrecognisedText text) {
        String whole = text.text();
        int end = whole.codePointCount(0, whole.length()) <= TEXT_LENGTH
                ? whole.length()
                : whole.offsetByCodePoints(0, TEXT_LENGTH);
        String shown = end == whole.length() ? whole : whole.substring(0, end) + "\u2026";
        return new TextRow(shown, PageNumber.count(text.entries()));
    }

    private static List<FileRow> files(StudySettings settings) {
        List<FileRow> files = new ArrayList<>();
        for (ReportTable<?> table : ReportTables.of(settings)) {
            files.add(new FileRow(table.fileName(), table.description()));
        }
        files.add(
                new FileRow("report.json", "All of these tables, the settings and the definitions, by a JSON Schema"));
        files.add(new FileRow(
                SpreadsheetReport.FILE, "All of these tables in one spreadsheet, with notes on the columns"));
        files.add(new FileRow(
                VerifyScript.FILE, "Recomputes the figures with R, but for Cox's, as a check: Rscript verify.R"));
        files.add(new FileRow("run.json", "When, where and from which files this report was made"));
        return files;
    }
}
