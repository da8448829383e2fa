package org.recoveryreport.staging;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.recoveryreport.domain.course.CaseClass;
import org.recoveryreport.domain.practice.PracticeVerdicts;
import org.recoveryreport.domain.study.Exposure;
import org.recoveryreport.domain.study.Population;
import org.recoveryreport.domain.study.PracticeStanding;
import org.recoveryreport.domain.study.StudyCounts;
import org.recoveryreport.domain.survival.ExposureCounts;
import org.recoveryreport.domain.survival.SurvivalCounts;

/**
 * Counts the cases of one stratum: for each table, how many there are of each group, day and ending, which make the key of a
 * {@link Tally}. Only the end makes groups of that.
 */
final class CaseCounter {
    /** Of a day and an ending, of which the lowest bit is 1 where it is recovery. */
    private static final int DAY_BITS = 16;

    private static final int DAY_MASK = (1 << DAY_BITS) - 1;
    private static final int GROUP_SHIFT = DAY_BITS + 1;

    /** Of a class, and whether the case goes on after its last start. */
    private static final int CLASS_BITS = 3;

    private final TreatmentNumbers numbers;
    private final int[] landmarks;
    private final Calendar calendar = new Calendar();

    /** Besides, by class, and by whether the last treatment begins only on the last day. */
    private final Tally asUsed = new Tally();

    private final Tally startOrders = new Tally();
    private final Tally practice = new Tally();
    private final Tally months = new Tally();
    private final Tally[] atLandmark;
    private final Tally[] practiceAtLandmark;

    /** All but the last days of cases that go on after their last start, which {@link #asUsed} tells. */
    private final ExposureCounts.Builder exposures = ExposureCounts.builder();

    CaseCounter(TreatmentNumbers numbers, List<Integer> landmarks) {
        this.numbers = numbers;
        this.landmarks = landmarks.stream().mapToInt(Integer::intValue).toArray();
        atLandmark = tallies(landmarks.size());
        practiceAtLandmark = tallies(landmarks.size());
    }

    private static Tally[] tallies(int number) {
        return Stream.generate(Tally::new).limit(number).toArray(Tally[]::new);
    }

    /** Cases of a block with the same treatments. */
    final class Alike {
        private final Exposure exposure;
        private final int everUsed;
        private final int[] begun = new int[landmarks.length];
        private final int lastStart;
        private long cases;
        private long goingOn;

        Alike(Exposure exposure) {
            this.exposure = exposure;
            everUsed = numbers.set(exposure.everUsed());
            for (int i = 0; i < begun.length; i++) {
                begun[i] = numbers.set(exposure.begunBy(landmarks[i]));
            }
            lastStart = exposure.lastStart();
        }

        /**
         * Counts a case.
         *
         * @param classCode {@linkplain CaseRows#code code} of its class
         */
        void add(CaseRows rows, int row, int classCode, boolean recurrent) {
            int days = rows.days(row);
            int recovered = rows.recovered(row) ? 1 : 0;
            boolean goesOn = lastStart == 0 || days > lastStart;
            cases++;
            if (goesOn) {
                goingOn++;
            } else {
                exposure.addTo(exposures, days, 1, recovered);
            }
            asUsed.add(key(everUsed, days, recovered) << CLASS_BITS | classCode << 1 | (goesOn ? 1 : 0), 1);
            practice.add((long) PracticeVerdicts.CODES * classCode + rows.practice(row), 1);
            for (int i = 0; i < landmarks.length && landmarks[i] < days; i++) {
                int since = days - landmarks[i];
                atLandmark[i].add(key(begun[i], since, recovered), 1);
                int known = rows.practiceAt(row, i);
                if (known != CaseRows.NOTHING_KNOWN) {
                    practiceAtLandmark[i].add(key(2L * known + (recurrent ? 1 : 0), since, recovered), 1);
                }
            }
            if (rows.isDate(row)) {
                months.add(key(calendar.month(rows.onsetDay(row)), days, recovered), 1);
            }
        }

        /** Counts what the cases have in common; no more are added. */
        void end() {
            startOrders.add(numbers.order(exposure), cases);
            if (goingOn > 0) {
                exposure.addUntilLastStart(exposures, goingOn);
            }
        }
    }

