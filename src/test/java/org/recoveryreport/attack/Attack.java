package org.recoveryreport.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a published report as somebody would who is after small counts: sets up every count he knows or would like to know
 * with all relations between them that the contract of the report implies, and asks what each must be.
 *
 * <p>Names of counts read {@code measure|population|combination}; a landmark stands in the place of the population.
 */
final class Attack {
    private static final String ALL = "ALL";
    private static final String OTHER = "other combinations";
    private static final String NONE = "none";
    private static final String REST = "(hidden everywhere)";
    private static final String EVERYBODY = "(everybody)";
    private static final List<String> MEASURES = List.of("episodes", "recovered", "censored");
    private static final int PRECISE_DIGITS = 6;
    private static final double[] UNITS = {0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5};

    private static final Map<String, String> FAMILIES = families();

    private final PublishedReport published;
    /** The report, or a stratum of it. */
    private JsonNode part;

    private final long k;
    private final LinearSystem system = new LinearSystem();
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private final Set<String> hidden = new LinkedHashSet<>();
    private final List<Leak> leaks = new ArrayList<>();
    /** Combinations that are shown somewhere, and one for all others; by {@value #ALL} or landmark. */
    private final SortedMap<String, NavigableSet<String>> combinations = new TreeMap<>();
    /** Days up to which the recovered of a comparison are told apart, by comparison and combination. */
    private final Map<String, SortedMap<String, NavigableSet<Integer>>> days = new TreeMap<>();

    private record Target(String kind, LinearSystem.Sum sum) {}

    private Attack(PublishedReport published, long k) {
        this.published = published;
        this.part = published.report();
        this.k = k;
    }

    /** Every small count that can be had from the folder {@code report/} of a run. */
    static List<Leak> on(Path reportFolder) {
        PublishedReport published = PublishedReport.read(reportFolder);
        return new Attack(published, published.setting("minCellCount")).leaks();
    }

    /** The same with counts below {@code k} taken for small, whatever the run took for small. */
    static List<Leak> on(Path reportFolder, long k) {
        return new Attack(PublishedReport.read(reportFolder), k).leaks();
    }

    /**
     * Puts what a report that hides nothing says in place of what another of the same log hides.
     *
     * @return how many counts
     * @throws IllegalStateException where a relation that the attack relies on does not hold
     */
    static int confirm(Path reportFolder, Path hidingNothing) {
        Attack open = new Attack(PublishedReport.read(hidingNothing), 0);
        open.gather();
        Attack attack = new Attack(PublishedReport.read(reportFolder), 0);
        attack.gather();
        Map<String, Double> known = open.system.known();
        known.keySet().removeIf(count -> !isTheSameInAll(count));
        known.keySet().retainAll(attack.system.names());
        attack.system.setScope("");
        known.forEach(attack.system::set);
        attack.system.propagate();
        return known.size();
    }

    /** What is not shown, and where steps are, depends on what is hidden. */
    private static boolean isTheSameInAll(String count) {
        return !count.contains(REST)
                && !count.contains("other")
                && !count.contains("hidden everywhere")
                && !count.contains("not listed")
                && !count.contains("not shown")
                && !count.contains("in no step")
                && !count.startsWith("entries of unrecognised text")
                && !count.contains("recovered until");
    }

    private List<Leak> leaks() {
        gather();
        published
                .contradictions()
                .forEach(text -> leaks.add(new Leak(Leak.How.PRECISE, "files that differ", text, "")));
        solve().forEach((name, range) -> {
            Target target = targets.get(name);
            if (target == null) {
                return;
            }
            boolean isHidden = hidden.contains(name);
            if (range.within(1, k - 1)) {
                leaks.add(new Leak(Leak.How.DERIVED, target.kind(), name, range.toString()));
            } else if (isHidden && range.width() < k && !mightBeShown(range) && !isLargeRest(name, range)) {
                leaks.add(new Leak(Leak.How.NARROW, target.kind(), name, range.toString()));
            }
        });
        return leaks;
    }

    /** Zero, and what is not small, may be shown, so who can tell it has been told nothing. */
    private boolean mightBeShown(LinearSystem.Range range) {
        return range.low() == range.high() && (range.low() == 0 || range.low() >= k);
    }

    /** Of many combinations together nobody has been told of a small count who knows that it is none. */
    private boolean isLargeRest(String name, LinearSystem.Range range) {
        return name.endsWith("|" + OTHER) && range.low() >= k;
    }

    private void gather() {
        log();
        unrecognised();
        List<JsonNode> parts = new ArrayList<>(List.of(published.report()));
        parts.addAll(published.strata());
        for (JsonNode of : parts) {
            part = of;
            findCombinations();
        }
        for (JsonNode of : parts) {
            part = of;
            findDays();
        }
        parts.forEach(this::study);
        wholeIsSumOfStrata();
        system.setScope("");
        page();
    }

