package org.recoveryreport.staging;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.recoveryreport.domain.practice.PracticeCounts;
import org.recoveryreport.domain.practice.PracticeVerdicts;
import org.recoveryreport.domain.study.Exposure;
import org.recoveryreport.domain.study.Population;
import org.recoveryreport.domain.study.PracticeStanding;
import org.recoveryreport.domain.study.StudyCounts;
import org.recoveryreport.domain.survival.ExposureCounts;
import org.recoveryreport.domain.survival.SurvivalCounts;

/**
 * Counts the cases of one stratum: for each table, how many there are of each group, day and ending, which make the key of a
 * {@link Tally}. What follows from another table is worked out at the end, and only then groups are made of it: so a case costs
 * few look-ups in large tables.
 */
final class CaseCounter {
    /** Of a day and an ending, of which the lowest bit is 1 where it is recovery. */
    private static final int DAY_BITS = 16;

    private static final int DAY_MASK = (1 << DAY_BITS) - 1;
    private static final int GROUP_SHIFT = DAY_BITS + 1;

    private static final int CLASS_BITS = 2;
    /** Of a number of landmarks. */
    private static final int BEFORE_BITS = 3;
    /** What stands behind the group, day and ending of a case as used. */
    private static final int MORE_BITS = CLASS_BITS + BEFORE_BITS + 1;

    private final TreatmentNumbers numbers;
    private final int[] landmarks;
    private final Calendar calendar;

    /** Besides, by class, landmarks before the last start, and whether it goes on after that. */
    private final Tally asUsed = new Tally();

    private final Tally startOrders = new Tally();
    private final Tally practice = new Tally();
    private final Tally months = new Tally();
    /** Only those some of whose treatments begin after the landmark; of the others {@link #asUsed} tells. */
    private final Tally[] atLandmark;

    private final Tally[] practiceAtLandmark;

    /** All but the last days of cases that go on after their last start, which {@link #asUsed} tells. */
    private final ExposureCounts.Builder exposures = ExposureCounts.builder();