    /**
     * Adds what another one counted.
     *
     * @param setHere by its number of a set of treatments, the number here
     * @param orderHere by its number of an order of starts, the number here
     */
    void add(CaseCounter other, int[] setHere, int[] orderHere) {
        asUsed.add(other.asUsed, key -> ofSetHere(key, GROUP_SHIFT + CLASS_BITS, setHere));
        startOrders.add(other.startOrders, order -> orderHere[(int) order]);
        practice.add(other.practice, key -> key);
        months.add(other.months, key -> key);
        for (int i = 0; i < landmarks.length; i++) {
            atLandmark[i].add(other.atLandmark[i], key -> ofSetHere(key, GROUP_SHIFT, setHere));
            practiceAtLandmark[i].add(other.practiceAtLandmark[i], key -> key);
        }
        exposures.add(other.exposures);
    }

    private static long ofSetHere(long key, int shift, int[] setHere) {
        return (long) setHere[(int) (key >>> shift)] << shift | (key & ((1L << shift) - 1));
    }

    /** What was counted. */
    StudyCounts counts() {
        StudyCounts.Builder counts = StudyCounts.builder();
        countAsUsed(counts);
        for (long order : startOrders.keys()) {
            counts.startOrder(numbers.begun((int) order), startOrders.of(order));
        }
        for (long key : practice.keys()) {
            counts.practice()
                    .add(
                            CaseRows.ofCode((int) (key / PracticeVerdicts.CODES)),
                            new PracticeVerdicts((int) (key % PracticeVerdicts.CODES)),
                            practice.of(key));
        }
        for (int i = 0; i < landmarks.length; i++) {
            int landmark = landmarks[i];
            count(atLandmark[i], set -> counts.atLandmark(landmark, numbers.mask((int) set)));
            count(
                    practiceAtLandmark[i],
                    standing -> counts.practiceAtLandmark(
                            landmark,
                            new PracticeStanding(new PracticeVerdicts((int) (standing >> 1)), (standing & 1) == 1)));
        }
        count(months, month -> counts.month(Calendar.name((int) month)));
        return counts.build();
    }

    private void countAsUsed(StudyCounts.Builder counts) {
        for (long key : asUsed.keys()) {
            long cases = asUsed.of(key);
            long ofDay = key >>> CLASS_BITS;
            long mask = numbers.mask((int) (ofDay >>> GROUP_SHIFT));
            CaseClass caseClass = CaseRows.ofCode((int) (key >>> 1) & (CaseRows.CLASS_CODES - 1));
            add(counts.asUsed(Population.ALL, mask), ofDay, cases);
            add(counts.asUsed(Population.of(caseClass), mask), ofDay, cases);
            if ((key & 1) == 1) {
                exposures.end(day(ofDay), mask, cases, recovered(ofDay) ? cases : 0);
            }
        }
        counts.exposures().add(exposures);
    }

    /** Counts cases by group: of each, where to count them. */
    private static void count(Tally tally, LongFunction<SurvivalCounts.Builder> groups) {
        long group = -1;
        SurvivalCounts.Builder counts = SurvivalCounts.builder();
        for (long key : tally.keys()) {
            if (group != key >> GROUP_SHIFT) {
                group = key >> GROUP_SHIFT;
                counts = groups.apply(group);
            }
            add(counts, key, tally.of(key));
        }
    }

    private static void add(SurvivalCounts.Builder group, long key, long cases) {
        group.add(day(key), recovered(key) ? cases : 0, recovered(key) ? 0 : cases);
    }

    private static long key(long group, int day, int recovered) {
        return group << GROUP_SHIFT | (long) day << 1 | recovered;
    }

    private static int day(long key) {
        return (int) (key >>> 1) & DAY_MASK;
    }

    private static boolean recovered(long key) {
        return (key & 1) == 1;
    }

    /** The month of a day, as a number; days that come again and again are looked up. */
    private static final class Calendar {
        private static final int MONTHS = 12;
        private static final int REMEMBERED = 1 << 10;

        private final int[] days = new int[REMEMBERED];
        private final int[] months = new int[REMEMBERED];

        Calendar() {
            // a day that belongs elsewhere: no day is known yet
            Arrays.setAll(days, place -> place + 1);
        }

        /** Months since the year 0. */
        int month(int epochDay) {
            int place = epochDay & (REMEMBERED - 1);
            if (days[place] != epochDay) {
                LocalDate date = LocalDate.ofEpochDay(epochDay);
                months[place] = MONTHS * date.getYear() + date.getMonthValue() - 1;
                days[place] = epochDay;
            }
            return months[place];
        }

        static String name(int month) {
            return YearMonth.of(Math.floorDiv(month, MONTHS), 1 + Math.floorMod(month, MONTHS))
                    .toString();
        }
    }
}
