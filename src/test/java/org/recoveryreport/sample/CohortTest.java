package org.recoveryreport.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CohortTest {
    private static final int EPISODES = 120_000;

    @Test
    void withoutEffectTheEverTreatedLookWorseAndALandmarkShowsThatTheyAreNot() {
        List<SampleEpisode> episodes = episodes(SampleSettings.of(EPISODES, 7).withoutEffect());
        // massage is given regardless of severity, and mostly late
        double asUsed = differenceInStandardErrors(
                episodes, episode -> episode.treatmentsBy(Integer.MAX_VALUE).contains("massage"), 28);
        List<SampleEpisode> stillIll = episodes.stream()
                .filter(episode -> episode.followUp().days() > 14)
                .toList();
        double landmark = differenceInStandardErrors(
                stillIll, episode -> episode.treatmentsBy(14).contains("massage"), 14 + 28);
        assertThat(asUsed).isGreaterThan(30);
        assertThat(landmark).isBetween(-3.5, 3.5);
    }

    @Test
    void theHazardRatioOfATreatmentIsTheStatedOne() {
        List<SampleEpisode> episodes = episodes(SampleSettings.of(EPISODES, 7));
        assertThat(rateRatio(episodes, "nsaid")).isCloseTo(1.25, within(0.08));
        assertThat(rateRatio(episodes, "cold")).isCloseTo(1, within(0.07));
    }

    @Test
    void theSeverelyIllGetMoreMuscleRelaxantsAndRecoverLater() {
        List<SampleEpisode> episodes = episodes(SampleSettings.of(EPISODES, 7));
        Map<Integer, List<SampleEpisode>> bySeverity = episodes.stream()
                .filter(episode -> episode.characteristics().severity() != null)
                .collect(Collectors.groupingBy(
                        episode -> episode.characteristics().severity()));
        Predicate<SampleEpisode> relaxed = episode -> episode.treatmentsBy(3).contains("muscle-relaxant");
        Predicate<SampleEpisode> ill = episode -> episode.followUp().days() > 14;
        assertThat(share(bySeverity.get(8), relaxed)).isGreaterThan(1.3 * share(bySeverity.get(2), relaxed));
        assertThat(share(bySeverity.get(8), ill)).isGreaterThan(1.3 * share(bySeverity.get(2), ill));
    }

    @Test
    void onlyWhoIsStillIllBeginsATreatment() {
        for (SampleEpisode episode : episodes(SampleSettings.of(20_000, 3))) {
            for (SampleEntry entry : episode.entries()) {
                int start = entry.countsFromDay();
                boolean afterwards = start > episode.followUp().days();
                boolean onTheDayOfRecovery = episode.followUp().recovered()
                        && start == episode.followUp().days()
                        && start > 0;
                assertThat(onTheDayOfRecovery && !entry.tags().isEmpty()).isFalse();
                assertThat(afterwards && !episode.followUp().recovered()).isFalse();
                if (entry.endDay() != null) {
                    assertThat(entry.endDay())
                            .isBetween(start, episode.followUp().days());
                }
            }
        }
    }

    @Test
    void aPatientsEpisodesAreAMonthApartAndSomeRecurThreeTimes() {
        Map<Long, List<SampleEpisode>> byPatient =
                episodes(SampleSettings.of(20_000, 3)).stream().collect(Collectors.groupingBy(SampleEpisode::patient));
        for (List<SampleEpisode> history : byPatient.values()) {
            history.sort(Comparator.comparingInt(SampleEpisode::onsetDay));
            for (int i = 1; i < history.size(); i++) {
                SampleEpisode before = history.get(i - 1);
                assertThat(history.get(i).onsetDay())
                        .isGreaterThanOrEqualTo(
                                before.onsetDay() + before.followUp().days() + 30);
            }
        }
        long recurrent = byPatient.values().stream()
                .filter(history -> history.size() >= 3)
                .count();
        assertThat((double) recurrent / byPatient.size()).isBetween(0.03, 0.12);
    }

    @Test
    void aboutOneInSixIsCensoredAndOneInFourteenIsIllForTwelveWeeks() {
        List<SampleEpisode> episodes = episodes(SampleSettings.of(20_000, 3));
        assertThat(share(episodes, episode -> !episode.followUp().recovered())).isBetween(0.08, 0.20);
        assertThat(share(episodes, episode -> episode.followUp().days() > 84)).isBetween(0.04, 0.10);
    }

    @Test
    void blocksAreInTheOrderOfOnset() {
        List<SampleEpisode> block = new Cohort(SampleSettings.of(1, 1)).nextBlock(Long.MAX_VALUE);
        assertThat(block).hasSize(Cohort.BLOCK).isSortedAccordingTo(Comparator.comparingInt(SampleEpisode::onsetDay));
    }

    private static List<SampleEpisode> episodes(SampleSettings settings) {
        Cohort cohort = new Cohort(settings);
        List<SampleEpisode> episodes = new ArrayList<>();
        while (episodes.size() < settings.episodes()) {
            episodes.addAll(cohort.nextBlock(settings.episodes() - episodes.size()));
        }
        return episodes;
    }

    private static double share(List<SampleEpisode> episodes, Predicate<SampleEpisode> which) {
        return (double) episodes.stream().filter(which).count() / episodes.size();
    }

    /** Difference in the share followed, ill, beyond a day; dropout does not depend on treatment. */
    private static double differenceInStandardErrors(
            List<SampleEpisode> episodes, Predicate<SampleEpisode> treated, int day) {
        Map<Boolean, List<SampleEpisode>> groups = episodes.stream().collect(Collectors.partitioningBy(treated));
        double with = share(groups.get(true), episode -> episode.followUp().days() > day);
        double without = share(groups.get(false), episode -> episode.followUp().days() > day);
        double variance = with * (1 - with) / groups.get(true).size()
                + without * (1 - without) / groups.get(false).size();
        return (with - without) / Math.sqrt(variance);
    }

    /** Recoveries per day ill with and without a treatment, on days 3 to 13 (of equal hazard), within each severity. */
    private static double rateRatio(List<SampleEpisode> episodes, String tag) {
        Map<Integer, double[]> bySeverity = new HashMap<>();
        for (SampleEpisode episode : episodes) {
            Integer severity = episode.characteristics().severity();
            if (severity != null) {
                double[] counts = bySeverity.computeIfAbsent(severity, s -> new double[4]);
                countDays(episode, tag, counts);
            }
        }
        // Mantel-Haenszel over the severities
        double numerator = 0;
        double denominator = 0;
        for (double[] counts : bySeverity.values()) {
            double days = counts[1] + counts[3];
            numerator += counts[0] * counts[3] / days;
            denominator += counts[2] * counts[1] / days;
        }
        return numerator / denominator;
    }

    /** Adds recoveries and days with the treatment, then those without. */
    private static void countDays(SampleEpisode episode, String tag, double[] counts) {
        int end = episode.followUp().days();
        for (int day = 3; day < 14 && day <= end; day++) {
            int group = episode.treatmentsBy(day - 1).contains(tag) ? 0 : 2;
            boolean recovers = day == end && episode.followUp().recovered();
            counts[group] += recovers ? 1 : 0;
            // who recovers was at risk for half of the day, about
            counts[group + 1] += recovers ? 0.5 : 1;
        }
    }
}
