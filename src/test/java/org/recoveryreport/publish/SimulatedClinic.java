package org.recoveryreport.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.recoveryreport.domain.study.Analysis;
import org.recoveryreport.domain.study.CombinationFigures;
import org.recoveryreport.domain.study.Comparison;
import org.recoveryreport.domain.study.ComparisonFigures;
import org.recoveryreport.domain.study.CurveStep;
import org.recoveryreport.domain.study.Exposure;
import org.recoveryreport.domain.study.FollowUpFigures;
import org.recoveryreport.domain.study.LandmarkFigures;
import org.recoveryreport.domain.study.LandmarkFlow;
import org.recoveryreport.domain.study.LogSummary;
import org.recoveryreport.domain.study.OnsetMonths;
import org.recoveryreport.domain.study.OrderCounts;
import org.recoveryreport.domain.study.OverallTest;
import org.recoveryreport.domain.study.PairwiseTest;
import org.recoveryreport.domain.study.Population;
import org.recoveryreport.domain.study.RecoveredBy;
import org.recoveryreport.domain.study.SensitivityGroups;
import org.recoveryreport.domain.study.StartOrders;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.domain.study.StudySettings;
import org.recoveryreport.domain.study.Supplement;
import org.recoveryreport.domain.study.TreatmentHistories;
import org.recoveryreport.domain.study.TreatmentNames;
import org.recoveryreport.domain.study.UnrecognisedText;
import org.recoveryreport.domain.survival.ExposureCounts;
import org.recoveryreport.domain.survival.SurvivalCounts;

/**
 * The result of an invented clinic's year, for looking at: 4,800 episodes in which treatments start late and do nothing, so
 * that the comparison as used misleads and the one from a landmark does not. Figures are simple-minded, but agree with each
 * other.
 */
public final class SimulatedClinic {
    private static final List<String> TAGS =
            List.of("cold", "heat", "massage", "muscle-relaxant", "nsaid", "physical-therapy", "rest");
    private static final double[] CHANCE = {0.2, 0.22, 0.1, 0.09, 0.4, 0.16, 0.2};
    private static final double[] START = {2, 5, 14, 6, 4, 18, 2};
    private static final int HIDE_BELOW = 11;

    private record Case(int days, boolean recovered, boolean recurrent, SortedMap<String, Integer> startByTag) {
        Population population() {
            if (recurrent || days > 84 || (!recovered && days >= 84)) {
                return Population.CHRONIC;
            }
            return recovered ? Population.ACUTE : Population.UNDETERMINED;
        }

