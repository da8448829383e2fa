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
import org.recoveryreport.domain.episode.Onset;
import org.recoveryreport.domain.practice.PracticeVerdicts;
import org.recoveryreport.domain.study.Exposure;
import org.recoveryreport.domain.study.Population;
import org.recoveryreport.domain.study.PracticeStanding;
import org.recoveryreport.domain.study.StudyCounts;
import org.recoveryreport.domain.survival.SurvivalCounts;

/** Counts the cases of one stratum. Remembers where cases of each kind are counted, so that a case costs a few look-ups. */
final class CaseCounter {
    private final List<Integer> landmarks;
    private final StudyCounts.Builder counts = StudyCounts.builder();
    private final Map<Long, AsUsed> asUsed = new HashMap<>();
    private final Map<Exposure, Tally> startOrders = new HashMap<>();
    private final List<Map<Long, SurvivalCounts.Builder>> atLandmark = new ArrayList<>();
    private final List<Map<PracticeStanding, SurvivalCounts.Builder>> practiceAtLandmark = new ArrayList<>();
    private final Map<CaseClass, Map<PracticeVerdicts, Tally>> practice = new EnumMap<>(CaseClass.class);
    private final Map<Integer, SurvivalCounts.Builder> months = new HashMap<>();

    CaseCounter(List<Integer> landmarks) {
        this.landmarks = landmarks;
        for (int i = 0; i < landmarks.size(); i++) {
            atLandmark.add(new HashMap<>());
            practiceAtLandmark.add(new HashMap<>());
        }
    }

    /** Where cases that used the same treatments are counted. */
    private record AsUsed(SurvivalCounts.Builder all, Map<CaseClass, SurvivalCounts.Builder> byClass) {}

    /** A number of cases. */
    private static final class Tally {
        private long cases;
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
        addAsUsed(exposure.everUsed(), caseClass, followUp);
        startOrders.computeIfAbsent(exposure.order(), any -> new Tally()).cases++;
        exposure.addTo(counts.exposures(), followUp.days(), 1, followUp.recovered() ? 1 : 0);
        practice.computeIfAbsent(caseClass, any -> new HashMap<>())
                .computeIfAbsent(kept.practice(), any -> new Tally())
                .cases++;
        for (int i = 0; i < landmarks.size() && landmarks.get(i) < followUp.days(); i++) {
            addAtLandmark(i, kept, recurs != null);
        }
        addToMonth(kept.onset(), followUp);
    }

    private void addAsUsed(long everUsed, CaseClass caseClass, FollowUp followUp) {
        AsUsed here = asUsed.computeIfAbsent(
                everUsed, any -> new AsUsed(counts.asUsed(Population.ALL, everUsed), new EnumMap<>(CaseClass.class)));
        add(here.all(), followUp, 0);
        add(
                here.byClass().computeIfAbsent(caseClass, any -> counts.asUsed(Population.of(caseClass), everUsed)),
                followUp,
                0);
    }

    private void addAtLandmark(int position, KeptCase kept, boolean recurrent) {
        int landmark = landmarks.get(position);
        long begun = kept.exposure().begunBy(landmark);
        add(
                atLandmark.get(position).computeIfAbsent(begun, any -> counts.atLandmark(landmark, begun)),
                kept.followUp(),
                landmark);
        PracticeVerdicts known = kept.practiceAtLandmark().get(position);
        if (known != null) {
            add(
                    practiceAtLandmark
                            .get(position)
                            .computeIfAbsent(
                                    new PracticeStanding(known, recurrent),
                                    standing -> counts.practiceAtLandmark(landmark, standing)),
                    kept.followUp(),
                    landmark);
        }
    }

    private void addToMonth(Onset onset, FollowUp followUp) {
        YearMonth month = onset.month();
        if (month != null) {
            int number = 12 * month.getYear() + month.getMonthValue();
            add(months.computeIfAbsent(number, any -> counts.month(month.toString())), followUp, 0);
        }
    }

    /** Adds what another one counted. */
    CaseCounter with(CaseCounter other) {
        counts.add(other.counts());
        return this;
    }

    /** What was counted; nothing more can be added. */
    StudyCounts counts() {
        practice.forEach((caseClass, verdicts) ->
                verdicts.forEach((verdict, tally) -> counts.practice().add(caseClass, verdict, tally.cases)));
        practice.clear();
        startOrders.forEach((order, tally) -> counts.startOrder(order, tally.cases));
        startOrders.clear();
        return counts.build();
    }

    private static void add(SurvivalCounts.Builder group, FollowUp followUp, int fromDay) {
        group.add(followUp.days() - fromDay, followUp.recovered() ? 1 : 0, followUp.recovered() ? 0 : 1);
    }
}
