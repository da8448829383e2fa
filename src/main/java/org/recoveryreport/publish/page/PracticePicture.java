package org.recoveryreport.publish.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.practice.PracticeCheck;
import org.recoveryreport.domain.study.Population;
import org.recoveryreport.domain.study.PracticeFigures;
import org.recoveryreport.publish.PageNumber;
import org.recoveryreport.publish.plot.SharePlot;

/** How often care kept to the practice checks, as a picture. Its figures stand in the {@link PracticeTable}. */
final class PracticePicture {
    private PracticePicture() {}

    /** A row for each check of all episodes; empty where there is none. */
    static String ofAll(List<PracticeFigures> figures) {
        return svg(
                "practice-picture",
                "How often care kept to what the guides say, all episodes",
                figures.stream()
                        .filter(row -> row.population() == Population.ALL)
                        .toList());
    }

    /** A row for each check and class of cases that has a share; empty where there is none. */
    static String byClass(List<PracticeFigures> figures) {
        return svg(
                "practice-class-picture",
                "How often care kept to what the guides say, by case class",
                figures.stream()
                        .filter(row -> row.population() != Population.ALL && row.rate() != null)
                        .toList());
    }

    private static String svg(String id, String title, List<PracticeFigures> figures) {
        if (figures.isEmpty()) {
            return "";
        }
        Map<String, List<PracticeFigures>> byCheck = figures.stream()
                .collect(Collectors.groupingBy(PracticeFigures::check, LinkedHashMap::new, Collectors.toList()));
        List<SharePlot.Group> groups = new ArrayList<>();
        byCheck.forEach((check, rows) -> groups.add(new SharePlot.Group(
                PracticeCheck.ofId(check).keepsToIt(),
                rows.stream().map(PracticePicture::row).toList())));
        return new SharePlot(id, title, sentences(groups), "kept, of those that can be told", groups).svg();
    }

    private static SharePlot.Row row(PracticeFigures figures) {
        Long assessed = assessed(figures);
        Double rate = figures.rate();
        String name = figures.population() == Population.ALL
                ? ""
                : figures.population().name().toLowerCase(Locale.ROOT);
        List<String> tip = new ArrayList<>();
        tip.add(PracticeCheck.ofId(figures.check()).keepsToIt());
        if (!name.isEmpty()) {
            tip.add(name);
        }
        if (rate == null) {
            tip.add(without(figures));
        } else {
            tip.add("kept in " + PageNumber.percent(rate) + interval(figures));
            tip.add(PageNumber.count(figures.kept()) + " of " + PageNumber.count(assessed) + " that can be told");
        }
        return new SharePlot.Row(
                name,
                rate == null
                        ? without(figures)
                        : PageNumber.percent(rate) + (assessed == null ? "" : " of " + PageNumber.count(assessed)),
                rate,
                figures.rateLower(),
                figures.rateUpper(),
                tip);
    }

    private static String interval(PracticeFigures figures) {
        Double lower = figures.rateLower();
        Double upper = figures.rateUpper();
        return lower == null || upper == null
                ? ""
                : " (" + PageNumber.percent(lower) + " to " + PageNumber.percent(upper) + ")";
    }

    private static String without(PracticeFigures figures) {
        return noneCanBeTold(figures) ? "none can be told" : PageNumber.HIDDEN;
    }

    /** Whether there is no share because there is nothing that it could be of. */
    static boolean noneCanBeTold(PracticeFigures figures) {
        Long assessed = assessed(figures);
        return assessed != null && assessed == 0;
    }

    private static @Nullable Long assessed(PracticeFigures figures) {
        Long eligible = figures.eligible();
        Long notAssessable = figures.notAssessable();
        return eligible == null || notAssessable == null ? null : (Long) (eligible - notAssessable);
    }

    private static String sentences(List<SharePlot.Group> groups) {
        return groups.stream()
                .map(group -> group.sentence() + " "
                        + group.rows().stream()
                                .map(row -> (row.name().isEmpty() ? "" : row.name() + ": ")
                                        + String.join(
                                                ", ",
                                                row.tip()
                                                        .subList(
                                                                row.name().isEmpty() ? 1 : 2,
                                                                row.tip().size())))
                                .collect(Collectors.joining("; "))
                        + ".")
                .collect(Collectors.joining(" "));
    }
}
