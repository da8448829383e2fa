package org.recoveryreport.staging;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.course.CaseClass;
import org.recoveryreport.domain.episode.FollowUp;
import org.recoveryreport.domain.practice.PracticeVerdicts;
import org.recoveryreport.domain.study.Exposure;
import org.recoveryreport.domain.study.Population;
import org.recoveryreport.domain.study.PracticeStanding;
import org.recoveryreport.domain.study.StudyCounts;
import org.recoveryreport.domain.survival.SurvivalCounts;

/**
 * Counts the cases of one stratum. Where a case is to be counted depends on its treatments above all; the places are
 * remembered, as most cases have treatments that others had before.
 */
final class CaseCounter {
    private static final int REMEMBERED = 1 << 14;

    private final List<Integer> landmarks;
    private final StudyCounts.Builder counts = StudyCounts.builder();
    private final Map<Exposure, Places> places = new HashMap<>();
    private final List<Map<PracticeStanding, SurvivalCounts.Builder>> practiceAtLandmark = new ArrayList<>();
    private final Map<CaseClass, Map<PracticeVerdicts, long[]>> practice = new EnumMap<>(CaseClass.class);
    private final Map<Integer, SurvivalCounts.Builder> months = new HashMap<>();

    CaseCounter(List<Integer> landmarks) {
        this.landmarks = landmarks;
        landmarks.forEach(landmark -> practiceAtLandmark.add(new HashMap<>()));
    }

    /** Where cases with the same treatments are counted. */
    private final class Places {
        final SurvivalCounts.Builder all;
        final SurvivalCounts.Builder startOrder;
        final Map<CaseClass, SurvivalCounts.Builder> byClass = new EnumMap<>(CaseClass.class);
        final @Nullable SurvivalCounts.Builder[] atLandmark = new SurvivalCounts.Builder[landmarks.size()];

        Places(Exposure exposure) {
            all = counts.asUsed(Population.ALL, exposure.everUsed());
            startOrder = counts.startOrder(exposure);
        }

        /** Only an episode that goes on after a landmark makes a group there. */
        SurvivalCounts.Builder atLandmark(int position, Exposure exposure) {
            SurvivalCounts.Builder group = atLandmark[position];
            if (group == null) {
                int landmark = landmarks.get(position);
                group = counts.atLandmark(landmark, exposure.begunBy(landmark));
                atLandmark[position] = group;
            }
            return group;
        }
    }

    /**
     * Counts a case.
     *
     * @param recurs its class where it is recurrent; null = it is not
     */
    void add(KeptCase kept, @Nullable CaseClass recurs) {
        FollowUp followUp = kept.followUp();
        CaseClass caseClass = recurs == null ? kept.withoutHistory() : recurs;
        Exposure exposure = kept.exposure();
        Places here = places(exposure);
        add(here.all, followUp, 0);
        add(here.startOrder, followUp, 0);
        add(
                here.byClass.computeIfAbsent(
                        caseClass, any -> counts.asUsed(Population.of(caseClass), exposure.everUsed())),
                followUp,
                0);
        for (int i = 0; i < landmarks.size(); i++) {
            int landmark = landmarks.get(i);
            PracticeVerdicts known = kept.practiceAtLandmark().get(i);
            if (followUp.days() > landmark) {
                add(here.atLandmark(i, exposure), followUp, landmark);
            }
            if (known != null) {
                PracticeStanding standing = new PracticeStanding(known, recurs != null);
                add(
                        practiceAtLandmark
                                .get(i)
                                .computeIfAbsent(standing, any -> counts.practiceAtLandmark(landmark, standing)),
                        followUp,
                        landmark);
            }
        }
        exposure.addTo(counts.exposures(), followUp.days(), 1, followUp.recovered() ? 1 : 0);
        practice.computeIfAbsent(caseClass, any -> new HashMap<>())
                .computeIfAbsent(kept.practice(), any -> new long[1])[0]++;
        YearMonth month = kept.onset().month();
        if (month != null) {
            add(
                    months.computeIfAbsent(
                            12 * month.getYear() + month.getMonthValue(), any -> counts.month(month.toString())),
                    followUp,
                    0);
        }
    }

    /** What was counted. */
    StudyCounts counts() {
        practice.forEach((caseClass, verdicts) ->
                verdicts.forEach((verdict, episodes) -> counts.practice().add(caseClass, verdict, episodes[0])));
        practice.clear();
        return counts.build();
    }

    private Places places(Exposure exposure) {
        Places known = places.get(exposure);
        if (known == null) {
            if (places.size() == REMEMBERED) {
                places.clear();
            }
            known = new Places(exposure);
            places.put(exposure, known);
        }
        return known;
    }

    private static void add(SurvivalCounts.Builder group, FollowUp followUp, int fromDay) {
        group.add(followUp.days() - fromDay, followUp.recovered() ? 1 : 0, followUp.recovered() ? 0 : 1);
    }
}