    /** What is known of everybody, or of one stratum. */
    private void study(JsonNode of) {
        part = of;
        system.setScope(scope(of));
        asUsed();
        landmarks();
        treatments();
        practice();
        practiceAtLandmarks();
        months();
        precision();
    }

    private static String scope(JsonNode part) {
        return part.has("stratum") ? "[" + part.path("stratum").asText() + "] " : "";
    }

    /** Combinations that a stratum shows are known to all. */
    private void findCombinations() {
        combinations.computeIfAbsent(ALL, c -> new TreeSet<>(Set.of(REST)));
        shownAsUsed().values().forEach(combinations.get(ALL)::addAll);
        for (int landmark : landmarkDays()) {
            combinations
                    .computeIfAbsent(at(landmark), c -> new TreeSet<>(Set.of(REST)))
                    .addAll(shownAt(landmark));
        }
        combinations.values().forEach(all -> all.remove(OTHER));
    }

    private void findDays() {
        SortedMap<String, NavigableSet<Integer>> asUsed = days.computeIfAbsent(ALL, c -> new TreeMap<>());
        for (String combination : combinations.get(ALL)) {
            NavigableSet<Integer> own = asUsed.computeIfAbsent(combination, c -> new TreeSet<>());
            own.add(published.setting("chronicAfterDays"));
            own.addAll(landmarkDays());
        }
        Map<String, Set<String>> shown = shownAsUsed();
        for (String population : populations()) {
            curves(population, 0)
                    .forEach((combination, steps) -> about(combination, combinations.get(ALL), shown.get(population))
                            .forEach(c -> steps.forEach(
                                    step -> asUsed.get(c).add(step.path("day").asInt()))));
        }
        for (Share share : exactShares()) {
            about(share.combination(), combinations.get(ALL), shown.get(share.population()))
                    .forEach(c -> asUsed.get(c).add(share.day()));
        }
        for (int landmark : landmarkDays()) {
            NavigableSet<String> known = combinations.get(at(landmark));
            SortedMap<String, NavigableSet<Integer>> there = days.computeIfAbsent(at(landmark), c -> new TreeMap<>());
            for (String combination : known) {
                NavigableSet<Integer> own = there.computeIfAbsent(combination, c -> new TreeSet<>());
                landmarkDays().tailSet(landmark, false).forEach(later -> own.add(later - landmark));
            }
            curves(ALL, landmark).forEach((combination, steps) -> about(combination, known, shownAt(landmark))
                    .forEach(c -> steps.forEach(
                            step -> there.get(c).add(step.path("day").asInt()))));
        }
    }

    private Map<String, Set<String>> shownAsUsed() {
        Map<String, Set<String>> shown = new HashMap<>();
        populations().forEach(population -> shown.put(population, new TreeSet<>()));
        for (JsonNode row : rows("recovery_by_combination")) {
            shown.get(row.path("case_class").asText())
                    .add(row.path("combination").asText());
        }
        return shown;
    }

    private Set<String> shownAt(int landmark) {
        Set<String> shown = new TreeSet<>();
        for (JsonNode row : rows("landmark_by_combination")) {
            if (row.path("landmark_days").asInt() == landmark) {
                shown.add(row.path("combination").asText());
            }
        }
        return shown;
    }

    /** What a row is about: one combination, or those that its table does not show. */
    private static List<String> about(String combination, NavigableSet<String> known, Set<String> shown) {
        return combination.equals(OTHER)
                ? known.stream().filter(c -> !shown.contains(c)).toList()
                : List.of(combination);
    }

    private List<JsonNode> rows(String table) {
        return PublishedReport.rows(part, table);
    }

    /** Each count of everybody is that of the strata together, and of those not shown. */
    private void wholeIsSumOfStrata() {
        List<String> scopes = published.strata().stream().map(Attack::scope).toList();
        if (scopes.isEmpty()) {
            return;
        }
        NavigableSet<String> counts = new TreeSet<>();
        for (String name : system.names()) {
            String scope = scopes.stream().filter(name::startsWith).findFirst().orElse("");
            counts.add(name.substring(scope.length()));
        }
        system.setScope("");
        for (String count : counts) {
            if (isAdditive(count)) {
                LinearSystem.Sum sum = system.sum().plus("[strata not shown] " + count);
                scopes.forEach(scope -> sum.plus(scope + count));
                sum.is(count);
                if (count.startsWith("episodes|")) {
                    target("a combination of strata not shown", "[strata not shown] " + count);
                }
            }
        }
    }

    /** Not what depends on which combinations, steps or months are shown; and the log has no strata. */
    private static boolean isAdditive(String count) {
        return !count.contains(OTHER)
                && !count.contains("in no step")
                && !count.contains("other months")
                && !count.endsWith("|month|others")
                && !count.startsWith("rows ")
                && !count.startsWith("entries")
                && !count.matches("episodes (read|accepted|rejected)");
    }

