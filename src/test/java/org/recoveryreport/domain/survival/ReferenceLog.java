package org.recoveryreport.domain.survival;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The reference logs as subjects: when each was last seen, with or without the event, and what it got since when. */
final class ReferenceLog {
    private static final Map<String, String> TAGS = Map.of(
            "ice pack", "cold",
            "ibuprofen", "nsaid",
            "deep tissue massage", "massage",
            "physical therapy", "physical-therapy");

    /** {@code starts}: day of the first start by tag. */
    record Subject(int day, boolean event, SortedMap<String, Integer> starts) {
        /** What was started on or before a day, joined by plus signs. */
        String combinationBy(int lastDay) {
            String joined = String.join(
                    " + ",
                    starts.keySet().stream()
                            .filter(tag -> starts.get(tag) <= lastDay)
                            .toList());
            return joined.isEmpty() ? "none" : joined;
        }
    }

    private ReferenceLog() {}

    static List<Subject> subjects(String dataset) {
        Map<String, Subject> subjects = new LinkedHashMap<>();
        for (Map<String, String> row : Table.rows("/reference/survival/" + dataset + ".csv")) {
            boolean event = !row.get("recovered").isEmpty();
            int day = Table.integer(row, event ? "recovered" : "last_seen");
            Subject subject =
                    subjects.computeIfAbsent(row.get("episode_id"), id -> new Subject(day, event, new TreeMap<>()));
            String tag = TAGS.get(row.get("treatment"));
            if (tag != null) {
                String started = row.getOrDefault("started", "");
                subject.starts().merge(tag, started.isEmpty() ? 0 : Integer.parseInt(started), Math::min);
            }
        }
        return List.copyOf(subjects.values());
    }

    /** Groups by what was started by the landmark, counting from there those still under way after it; 0 = all, as used. */
    static SortedMap<String, SurvivalCounts> byCombination(String dataset, int landmark) {
        SortedMap<String, SurvivalCounts.Builder> groups = new TreeMap<>();
        for (Subject subject : subjects(dataset)) {
            if (landmark == 0 || subject.day() > landmark) {
                groups.computeIfAbsent(
                                subject.combinationBy(landmark == 0 ? Integer.MAX_VALUE : landmark),
                                label -> SurvivalCounts.builder())
                        .add(subject.day() - landmark, subject.event() ? 1 : 0, subject.event() ? 0 : 1);
            }
        }
        SortedMap<String, SurvivalCounts> counts = new TreeMap<>();
        groups.forEach((label, builder) -> counts.put(label, builder.build()));
        return counts;
    }
}
