package org.recoveryreport.application;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** A log that chance writes, in study days: equal seeds give equal logs. */
final class RandomLog {
    static final int NEVER = Integer.MAX_VALUE;

    private static final List<Integer> STARTS = List.of(NEVER, -2, 0, 0, 0, 1, 2, 3, 3, 5, 7, 8, 14, 14, 20, 28, 40);

    private final Random random;
    private final List<String> texts;
    private final Map<String, String> always = new TreeMap<>();
    private final Map<String, Integer> recoveries = new TreeMap<>();

    RandomLog(long seed, List<String> texts) {
        this.random = new Random(seed);
        this.texts = texts;
    }

    /** Whoever has the one treatment has the other with it, on the same days. */
    RandomLog always(String text, String with) {
        always.put(text, with);
        return this;
    }

    /** Whoever has a treatment has it from onset on, and recovers on this day; nobody else recovers on day 0. */
    RandomLog recovers(String text, int day) {
        recoveries.put(text, day);
        return this;
    }

    /** The lines of the log. */
    List<String> rows(int patients) {
        List<String> rows = new ArrayList<>();
        rows.add("episode_id,patient_id,onset,recovered,last_seen,treatment,started,ended,sex,severity");
        for (int patient = 0; patient < patients; patient++) {
            int episodes = 1 + random.nextInt(4) * random.nextInt(2);
            int onset = random.nextInt(100);
            String who = (random.nextInt(20) == 0 ? "" : random.nextBoolean() ? "F" : "M") + ","
                    + (random.nextInt(20) == 0 ? "" : Integer.toString(random.nextInt(11)));
            for (int i = 0; i < episodes; i++) {
                onset += 1 + random.nextInt(250);
                String episode = "e" + patient + "-" + i + ",p" + patient + "," + onset + ",";
                for (String entry : entries(onset)) {
                    rows.add(episode + entry + "," + who);
                }
            }
        }
        return rows;
    }

    /** Ending, text and dates of each entry; without treatment, one without a text. */
    private List<String> entries(int onset) {
        Set<String> used = new LinkedHashSet<>();
        for (String text : texts) {
            if (random.nextInt(10) < 3) {
                used.add(text);
            }
        }
        int recovery = recovery(used);
        // some are only seen on the first day
        int seen = random.nextInt(10) == 0 ? 0 : random.nextInt(150);
        String ending = (recovery <= seen ? onset + recovery + "," : "," + (onset + seen)) + ",";
        List<String> entries = new ArrayList<>();
        for (String text : used) {
            String dates = recoveries.containsKey(text) ? onset + "," : dates(onset, Math.min(recovery, seen));
            entries.add(ending + text + "," + dates);
            if (always.containsKey(text)) {
                entries.add(ending + always.get(text) + "," + dates);
            }
            if (text.equals("ice pack") && random.nextInt(5) == 0) {
                entries.add(ending + text + "," + dates(onset, Math.min(recovery, seen)));
            }
        }
        return entries.isEmpty() ? List.of(ending + ",,") : entries;
    }

    private int recovery(Set<String> used) {
        int recovery = (int) (-25 * Math.log(1 - random.nextDouble())) + (recoveries.isEmpty() ? 0 : 1);
        return recoveries.keySet().stream()
                .filter(used::contains)
                .findFirst()
                .map(recoveries::get)
                .orElse(recovery);
    }

    /** From before onset to after the end, the end of the treatment with them or unsaid; sometimes nothing. */
    private String dates(int onset, int lastDay) {
        int start = STARTS.get(random.nextInt(STARTS.size()));
        if (start == NEVER) {
            return ",";
        }
        int length = random.nextInt(30) * random.nextInt(2);
        boolean ends = start <= lastDay && random.nextInt(4) > 0;
        return onset + start + "," + (ends ? Integer.toString(onset + Math.max(start, 0) + length) : "");
    }
}
