package org.recoveryreport.publish.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recoveryreport.domain.study.LandmarkFigures;
import org.recoveryreport.domain.study.LandmarkFlow;
import org.recoveryreport.domain.study.LogSummary;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.domain.study.TreatmentNames;
import org.recoveryreport.publish.PageNumber;
import org.recoveryreport.publish.plot.FlowPlot;

/**
 * From the rows of the log to the groups of the headline comparison.
 *
 * @param svg the picture
 * @param rows its figures, from above
 */
record FlowFigure(String svg, List<Row> rows) {
    private static final int GROUPS = 12;

    /**
     * A box of the picture.
     *
     * @param left what left on the way to the next one; blank = nothing
     */
    record Row(String name, String count, String left) {}

    static FlowFigure of(StudyResult result, LandmarkGroups headline, Palette palette) {
        LogSummary log = result.log();
        List<FlowPlot.Stage> stages = new ArrayList<>();
        stages.add(new FlowPlot.Stage("rows read", PageNumber.count(log.rowsRead()), List.of()));
        stages.add(new FlowPlot.Stage(
                "rows accepted",
                PageNumber.count(log.rowsAccepted()),
                List.of("rows rejected: " + PageNumber.count(log.rowsRejected()))));
        stages.add(new FlowPlot.Stage(
                "episodes accepted",
                PageNumber.count(log.episodesAccepted()),
                List.of("episodes rejected, whole: " + PageNumber.count(log.episodesRejected()))));
        int landmark = headline.landmarkDays();
        result.landmarkFlows().stream()
                .filter(flow -> flow.landmarkDays() == landmark)
                .findFirst()
                .ifPresent(flow -> stages.add(compared(flow)));
        List<LandmarkFigures> rows = headline.inPageOrder();
        List<FlowPlot.Group> groups = new ArrayList<>();
        List<LandmarkFigures> shown = rows.size() <= GROUPS ? rows : rows.subList(0, GROUPS - 1);
        for (LandmarkFigures row : shown) {
            groups.add(new FlowPlot.Group(
                    row.combination(), PageNumber.count(row.episodes()), palette.colourOf(row.combination())));
        }
        if (shown.size() < rows.size()) {
            List<LandmarkFigures> rest = rows.subList(shown.size(), rows.size());
            groups.add(new FlowPlot.Group(
                    PageNumber.counted((long) rest.size(), "more group"),
                    PageNumber.count(
                            rest.stream().mapToLong(LandmarkFigures::episodes).sum()),
                    palette.colourOf(TreatmentNames.OTHER)));
        }
        return new FlowFigure(
                new FlowPlot(
                                "flow-picture",
                                "From the rows of the log to the groups compared",
                                sentences(stages, groups),
                                stages,
                                groups)
                        .svg(),
                Stream.concat(
                                stages.stream()
                                        .map(stage ->
                                                new Row(stage.name(), stage.count(), String.join("; ", stage.left()))),
                                groups.stream().map(group -> new Row("group: " + group.name(), group.count(), "")))
                        .toList());
    }

    private static FlowPlot.Stage compared(LandmarkFlow flow) {
        return new FlowPlot.Stage(
                "episodes compared from day " + flow.landmarkDays(),
                PageNumber.count(flow.compared()),
                List.of(
                        "recovered by then: " + PageNumber.count(flow.recoveredBefore()),
                        "last seen by then, still ill: " + PageNumber.count(flow.censoredBefore())));
    }

    private static String sentences(List<FlowPlot.Stage> stages, List<FlowPlot.Group> groups) {
        return stages.stream()
                        .map(stage -> stage.name() + ": " + stage.count()
                                + (stage.left().isEmpty() ? "" : " (" + String.join("; ", stage.left()) + ")"))
                        .collect(Collectors.joining(". "))
                + ". Groups: "
                + groups.stream()
                        .map(group -> group.name() + " " + group.count())
                        .collect(Collectors.joining("; "))
                + ".";
    }
}
