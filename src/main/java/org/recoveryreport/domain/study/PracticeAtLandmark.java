package org.recoveryreport.domain.study;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.Pace;
import org.recoveryreport.domain.practice.PracticeCheck;
import org.recoveryreport.domain.practice.Verdict;
import org.recoveryreport.domain.survival.Holm;
import org.recoveryreport.domain.survival.KaplanMeier;
import org.recoveryreport.domain.survival.LogRank;
import org.recoveryreport.domain.survival.LogRankTest;
import org.recoveryreport.domain.survival.Quantile;
import org.recoveryreport.domain.survival.RestrictedMeanDifference;
import org.recoveryreport.domain.survival.SurvivalCounts;

/**
 * The episodes that go on after a landmark, by what is known there of how they keep to the practice checks.
 *
 * @param landmarkDays the landmark
 * @param groups days from the landmark
 */
public record PracticeAtLandmark(int landmarkDays, Map<PracticeStanding, SurvivalCounts> groups) implements StudyPart {
    public PracticeAtLandmark {
        groups = Map.copyOf(groups);
    }

    @Override
    public PracticeComparisons figures(StudySettings settings) {
        return figures(settings, Release.of(List.of(this), settings));
    }

    /** One row for each check. Where a number of its episodes is too small, nothing of it is shown. */
    @Override
    public PracticeComparisons figures(StudySettings settings, Release release) {
        List<Groups> checks = new ArrayList<>();
        List<@Nullable Double> p = new ArrayList<>();
        for (PracticeCheck check : PracticeCheck.values()) {
            Groups compared = groups(check, settings);
            boolean isShown = isShown(compared, release)
                    && release.showsTest(compared.kept().plus(compared.broken()));
            LogRankTest test = isShown ? LogRank.test(List.of(compared.kept(), compared.broken())) : null;
            checks.add(compared);
            p.add(test == null ? null : release.rounding().test(test.pValue()));
        }
        List<@Nullable Double> pHolm = release.rounding().multiples(Holm.adjust(p));
        List<PracticeComparison> rows = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            rows.add(row(checks.get(i), settings, release, p.get(i), pHolm.get(i)));
        }
        return new PracticeComparisons(rows, settings.everyCountMayBeShown() ? counts(checks) : List.of());
    }

    private List<DayCount> counts(List<Groups> checks) {
        List<DayCount> counts = new ArrayList<>();
        for (Groups compared : checks) {
            counts.addAll(count(compared, "kept", compared.kept()));
            counts.addAll(count(compared, "not-kept", compared.broken()));
            counts.addAll(count(compared, "not-assessable", compared.notAssessable()));
        }
        return counts;
    }

    private List<DayCount> count(Groups compared, String part, SurvivalCounts group) {
        return DayCount.of(
                "practice-by-landmark", landmarkDays, compared.check().id(), part, group);
    }

    /** The episodes that a check concerns, by what is known of it. */
    record Groups(PracticeCheck check, SurvivalCounts kept, SurvivalCounts broken, SurvivalCounts notAssessable) {}

    Groups groups(PracticeCheck check, StudySettings settings) {
        boolean lastsLong = landmarkDays >= settings.courseRules().chronicAfterDays();
        Map<Verdict, SurvivalCounts.Builder> byVerdict = new EnumMap<>(Verdict.class);
        groups.forEach((standing, counts) -> byVerdict
                .computeIfAbsent(standing.verdict(check, lastsLong), verdict -> SurvivalCounts.builder())
                .add(counts));
        SurvivalCounts kept = counts(byVerdict, Verdict.KEPT);
        SurvivalCounts broken = counts(byVerdict, Verdict.BROKEN);
        SurvivalCounts notAssessable = counts(byVerdict, Verdict.NOT_ASSESSABLE);
        return new Groups(check, kept, broken, notAssessable);
    }

    /** How many episodes there are of what is known of a check. */
    Map<Verdict, Long> episodes(PracticeCheck check, StudySettings settings) {
        boolean lastsLong = landmarkDays >= settings.courseRules().chronicAfterDays();
        Map<Verdict, Long> episodes = new EnumMap<>(Verdict.class);
        groups.forEach(
                (standing, counts) -> episodes.merge(standing.verdict(check, lastsLong), counts.total(), Long::sum));
        return episodes;
    }

    private boolean isShown(Groups compared, Release release) {
        return StudyCells.PRACTICE_AT_LANDMARK.stream()
                .allMatch(part -> release.shows(StudyCells.practiceAt(landmarkDays, compared.check(), part)));
    }

    private static SurvivalCounts counts(Map<Verdict, SurvivalCounts.Builder> byVerdict, Verdict verdict) {
        SurvivalCounts.Builder counts = byVerdict.get(verdict);
        return counts == null ? SurvivalCounts.EMPTY : counts.build();
    }

    /** Whether there is a curve with all the recoveries. */
    private static boolean isWhole(KaplanMeier shown, SurvivalCounts counts) {
        return shown.lastDay() != null
                && shown.steps().stream().mapToLong(KaplanMeier.Step::events).sum() == counts.totalEvents();
    }

    private PracticeComparison row(
            Groups compared, StudySettings settings, Release release, @Nullable Double p, @Nullable Double pHolm) {
        if (!isShown(compared, release)) {
            return PracticeComparison.hidden(landmarkDays, compared.check().id());
        }
        Pace pace = release.pace(Population.ALL, landmarkDays);
        KaplanMeier kept = release.curve(compared.kept(), landmarkDays, pace, settings);
        KaplanMeier broken = release.curve(compared.broken(), landmarkDays, pace, settings);
        RestrictedMeanDifference difference =
                RestrictedMeanDifference.between(kept, broken, settings.horizonDays(), settings.confidence());
        long smaller = Math.min(compared.kept().total(), compared.broken().total());
        Quantile keptMedian = kept.quantile(0.5);
        Quantile brokenMedian = broken.quantile(0.5);
        return new PracticeComparison(
                landmarkDays,
                compared.check().id(),
                compared.kept().total(),
                compared.broken().total(),
                compared.notAssessable().total(),
                keptMedian.estimate(),
                keptMedian.lower(),
                keptMedian.upper(),
                brokenMedian.estimate(),
                brokenMedian.lower(),
                brokenMedian.upper(),
                isWhole(kept, compared.kept()),
                isWhole(broken, compared.broken()),
                difference == null ? null : Integer.valueOf(difference.horizonDays()),
                difference == null ? null : release.rounding().mean(difference.difference(), smaller),
                difference == null ? null : release.rounding().mean(difference.lower(), smaller),
                difference == null ? null : release.rounding().mean(difference.upper(), smaller),
                p,
                pHolm);
    }
}