        String combination(int untilDay) {
            String tags = startByTag.entrySet().stream()
                    .filter(tag -> tag.getValue() <= untilDay)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.joining(" + "));
            return tags.isEmpty() ? "none" : tags;
        }
    }

    private record Time(int day, boolean event) {}

    private SimulatedClinic() {}

    /** The same result every time. */
    public static StudyResult year() {
        List<Case> cases = cases();
        StudySettings settings = Studies.settings();
        List<CombinationFigures> combinations = new ArrayList<>();
        List<CombinationFigures> overall = new ArrayList<>();
        List<OverallTest> tests = new ArrayList<>();
        List<CurveStep> curves = new ArrayList<>();
        for (Population population : Population.values()) {
            List<Case> members = cases.stream()
                    .filter(member -> population == Population.ALL || member.population() == population)
                    .toList();
            if (!members.isEmpty()) {
                SortedMap<String, List<Time>> groups = groups(members, Integer.MAX_VALUE, 0);
                groups.forEach((name, times) -> combinations.add(used(population, name, times, 0.2)));
                overall.add(used(population, "all", times(members, 0), null));
                tests.add(test(Analysis.AS_USED, population, 0, groups.size(), 41.5 * groups.size(), 0));
                groups.forEach((name, times) ->
                        curves.addAll(curve(Analysis.AS_USED, population, 0, name, new KaplanMeier(times))));
            }
        }
        List<LandmarkFigures> landmarks = new ArrayList<>();
        List<LandmarkFlow> flows = new ArrayList<>();
        for (int landmark : settings.landmarks()) {
            List<Case> followed =
                    cases.stream().filter(member -> member.days() > landmark).toList();
            SortedMap<String, List<Time>> groups = groups(followed, landmark, landmark);
            flows.add(new LandmarkFlow(
                    landmark,
                    (long) followed.size(),
                    count(cases, member -> member.days() <= landmark && member.recovered()),
                    count(cases, member -> member.days() <= landmark && !member.recovered())));
            KaplanMeier none = new KaplanMeier(groups.get("none"));
            groups.forEach((name, times) -> landmarks.add(compared(landmark, name, times, none)));
            tests.add(test(Analysis.LANDMARK, Population.ALL, landmark, groups.size(), groups.size() - 0.5, 0.47));
            groups.forEach((name, times) ->
                    curves.addAll(curve(Analysis.LANDMARK, Population.ALL, landmark, name, new KaplanMeier(times))));
        }
        return new StudyResult(
                settings,
                log(),
                combinations,
                flows,
                landmarks,
                tests,
                curves,
                unrecognised(),
                overall,
                supplement(cases, settings));
    }

    /** By the product's own estimators, since nothing can be seen in these that a simple-minded one would show better. */
    private static Supplement supplement(List<Case> cases, StudySettings settings) {
        List<PairwiseTest> pairwise = new ArrayList<>();
        for (int landmark : settings.landmarks()) {
            List<Case> followed =
                    cases.stream().filter(member -> member.days() > landmark).toList();
            pairwise.addAll(comparison(Analysis.LANDMARK, Population.ALL, landmark, followed)
                    .figures(settings)
                    .pairwise());
        }
        List<FollowUpFigures> followUp = new ArrayList<>();
        List<RecoveredBy> recoveredBy = new ArrayList<>();
        for (Population population : Population.values()) {
            List<Case> members = cases.stream()
                    .filter(member -> population == Population.ALL || member.population() == population)
                    .toList();
            ComparisonFigures asUsed =
                    comparison(Analysis.AS_USED, population, 0, members).figures(settings);
            followUp.addAll(asUsed.followUp());
            recoveredBy.addAll(asUsed.recoveredBy());
        }
        return new Supplement(
                treatments(cases).figures(settings),
                Studies.practice(3),
                List.of(),
                pairwise,
                followUp,
                recoveredBy,
                months(cases).figures(settings).months(),
                sensitivity(cases, settings).figures(settings).figures(),
                List.of(),
                startOrders(cases).figures(settings).rows());
    }

    private static SensitivityGroups sensitivity(List<Case> cases, StudySettings settings) {
        SortedMap<Integer, SortedMap<String, SurvivalCounts>> groups = new TreeMap<>();
        for (int landmark : settings.landmarks()) {
            List<Case> followed =
                    cases.stream().filter(member -> member.days() > landmark).toList();
            groups.put(
                    landmark,
                    comparison(Analysis.LANDMARK, Population.ALL, landmark, followed)
                            .groups());
        }
        return new SensitivityGroups(new TreeMap<>(Map.of(StudySettings.CombineBy.TAG, groups)), new TreeMap<>());
    }

    /** The cases began evenly over the year, and the last ones were not followed for long. */
    private static OnsetMonths months(List<Case> cases) {
        SortedMap<String, SurvivalCounts> months = new TreeMap<>();
        for (int i = 0; i < cases.size(); i++) {
            Case member = cases.get(i);
            int daysLeft = 365 - i * 365 / cases.size();
            boolean seen = member.recovered() && member.days() <= daysLeft;
            months.merge(
                    String.format(Locale.ROOT, "2025-%02d", 1 + i * 12 / cases.size()),
                    SurvivalCounts.builder()
                            .add(Math.min(member.days(), daysLeft), seen ? 1 : 0, seen ? 0 : 1)
                            .build(),
                    SurvivalCounts::plus);
        }
        return new OnsetMonths(months);
    }

    private static Comparison comparison(Analysis analysis, Population population, int landmark, List<Case> cases) {
        SortedMap<String, SurvivalCounts> groups = new TreeMap<>();
        groups(cases, landmark == 0 ? Integer.MAX_VALUE : landmark, landmark).forEach((name, times) -> {
            SurvivalCounts.Builder counts = SurvivalCounts.builder();
            times.forEach(time -> counts.add(time.day(), time.event() ? 1 : 0, time.event() ? 0 : 1));
            groups.put(name, counts.build());
        });
        return new Comparison(analysis, population, landmark, groups, SurvivalCounts.EMPTY);
    }

    private static StartOrders startOrders(List<Case> cases) {
        OrderCounts.Builder orders = OrderCounts.builder();
        for (Case member : cases) {
            orders.add(exposure(member), 1);
        }
        return new StartOrders(new TreatmentNames(TAGS), orders.build());
    }

    private static Exposure exposure(Case member) {
        Exposure.Builder exposure = new Exposure.Builder();
        member.startByTag().forEach((tag, day) -> exposure.add(day, 1L << TAGS.indexOf(tag)));
        return exposure.build();
    }

    private static TreatmentHistories treatments(List<Case> cases) {
        Map<Long, SurvivalCounts> everUsed = new TreeMap<>();
        ExposureCounts.Builder exposures = ExposureCounts.builder();
        for (Case member : cases) {
            Exposure exposure = exposure(member);
            long event = member.recovered() ? 1 : 0;
            exposure.addTo(exposures, member.days(), 1, event);
            everUsed.merge(
                    exposure.everUsed(),
                    SurvivalCounts.builder()
                            .add(member.days(), event, 1 - event)
                            .build(),
                    SurvivalCounts::plus);
        }
        TreatmentNames names = new TreatmentNames(TAGS);
        return new TreatmentHistories(names, names, everUsed, List.of(exposures.build()));
    }

    private static List<Case> cases() {
        Random random = new Random(5);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 4_800; i++) {
            double scale = random.nextDouble() < 0.7 ? 9 : 48;
            int recovery = (int) Math.min(700, scale * Math.exp(0.8 * random.nextGaussian()));
            int lastSeen = random.nextDouble() < 0.12 ? random.nextInt(200) : 400 + random.nextInt(200);
            int days = Math.min(recovery, lastSeen);
            SortedMap<String, Integer> starts = new TreeMap<>();
            for (int tag = 0; tag < TAGS.size(); tag++) {
                int start = (int) (-START[tag] * Math.log(random.nextDouble()));
                if (random.nextDouble() < CHANCE[tag] && start <= days) {
                    starts.put(TAGS.get(tag), start);
                }
            }
            cases.add(new Case(days, recovery <= lastSeen, random.nextDouble() < 0.05, starts));
        }
        return cases;
    }

    private static SortedMap<String, List<Time>> groups(List<Case> cases, int untilDay, int from) {
        Map<String, List<Case>> byName = cases.stream().collect(Collectors.groupingBy(c -> c.combination(untilDay)));
        SortedMap<String, List<Case>> shown = new TreeMap<>();
        byName.forEach((name, members) -> shown.computeIfAbsent(
                        members.size() < 2 * HIDE_BELOW ? "other combinations" : name, n -> new ArrayList<>())
                .addAll(members));
        SortedMap<String, List<Time>> times = new TreeMap<>();
        shown.forEach((name, members) -> times.put(name, times(members, from)));
        return times;
    }

    private static List<Time> times(List<Case> cases, int from) {
        return cases.stream()
                .map(member -> new Time(member.days() - from, member.recovered()))
                .toList();
    }

    private static long count(List<Case> cases, Predicate<Case> which) {
        return cases.stream().filter(which).count();
    }

    private static Long shown(long count) {
        return count > 0 && count < HIDE_BELOW ? null : (Long) count;
    }

    private static CombinationFigures used(Population population, String name, List<Time> times, Double p) {
        KaplanMeier km = new KaplanMeier(times);
        Long censored = shown(times.size() - km.events());
        boolean test = p != null;
        return new CombinationFigures(
                population,
                name,
                times.size(),
                censored == null ? null : (Long) km.events(),
                censored,
                km.dayAt(0.5, 0),
                km.dayAt(0.5, -1),
                km.dayAt(0.5, 1),
                km.dayAt(0.75, 0),
                km.dayAt(0.25, 0),
                km.mean(84),
                km.meanError(84),
                84,
                km.recoveredBy(7),
                km.recoveredBy(14),
                km.recoveredBy(28),
                km.recoveredBy(84),
                test ? (Double) Math.pow(p, 1 + times.size() / 90.0) : null,
                test ? (Double) Math.min(1, 20 * Math.pow(p, 1 + times.size() / 90.0)) : null);
    }

    private static LandmarkFigures compared(int landmark, String name, List<Time> times, KaplanMeier none) {
        KaplanMeier km = new KaplanMeier(times);
        Long censored = shown(times.size() - km.events());
        boolean reference = name.equals("none");
        double difference = km.mean(84) - none.mean(84);
        double error = Math.hypot(km.meanError(84), none.meanError(84));
        double p = Math.exp(-0.717 * Math.abs(difference / error) - 0.416 * Math.pow(difference / error, 2));
        return new LandmarkFigures(
                landmark,
                name,
                times.size(),
                censored == null ? null : (Long) km.events(),
                censored,
                km.dayAt(0.5, 0),
                km.dayAt(0.5, -1),
                km.dayAt(0.5, 1),
                km.mean(84),
                km.meanError(84),
                84,
                reference ? null : (Double) difference,
                reference ? null : (Double) (difference - 1.96 * error),
                reference ? null : (Double) (difference + 1.96 * error),
                p,
                Math.min(1, 15 * p));
    }

    private static OverallTest test(
            Analysis analysis, Population population, int landmark, int groups, double chiSquared, double p) {
        boolean possible = groups > 1;
        return new OverallTest(
                analysis,
                population,
                landmark,
                groups,
                possible ? (Double) chiSquared : null,
                possible ? (Integer) (groups - 1) : null,
                possible ? (Double) p : null);
    }

    /** Steps only when enough events have come together, as a published curve does. */
    private static List<CurveStep> curve(
            Analysis analysis, Population population, int landmark, String name, KaplanMeier km) {
        List<CurveStep> steps = new ArrayList<>();
        long recovered = 0;
        long censored = 0;
        for (KaplanMeier.Step step : km.steps) {
            recovered += step.events();
            censored += step.censored();
            if (recovered >= HIDE_BELOW) {
                steps.add(new CurveStep(
                        analysis,
                        population,
                        landmark,
                        name,
                        step.day(),
                        step.atRisk(),
                        recovered,
                        censored,
                        step.survival(),
                        km.bound(step, -1),
                        km.bound(step, 1)));
                recovered = 0;
                censored = 0;
            }
        }
        return steps;
    }

    private static LogSummary log() {
        return new LogSummary(
                10_274L,
                10_180L,
                94L,
                4_848L,
                4_800L,
                48L,
                List.of(
                        new LogSummary.ReasonCount("recovered before onset", 41L),
                        new LogSummary.ReasonCount("onset is missing", 27L),
                        new LogSummary.ReasonCount("wrong number of fields", 26L),
                        new LogSummary.ReasonCount("longer than 36,525 days", null)),
                7_310L,
                1_790L,
                122L,
                214L,
                "5f1d7a84db00d2fce00b31a7fc73224f6ffe9c7a1aa6ed5ef1d0e3dcb9b6e2a0");
    }

    private static List<UnrecognisedText> unrecognised() {
        return List.of(
                new UnrecognisedText("tens unit", 61),
                new UnrecognisedText("kinesio tape", 38),
                new UnrecognisedText("see notes", 29),
                new UnrecognisedText("<corset & belt>", 17),
                new UnrecognisedText("Wärmepflaster?", 12));
    }

    /** Just enough of an estimator for a picture; the product's own is elsewhere and checked against R. */
    private static final class KaplanMeier {
        private record Step(int day, long atRisk, long events, long censored, double survival, double greenwood) {}

        private final List<Step> steps = new ArrayList<>();

        KaplanMeier(List<Time> times) {
            SortedSet<Integer> days =
                    new TreeSet<>(times.stream().map(Time::day).toList());
            long atRisk = times.size();
            double survival = 1;
            double greenwood = 0;
            for (int day : days) {
                long events =
                        times.stream().filter(t -> t.day() == day && t.event()).count();
                long censored =
                        times.stream().filter(t -> t.day() == day && !t.event()).count();
                survival *= 1 - (double) events / atRisk;
                greenwood += events == atRisk ? 0 : (double) events / (atRisk * (atRisk - events));
                steps.add(new Step(day, atRisk, events, censored, survival, greenwood));
                atRisk -= events + censored;
            }
        }

        long events() {
            return steps.stream().mapToLong(Step::events).sum();
        }

        Double bound(Step step, int side) {
            if (step.survival() == 0 || step.survival() == 1) {
                return null;
            }
            double log = Math.log(step.survival());
            return Math.exp(log * Math.exp(-side * 1.96 * Math.sqrt(step.greenwood()) / Math.abs(log)));
        }

        Double dayAt(double level, int side) {
            for (Step step : steps) {
                Double value = side == 0 ? (Double) step.survival() : bound(step, side);
                if (value != null && value <= level) {
                    return (double) step.day();
                }
            }
            return null;
        }

        Double recoveredBy(int day) {
            double survival = 1;
            for (Step step : steps) {
                if (step.day() <= day) {
                    survival = step.survival();
                }
            }
            return steps.get(steps.size() - 1).day() < day && survival > 0 ? null : (Double) (1 - survival);
        }

        double mean(int horizon) {
            return areaFrom(0, horizon);
        }

        double meanError(int horizon) {
            double variance = 0;
            for (Step step : steps) {
                if (step.day() < horizon && step.events() > 0 && step.atRisk() > step.events()) {
                    double area = areaFrom(step.day(), horizon);
                    variance += area * area * step.events() / (step.atRisk() * (step.atRisk() - step.events()));
                }
            }
            return Math.sqrt(variance);
        }

        private double areaFrom(int from, int horizon) {
            double area = 0;
            double survival = 1;
            int day = 0;
            for (Step step : steps) {
                area += survival * Math.max(0, Math.min(step.day(), horizon) - Math.max(day, from));
                day = step.day();
                survival = step.survival();
            }
            return area + survival * Math.max(0, horizon - Math.max(day, from));
        }
    }
}
