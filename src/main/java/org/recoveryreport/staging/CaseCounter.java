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
    /** Of so many exposures at most; a power of two. */
    private static final int REMEMBERED = 1 << 15;

    private final List<Integer> landmarks;
    private final @Nullable Places[] remembered = new Places[REMEMBERED];
    private final StudyCounts.Builder counts = StudyCounts.builder();
    private final Map<Long, AsUsed> asUsed = new HashMap<>();
    private final Map<Exposure, Tally> startOrders = new HashMap<>();
    private final List<Map<Long, SurvivalCounts.Builder>> atLandmark = new ArrayList<>();
    private final List<Map<PracticeVerdicts, SurvivalCounts.Builder>> practiceOfRecurrent = new ArrayList<>();
    private final List<Map<PracticeVerdicts, SurvivalCounts.Builder>> practiceOfOthers = new ArrayList<>();
    private final Map<CaseClass, Map<PracticeVerdicts, Tally>> practice = new EnumMap<>(CaseClass.class);
    private final Map<Integer, SurvivalCounts.Builder> months = new HashMap<>();

    CaseCounter(List<Integer> landmarks) {
        this.landmarks = landmarks;
        for (int i = 0; i < landmarks.size(); i++) {
            atLandmark.add(new HashMap<>());
            practiceOfRecurrent.add(new HashMap<>());
            practiceOfOthers.add(new HashMap<>());
        }
    }

    /** Where cases that used the same treatments are counted. */
    private record AsUsed(SurvivalCounts.Builder all, Map<CaseClass, SurvivalCounts.Builder> byClass) {}

    /** A number of cases. */
    private static final class Tally {
        private long cases;
    }

    /** Where cases with the same exposure are counted. */
    private static final class Places {
        private final Exposure exposure;
        private final AsUsed asUsed;
        private final Tally order;
        /** Null as long as none goes on after that landmark. */
        private final SurvivalCounts.@Nullable Builder[] atLandmark;

        Places(Exposure exposure, AsUsed asUsed, Tally order, int landmarks) {
            this.exposure = exposure;
            this.asUsed = asUsed;
            this.order = order;
            atLandmark = new SurvivalCounts.Builder[landmarks];
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
        Places places = places(kept.exposure());
        addAsUsed(places, caseClass, followUp);
        places.order.cases++;
        places.exposure.addTo(counts.exposures(), followUp.days(), 1, followUp.recovered() ? 1 : 0);
        practice.computeIfAbsent(caseClass, any -> new HashMap<>())
                .computeIfAbsent(kept.practice(), any -> new Tally())
                .cases++;
        for (int i = 0; i < landmarks.size() && landmarks.get(i) < followUp.days(); i++) {
            addAtLandmark(i, places, kept, recurs != null);
        }
        addToMonth(kept.onset(), followUp);
    }

    private Places places(Exposure exposure) {
        int slot = exposure.hashCode() & (REMEMBERED - 1);
        Places known = remembered[slot];
        if (known == null || !known.exposure.equals(exposure)) {
            long everUsed = exposure.everUsed();
            known = new Places(
                    exposure,
                    asUsed.computeIfAbsent(
                            everUsed,
                            any -> new AsUsed(counts.asUsed(Population.ALL, everUsed), new EnumMap<>(CaseClass.class))),
                    startOrders.computeIfAbsent(exposure.order(), any -> new Tally()),
                    landmarks.size());
            remembered[slot] = known;
        }
        return known;
    }

    private void addAsUsed(Places places, CaseClass caseClass, FollowUp followUp) {
        AsUsed here = places.asUsed;
        add(here.all(), followUp, 0);
        SurvivalCounts.Builder ofClass = here.byClass().get(caseClass);
        if (ofClass == null) {
            ofClass = counts.asUsed(Population.of(caseClass), places.exposure.everUsed());
            here.byClass().put(caseClass, ofClass);
        }
        add(ofClass, followUp, 0);
    }

    private void addAtLandmark(int position, Places places, KeptCase kept, boolean recurrent) {
        int landmark = landmarks.get(position);
        SurvivalCounts.Builder begunAlike = places.atLandmark[position];
        if (begunAlike == null) {
            long begun = places.exposure.begunBy(landmark);
            begunAlike = atLandmark.get(position).computeIfAbsent(begun, any -> counts.atLandmark(landmark, begun));
            places.atLandmark[position] = begunAlike;
        }
        add(begunAlike, kept.followUp(), landmark);
        PracticeVerdicts known = kept.practiceAtLandmark().get(position);
        if (known != null) {
            add(
                    (recurrent ? practiceOfRecurrent : practiceOfOthers)
                            .get(position)
                            .computeIfAbsent(
                                    known,
                                    any -> counts.practiceAtLandmark(landmark, new PracticeStanding(known, recurrent))),
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
