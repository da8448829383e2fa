package org.recoveryreport.publish.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.study.CurveStep;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.domain.study.StudySettings;
import org.recoveryreport.domain.study.TreatmentNames;
import org.recoveryreport.publish.PageNumber;
import org.recoveryreport.publish.plot.Curve;
import org.recoveryreport.publish.plot.CurvePlot;

/**
 * Recovery curves after the headline landmark: one small picture for each of the largest combinations, and their figures as
 * a table, and the curves that may be chosen to be laid over each other.
 *
 * @param landmarkDays the landmark
 * @param level of the bands
 * @param stepsOf how many recoveries make a step; null = each
 * @param ticks the days of the table and the axes
 * @param panels the comparison group first, then the largest
 * @param choices in page order
 * @param moreChoices how many there are where others are left out; null = all are there
 */
record CurveFigure(
        int landmarkDays,
        String level,
        @Nullable Integer stepsOf,
        List<Integer> ticks,
        List<Panel> panels,
        List<Choice> choices,
        @Nullable Integer moreChoices) {
    private static final int PANELS = 6;
    private static final int CHOSEN = 3;

    /**
     * A small picture.
     *
     * @param stillIll the share still ill at each tick
     * @param counts how many were at risk, had recovered and were censored, likewise
     */
    record Panel(
            String colour,
            String combination,
            String episodes,
            String svg,
            List<String> stillIll,
            List<CurvePlot.Counts> counts) {}

    /**
     * A curve that may be chosen.
     *
     * @param steps day, at risk, share still ill and the ends of its interval, joined by commas; steps joined by semicolons
     */
    record Choice(String colour, String combination, String episodes, String steps, boolean chosen) {}

    static CurveFigure of(StudyResult result, LandmarkGroups headline, Palette palette, Room room) {
        List<Integer> ticks = ticks(result.settings().horizonDays());
        List<FollowedGroup> all = headline.inPageOrder().stream()
                .filter(row -> headline.curves().containsKey(row.combination()))
                .map(headline::followed)
                .toList();
        List<FollowedGroup> groups = all.stream()
                .filter(group -> palette.coloured().contains(group.combination()))
                .limit(PANELS)
                .toList();
        List<Panel> panels = new ArrayList<>();
        for (FollowedGroup group : groups) {
            panels.add(panel(group, groups, ticks, palette, panels.size() + 1));
        }
        List<Choice> choices = new ArrayList<>();
        for (FollowedGroup group : all.subList(0, Math.min(room.curves(), all.size()))) {
            choices.add(new Choice(
                    palette.colourOf(group.combination()),
                    group.combination(),
                    PageNumber.count(group.episodes()),
                    group.steps().stream().map(step -> stepText(group, step)).collect(Collectors.joining(";")),
                    choices.size() < CHOSEN));
        }
        StudySettings settings = result.settings();
        return new CurveFigure(
                headline.landmarkDays(),
                PageNumber.level(settings.confidence()),
                settings.everyCountMayBeShown() ? null : (Integer) settings.minCellCount(),
                ticks,
                panels,
                choices,
                choices.size() == all.size() ? null : (Integer) choices.size());
    }

    boolean hasPanels() {
        return !panels.isEmpty();
    }

    int end() {
        return ticks.get(ticks.size() - 1);
    }

    String tickList() {
        return ticks.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String stepText(FollowedGroup group, CurveStep step) {
        return step.day() + "," + Objects.toString(group.atRisk(step.day()), "") + "," + share(step.notRecovered())
                + "," + share(step.lower()) + "," + share(step.upper());
    }

    private static String share(@Nullable Double share) {
        return share == null
                ? ""
                : BigDecimal.valueOf(share).setScale(4, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static Panel panel(
            FollowedGroup group, List<FollowedGroup> groups, List<Integer> ticks, Palette palette, int number) {
        List<String> stillIll =
                ticks.stream().map(day -> group.stillIllText(day)).toList();
        List<CurvePlot.Counts> counts = List.of(
                new CurvePlot.Counts("At risk", texts(ticks, group::atRiskText)),
                new CurvePlot.Counts("Recovered", texts(ticks, group::recoveredText)),
                new CurvePlot.Counts("Censored", texts(ticks, group::censoredText)));
        CurvePlot plot = new CurvePlot(
                "curve-" + number,
                "Share still ill: " + group.combination(),
                description(group, ticks, stillIll),
                curve(group, palette),
                group.combination().equals(TreatmentNames.NONE) ? null : reference(groups, palette),
                ticks,
                counts);
        return new Panel(
                palette.colourOf(group.combination()),
                group.combination(),
                PageNumber.counted(group.episodes(), "episode"),
                plot.svg(),
                stillIll,
                counts);
    }

    private static List<String> texts(List<Integer> ticks, IntFunction<String> text) {
        return ticks.stream().map(text::apply).toList();
    }

    private static String description(FollowedGroup group, List<Integer> ticks, List<String> stillIll) {
        StringBuilder description = new StringBuilder(PageNumber.counted(group.episodes(), "episode") + ". Still ill");
        for (int i = 1; i < ticks.size(); i++) {
            description
                    .append(i == 1 ? " after " : "; ")
                    .append(PageNumber.counted((long) ticks.get(i), "day"))
                    .append(": ")
                    .append(stillIll.get(i));
        }
        return description.append('.').toString();
    }

    private static @Nullable Curve reference(List<FollowedGroup> groups, Palette palette) {
        return groups.stream()
                .filter(group -> group.combination().equals(TreatmentNames.NONE))
                .findFirst()
                .map(group -> curve(group, palette))
                .orElse(null);
    }

    private static Curve curve(FollowedGroup group, Palette palette) {
        return new Curve(
                palette.colourOf(group.combination()),
                group.steps().stream()
                        .map(step -> new Curve.Step(step.day(), step.notRecovered(), step.lower(), step.upper()))
                        .toList());
    }

    /** At most eight days from 0 to the horizon or a little beyond, in whole weeks where the horizon is longer than six. */
    static List<Integer> ticks(int horizonDays) {
        int step = horizonDays < 42 ? (horizonDays + 5) / 6 : (horizonDays + 41) / 42 * 7;
        List<Integer> ticks = new ArrayList<>(List.of(0));
        for (int day = step; ticks.get(ticks.size() - 1) < horizonDays; day += step) {
            ticks.add(day);
        }
        return ticks;
    }
}