    private Map<String, LinearSystem.Range> solve() {
        List<String> names = new ArrayList<>(targets.keySet());
        List<LinearSystem.Range> ranges = system.ranges(
                targets.values().stream().map(Target::sum).toList(),
                k,
                names.stream().map(name -> hidden.contains(name) ? k : 0).toList());
        Map<String, LinearSystem.Range> solved = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            solved.put(names.get(i), ranges.get(i));
        }
        return solved;
    }

    // ---- what is published, and what one would like to know

    /** A cell that is shown or hidden. */
    private void cell(String kind, String name, @Nullable Long value) {
        target(kind, name);
        if (value == null) {
            hidden.add(system.scope() + name);
        } else {
            shown(kind, name, value);
            system.set(name, value);
        }
    }

    private void shown(String kind, String name, long value) {
        if (value >= 1 && value < k) {
            leaks.add(new Leak(Leak.How.SHOWN, kind, system.scope() + name, "= " + value));
        }
    }

    private void target(String kind, String name) {
        target(kind, name, system.sum().plus(name));
    }

    private void target(String kind, String name, LinearSystem.Sum sum) {
        targets.putIfAbsent(system.scope() + name, new Target(kind, sum));
    }

    private static @Nullable Long count(JsonNode row, String field) {
        return PublishedReport.count(row, field);
    }

    private static String name(String measure, String population, String combination) {
        return measure + "|" + population + "|" + combination;
    }

    // ---- the log

    private void log() {
        JsonNode log = published.report().path("log");
        for (String what : List.of("rows", "episodes")) {
            for (String part : List.of("read", "accepted", "rejected")) {
                cell(what + " of the log", what + " " + part, count(log, what + "_" + part));
            }
            system.sum().plus(what + " accepted").plus(what + " rejected").is(what + " read");
        }
        system.sum().plus("rows accepted").minus("episodes accepted").isAtLeast(0);
        system.sum().plus("rows rejected").minus("episodes rejected").isAtLeast(0);
        LinearSystem.Sum reasons = system.sum();
        log.path("rejected_rows_by_reason").forEach(row -> {
            String name = "rows rejected: " + row.path("reason").asText();
            cell("rows of a reason", name, count(row, "rows"));
            reasons.plus(name);
        });
        reasons.plus("rows rejected for reasons not listed").is("rows rejected");
        for (String part : List.of("without_start", "after_end", "unrecognised")) {
            cell("entries", "entries " + part, count(log, "entries_" + part));
        }
        cell("entries", "entries", count(log, "treatment_entries"));
        for (List<String> parts : List.of(
                List.of("without_start"),
                List.of("after_end"),
                List.of("unrecognised"),
                List.of("without_start", "after_end"),
                List.of("without_start", "unrecognised"),
                List.of("after_end", "unrecognised"),
                List.of("without_start", "after_end", "unrecognised"))) {
            LinearSystem.Sum sum = system.sum();
            parts.forEach(part -> sum.plus("entries " + part));
            sum.plus("entries not " + parts).is("entries");
            target("entries, the others", "entries not " + parts);
        }
        system.sum().plus("entries").plus("rows without a text").is("rows accepted");
        target("rows without a text", "rows without a text");
        cell("rows of the log", "rows read", count(published.run(), "rows_in_files"));
        cell("rows of the log", "rows read", count(published.run(), "rows_read"));
        cell("rows of the log", "rows accepted", count(published.run(), "rows_accepted"));
        cell("rows of the log", "rows rejected", count(published.run(), "rows_rejected"));
        LinearSystem.Sum files = system.sum();
        int number = 0;
        for (JsonNode input : published.run().path("inputs")) {
            String name = "rows of file " + ++number;
            cell("rows of a file", name, count(input, "rows"));
            files.plus(name);
        }
        files.is("rows read");
    }

    // ---- as used

    private List<String> classes() {
        return published.report().path("settings").path("subacuteAfterDays").isNull()
                ? List.of("ACUTE", "CHRONIC", "UNDETERMINED")
                : List.of("ACUTE", "SUBACUTE", "CHRONIC", "UNDETERMINED");
    }

    private List<String> populations() {
        List<String> populations = new ArrayList<>(List.of(ALL));
        populations.addAll(classes());
        return populations;
    }

    private void asUsed() {
        NavigableSet<String> known = combinations.get(ALL);
        Map<String, Set<String>> shown = shownAsUsed();
        for (String population : populations()) {
            table("a combination", population, known, shown.get(population));
        }
        for (String combination : known) {
            for (String measure : MEASURES) {
                LinearSystem.Sum sum = system.sum();
                classes().forEach(c -> sum.plus(name(measure, c, combination)));
                sum.is(name(measure, ALL, combination));
            }
            system.set(name("censored", "ACUTE", combination), 0);
            if (classes().contains("SUBACUTE")) {
                system.set(name("censored", "SUBACUTE", combination), 0);
            }
            system.set(name("recovered", "UNDETERMINED", combination), 0);
        }
        for (JsonNode row : rows("recovery_by_combination")) {
            cells(
                    "a combination",
                    row.path("case_class").asText(),
                    row.path("combination").asText(),
                    row);
        }
        for (JsonNode row : rows("overall")) {
            cells("everybody", row.path("case_class").asText(), EVERYBODY, row);
        }
        if (system.scope().isEmpty()) {
            system.sum().plus("episodes accepted").is(name("episodes", ALL, EVERYBODY));
        }
        asUsedOverTime(known, shown);
    }

    /** Combinations, those shown together, and everybody. */
    private void table(String kind, String population, NavigableSet<String> known, Set<String> shown) {
        known.forEach(combination -> parts(kind, population, combination));
        parts("everybody of " + kind, population, EVERYBODY);
        MEASURES.forEach(measure -> total(measure, population, known, EVERYBODY));
        if (shown.contains(OTHER)) {
            parts("other combinations", population, OTHER);
            MEASURES.forEach(measure -> total(measure, population, about(OTHER, known, shown), OTHER));
        }
    }

    private void total(String measure, String population, Iterable<String> combinations, String of) {
        LinearSystem.Sum sum = system.sum();
        combinations.forEach(c -> sum.plus(name(measure, population, c)));
        sum.is(name(measure, population, of));
    }

    private void parts(String kind, String population, String combination) {
        system.sum()
                .plus(name("recovered", population, combination))
                .plus(name("censored", population, combination))
                .is(name("episodes", population, combination));
        for (String measure : MEASURES) {
            target(measure + " of " + kind, name(measure, population, combination));
        }
    }

    private void cells(String kind, String population, String combination, JsonNode row) {
        for (String measure : MEASURES) {
            cell(measure + " of " + kind, name(measure, population, combination), count(row, measure));
        }
    }

    // ---- recovery over time

    /** The published curve of each combination of a population, as used or at a landmark. */
    private Map<String, List<JsonNode>> curves(String population, int landmark) {
        Map<String, List<JsonNode>> curves = new TreeMap<>();
        for (JsonNode step : rows("recovery_curves")) {
            if (step.path("landmark_days").asInt() == landmark
                    && (landmark > 0 || step.path("case_class").asText().equals(population))) {
                curves.computeIfAbsent(step.path("combination").asText(), c -> new ArrayList<>())
                        .add(step);
            }
        }
        return curves;
    }

    private void asUsedOverTime(NavigableSet<String> known, Map<String, Set<String>> shown) {
        SortedMap<String, NavigableSet<Integer>> daysOf = days.get(ALL);
        int chronicAfter = published.setting("chronicAfterDays");
        for (String combination : known) {
            for (int day : withEnd(daysOf.get(combination))) {
                LinearSystem.Sum sum = system.sum();
                classes().forEach(c -> sum.plus(recoveredUntil(c, combination, day)));
                sum.is(recoveredUntil(ALL, combination, day));
                if (day > chronicAfter) {
                    system.set(recoveredUntil("ACUTE", combination, day), 0);
                }
            }
        }
        for (String population : populations()) {
            for (String combination : known) {
                overTime("a combination", population, daysOf.get(combination), combination);
            }
            curves(population, 0)
                    .forEach((combination, steps) -> curve(
                            population, combination, about(combination, known, shown.get(population)), daysOf, steps));
        }
        for (Share share : exactShares()) {
            LinearSystem.Sum sum = system.sum();
            about(share.combination(), known, shown.get(share.population())).forEach(c -> daysOf.get(c)
                    .headSet(share.day(), true)
                    .forEach(d -> sum.plus(recoveredUntil(share.population(), c, d))));
            sum.isBetween(share.least(), share.most());
        }
    }

    private static String recoveredUntil(String population, String combination, int day) {
        return "recovered until " + (day == Integer.MAX_VALUE ? "the end" : "day " + day) + "|" + population + "|"
                + combination;
    }

    private static List<Integer> withEnd(NavigableSet<Integer> days) {
        List<Integer> all = new ArrayList<>(days);
        all.add(Integer.MAX_VALUE);
        return all;
    }

    /** Everybody who recovers does so in one of the intervals between the days. */
    private void overTime(String kind, String population, NavigableSet<Integer> days, String combination) {
        LinearSystem.Sum whole = system.sum();
        LinearSystem.Sum soFar = system.sum();
        for (int day : withEnd(days)) {
            String interval = recoveredUntil(population, combination, day);
            whole.plus(interval);
            target("recovered over time of " + kind, interval);
            LinearSystem.Sum prefix = system.sum();
            soFar.plus(interval);
            days.headSet(day, false).forEach(d -> prefix.plus(recoveredUntil(population, combination, d)));
            prefix.plus(interval);
            if (day < Integer.MAX_VALUE) {
                target("recovered over time of " + kind, "all " + interval, prefix);
            }
        }
        whole.is(name("recovered", population, combination));
    }

    /** Steps tell how many recovered since the step before. */
    private void curve(
            String population,
            String combination,
            List<String> about,
            SortedMap<String, NavigableSet<Integer>> daysOf,
            List<JsonNode> steps) {
        int from = Integer.MIN_VALUE;
        long left = 0;
        long recovered = 0;
        long censored = 0;
        String what = "|" + population + "|" + combination;
        for (JsonNode step : steps) {
            int day = step.path("day").asInt();
            long atRisk = step.path("at_risk").asLong();
            shown("at risk of a curve", "at risk on day " + day + what, atRisk);
            shown(
                    "recovered of a step",
                    "recovered in the step to day " + day + what,
                    step.path("recovered").asLong());
            shown(
                    "censored of a step",
                    "censored in the step to day " + day + what,
                    step.path("censored").asLong());
            if (from == Integer.MIN_VALUE) {
                system.set(name("episodes", population, combination), (double) atRisk);
            }
            LinearSystem.Sum sum = system.sum();
            for (String each : about) {
                for (int d : daysOf.get(each)) {
                    if (d > from && d <= day) {
                        sum.plus(recoveredUntil(population, each, d));
                    }
                }
            }
            sum.is((double) step.path("recovered").asLong());
            recovered += step.path("recovered").asLong();
            censored += step.path("censored").asLong();
            left = atRisk
                    - step.path("recovered").asLong()
                    - step.path("censored").asLong();
            from = day;
        }
        shown("at risk of a curve", "at risk after the last step" + what, left);
        rest("recovered", population, combination, recovered);
        rest("censored", population, combination, censored);
    }

    private void rest(String measure, String population, String combination, long inSteps) {
        String rest = measure + " but in no step|" + population + "|" + combination;
        system.sum().plus(rest).minus(name(measure, population, combination)).is((double) -inSteps);
        target(measure + " but in no step", rest);
    }

    // ---- landmarks

    private NavigableSet<Integer> landmarkDays() {
        NavigableSet<Integer> landmarks = new TreeSet<>();
        rows("landmark_flows")
                .forEach(flow -> landmarks.add(flow.path("landmark_days").asInt()));
        return landmarks;
    }

    private static String at(int landmark) {
        return "day " + landmark;
    }

    private void landmarks() {
        Integer before = null;
        for (JsonNode flow : rows("landmark_flows")) {
            int landmark = flow.path("landmark_days").asInt();
            String at = at(landmark);
            cell("landmark flow", name("episodes", at, EVERYBODY), count(flow, "compared"));
            cell("landmark flow", "recovered before " + at, count(flow, "recovered_before"));
            cell("landmark flow", "censored before " + at, count(flow, "censored_before"));
            for (String end : List.of("recovered", "censored")) {
                system.sum()
                        .plus(end + " before " + at)
                        .plus(name(end, at, EVERYBODY))
                        .is(name(end, ALL, EVERYBODY));
                if (before != null) {
                    String between = end + " between " + at(before) + " and " + at;
                    system.sum()
                            .plus(end + " before " + at(before))
                            .plus(between)
                            .is(end + " before " + at);
                    target("landmark flow, between two", between);
                }
            }
            LinearSystem.Sum sum = system.sum();
            days.get(ALL).forEach((combination, own) -> own.headSet(landmark, true)
                    .forEach(d -> sum.plus(recoveredUntil(ALL, combination, d))));
            sum.is("recovered before " + at);
            landmark(landmark);
            before = landmark;
        }
        landmarkDays().forEach(this::withoutTreatment);
    }

    private void landmark(int landmark) {
        String at = at(landmark);
        NavigableSet<String> known = combinations.get(at);
        Set<String> shown = shownAt(landmark);
        SortedMap<String, NavigableSet<Integer>> daysOf = days.get(at);
        table("a combination at a landmark", at, known, shown);
        for (JsonNode row : rows("landmark_by_combination")) {
            if (row.path("landmark_days").asInt() == landmark) {
                cells("a combination at a landmark", at, row.path("combination").asText(), row);
            }
        }
        for (String combination : known) {
            overTime("a combination at a landmark", at, daysOf.get(combination), combination);
        }
        curves(ALL, landmark)
                .forEach((combination, steps) ->
                        curve(at, combination, about(combination, known, shown), daysOf, steps));
        for (int later : landmarkDays().tailSet(landmark, false)) {
            LinearSystem.Sum sum = system.sum().plus("recovered before " + at);
            daysOf.forEach((combination, own) ->
                    own.headSet(later - landmark, true).forEach(d -> sum.plus(recoveredUntil(at, combination, d))));
            sum.is("recovered before " + at(later));
        }
    }

    /** Who has begun nothing by a landmark had begun nothing by an earlier one, and some of them never do. */
    private void withoutTreatment(int landmark) {
        String at = at(landmark);
        Map<String, NavigableSet<Integer>> asUsed = days.get(ALL);
        if (!days.get(at).containsKey(NONE)) {
            return;
        }
        if (asUsed.containsKey(NONE)) {
            nested(ALL, asUsed.get(NONE), 0, landmark);
        }
        for (int earlier : landmarkDays().headSet(landmark, false)) {
            NavigableSet<Integer> own = days.get(at(earlier)).get(NONE);
            if (own != null) {
                nested(at(earlier), own, earlier, landmark);
            }
        }
    }

    /**
     * Those of an earlier group without treatment who are still ill on the landmark are part of the group there, or began
     * meanwhile; of those who never began a treatment all are part of it, beside those who began later.
     */
    private void nested(String group, NavigableSet<Integer> own, int from, int landmark) {
        String at = at(landmark);
        for (String measure : List.of("recovered", "censored")) {
            String left = measure + " without treatment before " + at + " of " + group;
            if (measure.equals("recovered")) {
                LinearSystem.Sum recovered = system.sum();
                own.headSet(landmark - from, true).forEach(d -> recovered.plus(recoveredUntil(group, NONE, d)));
                recovered.is(left);
            } else {
                system.sum().plus(left).minus(measure + " before " + at).isBetween(Double.NEGATIVE_INFINITY, 0);
                system.sum().plus(left).minus(name(measure, group, NONE)).isBetween(Double.NEGATIVE_INFINITY, 0);
            }
            String others = measure + " of those who begin treatment "
                    + (from == 0 ? "after " + at : "between " + at(from) + " and " + at);
            LinearSystem.Sum sum =
                    system.sum().plus(left).plus(name(measure, at, NONE)).minus(name(measure, group, NONE));
            (from == 0 ? sum.minus(others) : sum.plus(others)).is(0);
            target("groups without treatment", others);
        }
        String together =
                "episodes that begin treatment " + (from == 0 ? "after " + at : "between " + at(from) + " and " + at);
        LinearSystem.Sum sum = system.sum();
        for (String measure : List.of("recovered", "censored")) {
            sum.plus(measure + together.substring("episodes".length()).replace(" that begin", " of those who begin"));
        }
        sum.is(together);
        target("groups without treatment", together);
    }

    // ---- treatments

    private void treatments() {
        NavigableSet<String> known = combinations.get(ALL);
        boolean byTag =
                published.report().path("settings").path("combineBy").asText().equals("tag");
        for (JsonNode row : rows("recovery_by_treatment")) {
            String tag = row.path("tag").asText();
            cell("with a treatment", "with " + tag, count(row, "episodes_with"));
            cell("without a treatment", "without " + tag, count(row, "episodes_without"));
            system.sum().plus("with " + tag).plus("without " + tag).is(name("episodes", ALL, EVERYBODY));
            String family = row.path("family").asText();
            boolean alone = FAMILIES.values().stream().filter(family::equals).count() == 1;
            LinearSystem.Sum named = system.sum();
            List<String> naming = known.stream()
                    .filter(c -> List.of(c.split(" \\+ ")).contains(byTag ? tag : family))
                    .toList();
            naming.forEach(c -> named.plus(name("episodes", ALL, c)));
            String unnamed = "with " + tag + ", in combinations hidden everywhere";
            named.plus(unnamed).minus("with " + tag).isBetween(0, byTag || alone ? 0 : Double.POSITIVE_INFINITY);
            system.sum().plus(name("episodes", ALL, REST)).minus(unnamed).isAtLeast(0);
            if (byTag || alone) {
                target("with a treatment, in combinations hidden everywhere", unnamed);
                String others = "without " + tag + ", in combinations hidden everywhere";
                system.sum().plus(unnamed).plus(others).is(name("episodes", ALL, REST));
                target("without a treatment, in combinations hidden everywhere", others);
            }
        }
    }

    private static Map<String, String> families() {
        Map<String, String> families = new HashMap<>();
        for (String line : List.of(
                "rest-and-activity rest gentle-movement",
                "heat-and-cold cold heat",
                "nsaid nsaid",
                "muscle-relaxant muscle-relaxant",
                "physical-therapy-and-stretching physical-therapy stretching core-strengthening",
                "massage massage",
                "spinal-manipulation spinal-manipulation",
                "topical topical",
                "complementary acupuncture cupping",
                "hydration hydration",
                "mind-and-body yoga-pilates stress-management",
                "posture-and-ergonomics posture-ergonomics",
                "other-medicine paracetamol opioid")) {
            List<String> words = Arrays.asList(line.split(" "));
            words.subList(1, words.size()).forEach(tag -> families.put(tag, words.get(0)));
        }
        return families;
    }

    // ---- practice checks

    private void practice() {
        NavigableSet<String> checks = new TreeSet<>();
        for (JsonNode row : rows("practice_checks")) {
            String check = row.path("check").asText();
            String population = row.path("case_class").asText();
            checks.add(check);
            system.sum()
                    .plus(name("kept", population, check))
                    .plus(name("departed", population, check))
                    .plus(name("not assessable", population, check))
                    .is(name("eligible", population, check));
            cell("eligible for a check", name("eligible", population, check), count(row, "eligible"));
            cell("kept to a check", name("kept", population, check), count(row, "kept"));
            cell("not assessable for a check", name("not assessable", population, check), count(row, "not_assessable"));
            target("departed from a check", name("departed", population, check));
            system.sum()
                    .plus(name("episodes", population, EVERYBODY))
                    .minus(name("eligible", population, check))
                    .isAtLeast(0);
            rate(row, population, check);
        }
        for (String check : checks) {
            for (String measure : List.of("eligible", "kept", "not assessable", "departed")) {
                LinearSystem.Sum sum = system.sum();
                classes().forEach(c -> sum.plus(name(measure, c, check)));
                sum.is(name(measure, ALL, check));
            }
        }
        if (!checks.isEmpty()) {
            eligibleAreThoseWithTheTreatment();
        }
    }

    private void rate(JsonNode row, String population, String check) {
        Double rate = PublishedReport.number(row, "rate");
        if (rate == null) {
            return;
        }
        double half = halfUnit(rate);
        system.sum()
                .plus(1 - rate + half, name("kept", population, check))
                .plus(-(rate - half), name("departed", population, check))
                .isAtLeast(-1e-6);
        system.sum()
                .plus(1 - rate - half, name("kept", population, check))
                .plus(-(rate + half), name("departed", population, check))
                .isBetween(Double.NEGATIVE_INFINITY, 1e-6);
    }

    private void eligibleAreThoseWithTheTreatment() {
        for (String population : populations()) {
            with(population, name("eligible", population, "cold-first"), Set.of("cold"));
            with(population, name("eligible", population, "heat-not-before"), Set.of("heat"));
            with(population, name("eligible", population, "session-length"), Set.of("cold", "heat"));
            with(population, name("eligible", population, "relaxant-duration"), Set.of("muscle-relaxant"));
            String mustNot = name("muscle relaxant, must not have an NSAID", population, "");
            system.sum()
                    .plus(name("eligible", population, "relaxant-after-nsaid"))
                    .plus(mustNot)
                    .is(name("eligible", population, "relaxant-duration"));
            target("eligible for one check but not for another", mustNot);
            String both = name("cold and heat", population, "");
            system.sum()
                    .plus(name("eligible", population, "session-length"))
                    .plus(both)
                    .minus(name("eligible", population, "cold-first"))
                    .is(name("eligible", population, "heat-not-before"));
            target("eligible for two checks", both);
        }
        system.sum()
                .plus(name("eligible", "CHRONIC", "professional-when-chronic"))
                .is(name("episodes", "CHRONIC", EVERYBODY));
        with(
                "CHRONIC",
                name("kept", "CHRONIC", "professional-when-chronic"),
                Set.of("physical-therapy", "massage", "spinal-manipulation", "acupuncture"));
        part("rest-at-most-two-days", "rest");
        part("ibuprofen-dose", "nsaid");
        part("naproxen-dose", "nsaid");
        same("cold-first", "cold");
        same("heat-not-before", "heat");
        same("relaxant-duration", "muscle-relaxant");
    }

    /** How care had kept to the checks by a landmark, of those who go on after it. */
    private void practiceAtLandmarks() {
        NavigableSet<String> landmarks = new TreeSet<>();
        for (JsonNode row : rows("practice_by_landmark")) {
            String at = at(row.path("landmark_days").asInt());
            String check = row.path("check").asText();
            landmarks.add(at);
            LinearSystem.Sum eligible = system.sum();
            for (String verdict : List.of("kept", "departed", "not assessable")) {
                String field = verdict.equals("departed") ? "not_kept" : verdict.replace(' ', '_');
                cell(verdict + ", a check at a landmark", name(verdict, at, check), count(row, field));
                eligible.plus(name(verdict, at, check));
            }
            eligible.is(name("eligible", at, check));
            target("eligible for a check at a landmark", name("eligible", at, check));
            system.sum()
                    .plus(name("episodes", at, EVERYBODY))
                    .minus(name("eligible", at, check))
                    .isAtLeast(0);
            String others = "departed from later, or before the landmark|" + at + "|" + check;
            system.sum().plus(name("departed", at, check)).plus(others).is(name("departed", ALL, check));
            target("departed from, but not by a landmark", others);
        }
        for (String at : landmarks) {
            with(at, name("eligible", at, "cold-first"), Set.of("cold"));
            with(at, name("eligible", at, "heat-not-before"), Set.of("heat"));
            with(at, name("eligible", at, "session-length"), Set.of("cold", "heat"));
            with(at, name("eligible", at, "relaxant-duration"), Set.of("muscle-relaxant"));
        }
    }

    private boolean isModelled(String tag) {
        return rows("recovery_by_treatment").stream()
                .anyMatch(row -> row.path("tag").asText().equals(tag));
    }

    private void same(String check, String tag) {
        if (isModelled(tag)) {
            system.sum().plus(name("eligible", ALL, check)).is("with " + tag);
        }
    }

    private void part(String check, String tag) {
        if (isModelled(tag)) {
            String others = "with " + tag + ", not eligible for " + check;
            system.sum().plus(name("eligible", ALL, check)).plus(others).is("with " + tag);
            target("not eligible for a check", others);
        }
    }

    /** A count of the episodes with any of some tags. */
    private void with(String population, String count, Set<String> tags) {
        boolean byTag =
                published.report().path("settings").path("combineBy").asText().equals("tag");
        Set<String> names = new TreeSet<>();
        tags.forEach(tag -> names.add(byTag ? tag : FAMILIES.get(tag)));
        boolean whole = byTag
                || FAMILIES.entrySet().stream()
                        .filter(e -> names.contains(e.getValue()))
                        .allMatch(e -> tags.contains(e.getKey()));
        LinearSystem.Sum sum = system.sum();
        for (String combination : days.getOrDefault(population, days.get(ALL)).keySet()) {
            if (List.of(combination.split(" \\+ ")).stream().anyMatch(names::contains)) {
                sum.plus(name("episodes", population, combination));
            }
        }
        String rest = count + ", in combinations hidden everywhere";
        sum.plus(rest).minus(count).isBetween(0, whole ? 0 : Double.POSITIVE_INFINITY);
        system.sum().plus(name("episodes", population, REST)).minus(rest).isAtLeast(0);
        if (whole) {
            target("eligible for a check, in combinations hidden everywhere", rest);
        }
    }

    // ---- months, texts

    private void months() {
        List<JsonNode> rows = rows("recovery_by_month");
        if (rows.isEmpty()) {
            return;
        }
        for (String measure : List.of("episodes", "recovered")) {
            LinearSystem.Sum sum = system.sum();
            for (JsonNode row : rows) {
                String month = name(measure, "month", row.path("month").asText());
                cell(measure + " of a month", month, count(row, measure));
                sum.plus(month);
            }
            String others = measure + " of other months";
            sum.plus(others).is(name(measure, ALL, EVERYBODY));
            target("other months", others);
        }
        List<String> months = new ArrayList<>();
        rows.forEach(row -> months.add(row.path("month").asText()));
        months.add("others");
        for (String month : months) {
            boolean others = month.equals("others");
            String still = name("censored", "month", month);
            system.sum()
                    .plus(others ? "recovered of other months" : name("recovered", "month", month))
                    .plus(still)
                    .is(others ? "episodes of other months" : name("episodes", "month", month));
            target("censored of a month", still);
        }
    }

    private void unrecognised() {
        LinearSystem.Sum sum = system.sum();
        int number = 0;
        for (JsonNode row : rows("unrecognised")) {
            String name = "entries of unrecognised text " + ++number;
            cell("entries of a text", name, count(row, "entries"));
            sum.plus(name);
        }
        sum.plus("entries of unrecognised texts not listed").is("entries unrecognised");
        target("entries of texts not listed", "entries of unrecognised texts not listed");
    }

    // ---- figures

    private static double halfUnit(double value) {
        String text = Double.toString(value);
        int digits = text.length() - text.indexOf('.') - 1;
        return digits > PRECISE_DIGITS ? 1e-9 : Math.pow(10, -digits) / 2;
    }

    /**
     * A share recovered by a day of a group of which nobody was lost sight of: it says how many.
     *
     * @param least how many at least
     * @param most how many at most
     */
    private record Share(String population, String combination, int day, double least, double most) {}

    /** Shares that are not rounded as they should be. */
    private List<Share> exactShares() {
        List<Share> shares = new ArrayList<>();
        List<JsonNode> rows = rows("recovery_by_combination");
        for (JsonNode row : rows) {
            Long episodes = count(row, "episodes");
            Long censored = count(row, "censored");
            for (int day : List.of(7, 14, 28, 84)) {
                Double share = PublishedReport.number(row, "recovered_by_" + day);
                if (k > 1
                        && share != null
                        && episodes != null
                        && censored != null
                        && censored == 0
                        && !isRounded(share, episodes)) {
                    double half = halfUnit(share);
                    shares.add(new Share(
                            row.path("case_class").asText(),
                            row.path("combination").asText(),
                            day,
                            episodes * (share - half) - 1e-7,
                            episodes * (share + half) + 1e-7));
                }
            }
        }
        return shares;
    }

    /** Whether a share is a multiple of the smallest unit that as many episodes make as the run takes for few. */
    private boolean isRounded(double share, long episodes) {
        int few = published.setting("minCellCount");
        for (double unit : UNITS) {
            if (few > 1 && unit * episodes >= few) {
                return Math.abs(share / unit - Math.rint(share / unit)) < 1e-9;
            }
        }
        return false;
    }

    private void precision() {}

    // ---- the page

    private static final Pattern SMALL = Pattern.compile(
            "(?<![\\d.,])([1-9]\\d?\\d?)\\s+(episodes?|rows?|entries|entry|patients?|people|cases|texts?|of them)\\b");

    private void page() {
        Matcher matcher = SMALL.matcher(published.page());
        while (matcher.find()) {
            shown("the page", matcher.group(), Long.parseLong(matcher.group(1)));
        }
    }
}