    CaseCounter(TreatmentNumbers numbers, Calendar calendar, List<Integer> landmarks) {
        this.numbers = numbers;
        this.calendar = calendar;
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
        private final int lastStart;
        /** Landmarks before that, and the treatments begun by each. */
        private final int landmarksBefore;

        private final int[] begun;
        private long cases;
        private long goingOn;

        Alike(Exposure exposure) {
            this.exposure = exposure;
            everUsed = numbers.set(exposure.everUsed());
            lastStart = exposure.lastStart();
            int before = 0;
            while (before < landmarks.length && landmarks[before] < lastStart) {
                before++;
            }
            landmarksBefore = before;
            begun = new int[before];
            for (int i = 0; i < before; i++) {
                begun[i] = numbers.set(exposure.begunBy(landmarks[i]));
            }
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
            long more = (long) classCode << (BEFORE_BITS + 1) | landmarksBefore << 1 | (goesOn ? 1 : 0);
            asUsed.count(key(everUsed, days, recovered) << MORE_BITS | more);
            practice.count((long) PracticeVerdicts.CODES * classCode + rows.practice(row));
            for (int i = 0; i < landmarks.length && landmarks[i] < days; i++) {
                int since = days - landmarks[i];
                if (i < landmarksBefore) {
                    atLandmark[i].count(key(begun[i], since, recovered));
                }
                int known = rows.practiceAt(row, i);
                if (known != CaseRows.NOTHING_KNOWN) {
                    practiceAtLandmark[i].count(key(2L * known + (recurrent ? 1 : 0), since, recovered));
                }
            }
            if (rows.isDate(row)) {
                months.count(key(calendar.month(rows.onsetDay(row)), days, recovered));
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
        List<Runnable> tables = new ArrayList<>(List.of(
                () -> exposures.add(other.exposures),
                () -> asUsed.add(other.asUsed, key -> ofSetHere(key, GROUP_SHIFT + MORE_BITS, setHere)),
                () -> startOrders.add(other.startOrders, order -> orderHere[(int) order]),
                () -> practice.add(other.practice, key -> key),
                () -> months.add(other.months, key -> key)));
        for (int i = 0; i < landmarks.length; i++) {
            int landmark = i;
            tables.add(() ->
                    atLandmark[landmark].add(other.atLandmark[landmark], key -> ofSetHere(key, GROUP_SHIFT, setHere)));
            tables.add(() -> practiceAtLandmark[landmark].add(other.practiceAtLandmark[landmark], key -> key));
        }
        tables.parallelStream().forEach(Runnable::run);
    }

    private static long ofSetHere(long key, int shift, int[] setHere) {
        return (long) setHere[(int) (key >>> shift)] << shift | (key & ((1L << shift) - 1));
    }

    /** What was counted; nothing more can be added. */
    StudyCounts counts() {
        // several threads read it
        asUsed.settle();
        List<Sums> tables = new ArrayList<>();
        tables.add(this::asUsed);
        for (int code = 0; code < CaseRows.CLASS_CODES; code++) {
            int classCode = code;
            tables.add(sum -> asUsed(classCode, sum));
        }
        for (int i = 0; i < landmarks.length; i++) {
            int landmark = i;
            tables.add(sum -> atLandmark(landmark, sum));
        }
        for (Tally ofLandmark : practiceAtLandmark) {
            tables.add(ofLandmark::forEach);
        }
        tables.add(months::forEach);
        CompletableFuture<ExposureCounts> histories = CompletableFuture.supplyAsync(this::exposures);
        Iterator<Groups> groups =
                tables.parallelStream().map(CaseCounter::groups).toList().iterator();
        Map<Population, Map<Long, SurvivalCounts>> byPopulation = new EnumMap<>(Population.class);
        byPopulation.put(Population.ALL, groups.next().named(set -> numbers.boxedMask((int) set)));
        for (int code = 0; code < CaseRows.CLASS_CODES; code++) {
            SortedMap<Long, SurvivalCounts> ofClass = groups.next().named(set -> numbers.boxedMask((int) set));
            if (!ofClass.isEmpty()) {
                byPopulation.put(Population.of(CaseRows.ofCode(code)), ofClass);
            }
        }
        Map<Integer, Map<Long, SurvivalCounts>> byLandmark = new TreeMap<>();
        for (int landmark : landmarks) {
            byLandmark.put(landmark, groups.next().named(set -> numbers.boxedMask((int) set)));
        }
        Map<Integer, Map<PracticeStanding, SurvivalCounts>> byStanding = new TreeMap<>();
        for (int landmark : landmarks) {
            byStanding.put(landmark, groups.next().named(CaseCounter::standing));
        }
        return new StudyCounts(
                Collections.unmodifiableMap(byPopulation),
                Collections.unmodifiableMap(byLandmark),
                histories.join(),
                numbers.orders(startOrders),
                practice(),
                Collections.unmodifiableMap(byStanding),
                groups.next().named(month -> Calendar.name((int) month)));
    }

    /** Tells how many cases there are by group, day and ending; of some more than once, each time of other cases. */
    private interface Sums {
        void forEach(Tally.Sum sum);
    }

    private void asUsed(Tally.Sum sum) {
        asUsed.forEach((key, cases) -> sum.accept(key >>> MORE_BITS, cases));
    }

    private void asUsed(int classCode, Tally.Sum sum) {
        asUsed.forEach((key, cases) -> {
            if (((int) (key >>> (BEFORE_BITS + 1)) & (CaseRows.CLASS_CODES - 1)) == classCode) {
                sum.accept(key >>> MORE_BITS, cases);
            }
        });
    }

    private void atLandmark(int i, Tally.Sum sum) {
        atLandmark[i].forEach(sum);
        asUsed.forEach((key, cases) -> {
            long ofDay = key >>> MORE_BITS;
            int landmarksBefore = (int) (key >>> 1) & ((1 << BEFORE_BITS) - 1);
            if (landmarksBefore <= i && landmarks[i] < day(ofDay)) {
                sum.accept(key(ofDay >>> GROUP_SHIFT, day(ofDay) - landmarks[i], (int) (ofDay & 1)), cases);
            }
        });
    }

    private ExposureCounts exposures() {
        asUsed.forEach((key, cases) -> {
            long ofDay = key >>> MORE_BITS;
            if ((key & 1) == 1) {
                exposures.end(
                        day(ofDay), numbers.mask((int) (ofDay >>> GROUP_SHIFT)), cases, recovered(ofDay) ? cases : 0);
            }
        });
        return exposures.build();
    }

    private PracticeCounts practice() {
        PracticeCounts.Builder counts = PracticeCounts.builder();
        practice.forEach((key, cases) -> counts.add(
                CaseRows.ofCode((int) (key / PracticeVerdicts.CODES)),
                new PracticeVerdicts((int) (key % PracticeVerdicts.CODES)),
                cases));
        return counts.build();
    }

    private static PracticeStanding standing(long group) {
        return new PracticeStanding(new PracticeVerdicts((int) (group >> 1)), (group & 1) == 1);
    }

    /** The groups of a table by their number, and the cases of each. */
    private record Groups(List<Long> numbers, List<SurvivalCounts> counts) {
        <K extends Comparable<K>> SortedMap<K, SurvivalCounts> named(LongFunction<K> name) {
            SortedMap<K, SurvivalCounts> named = new TreeMap<>();
            for (int i = 0; i < numbers.size(); i++) {
                named.put(name.apply(numbers.get(i)), counts.get(i));
            }
            return Collections.unmodifiableSortedMap(named);
        }
    }

    private static Groups groups(Sums table) {
        Grouped grouped = new Grouped(table);
        Groups groups = new Groups(new ArrayList<>(), new ArrayList<>());
        for (int group = 0; group < grouped.groups(); group++) {
            if (!grouped.isEmpty(group)) {
                groups.numbers().add((long) group);
                groups.counts().add(grouped.counts(group));
            }
        }
        return groups;
    }

    /** What a table says, the groups one after the other: to look up each key by itself would be to wait for each. */
    private static final class Grouped {
        private final int[] ends;
        private final long[] keys;
        private final long[] cases;

        Grouped(Sums table) {
            long[] greatest = {-1};
            table.forEach((key, sum) -> greatest[0] = Math.max(greatest[0], key >> GROUP_SHIFT));
            int[] next = new int[(int) greatest[0] + 2];
            table.forEach((key, sum) -> next[(int) (key >> GROUP_SHIFT) + 1]++);
            for (int group = 1; group < next.length; group++) {
                next[group] += next[group - 1];
            }
            keys = new long[next[next.length - 1]];
            cases = new long[keys.length];
            table.forEach((key, sum) -> {
                int at = next[(int) (key >> GROUP_SHIFT)]++;
                keys[at] = key;
                cases[at] = sum;
            });
            ends = next;
        }

        int groups() {
            return ends.length - 1;
        }

        boolean isEmpty(int group) {
            return begin(group) == ends[group];
        }

        SurvivalCounts counts(int group) {
            SurvivalCounts.Builder counts = SurvivalCounts.builder(ends[group] - begin(group));
            for (int i = begin(group); i < ends[group]; i++) {
                counts.add(day(keys[i]), recovered(keys[i]) ? cases[i] : 0, recovered(keys[i]) ? 0 : cases[i]);
            }
            return counts.build();
        }

        private int begin(int group) {
            return group == 0 ? 0 : ends[group - 1];
        }
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
    static final class Calendar {
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
