package org.recoveryreport.publish.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.study.Analysis;
import org.recoveryreport.domain.study.CombinationFigures;
import org.recoveryreport.domain.study.FollowUpFigures;
import org.recoveryreport.domain.study.OverallTest;
import org.recoveryreport.domain.study.Population;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.publish.PageNumber;

/**
 * What the log says, in a few sentences: how many episodes, how long they last, whether combinations differ.
 *
 * @param parts the text in order, the words that are explained by themselves
 */
record Verdict(List<Part> parts) {
    /**
     * A part of the text.
     *
     * @param before a bracket that must not be parted from it, or nothing
     * @param id of the definition that explains it; null = it needs none
     */
    record Part(String before, String text, @Nullable String id) {}

    static Verdict of(StudyResult result) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("episodes", "episode");
        words.put("acute", "course");
        words.put(PageNumber.level(result.settings().confidence()) + " interval", "interval");
        words.put("still ill after " + afterDays(result), "still-ill-after");
        words.put("count as chronic", "course");
        words.put("still ill on day " + result.settings().landmarkDays(), "landmark");
        words.put("log-rank p", "p-value");
        String comparison = comparison(result);
        return new Verdict(parts(clinic(result) + (comparison == null ? "" : " " + comparison), words));
    }

    /** Explains each word where it stands first; they stand in the text in this order. */
    private static List<Part> parts(String text, Map<String, String> words) {
        List<Part> parts = new ArrayList<>();
        int done = 0;
        for (Map.Entry<String, String> word : words.entrySet()) {
            int at = text.indexOf(word.getKey(), done);
            if (at >= 0) {
                int bracket = at > done && text.charAt(at - 1) == '(' ? at - 1 : at;
                parts.add(new Part("", text.substring(done, bracket), null));
                parts.add(new Part(text.substring(bracket, at), word.getKey(), word.getValue()));
                done = at + word.getKey().length();
            }
        }
        parts.add(new Part("", text.substring(done), null));
        return parts;
    }

    private static String clinic(StudyResult result) {
        StringBuilder sentence =
                new StringBuilder(PageNumber.counted(result.log().episodesAccepted(), "back-spasm episode")
                        + (Objects.equals(result.log().episodesAccepted(), 1L) ? " is" : " are") + " in this report.");
        overall(result, Population.ACUTE).ifPresent(acute -> sentence.append(halfOfTheAcute(acute, result)));
        result.supplement().followUp().stream()
                .filter(row -> row.population() == Population.ALL)
                .forEach(all -> sentence.append(becameChronic(all, result)));
        return sentence.toString();
    }

    private static String halfOfTheAcute(CombinationFigures acute, StudyResult result) {
        Double median = acute.medianDays();
        if (median == null) {
            return "";
        }
        String interval = PageNumber.interval(acute.medianLower(), acute.medianUpper());
        return " Half of the acute ones were over by day " + PageNumber.days(median)
                + (interval.isEmpty()
                        ? "."
                        : " (" + PageNumber.level(result.settings().confidence()) + " interval " + interval + ").");
    }

    private static String becameChronic(FollowUpFigures all, StudyResult result) {
        Double chronic = all.becameChronic();
        if (chronic == null) {
            return "";
        }
        Double lower = all.becameChronicLower();
        Double upper = all.becameChronicUpper();
        return " " + PageNumber.percent(chronic) + " of all were still ill after "
                + afterDays(result)
                + (lower == null || upper == null
                        ? ""
                        : " (" + PageNumber.level(result.settings().confidence()) + " interval "
                                + PageNumber.percent(lower) + " to " + PageNumber.percent(upper) + ")")
                + countedAsChronic(result) + ".";
    }

    private static String afterDays(StudyResult result) {
        return PageNumber.counted((long) result.settings().courseRules().chronicAfterDays(), "day");
    }

    /** The class holds recurrent cases too, so its share is another one. */
    private static String countedAsChronic(StudyResult result) {
        CombinationFigures all = overall(result, Population.ALL).orElse(null);
        CombinationFigures chronic = overall(result, Population.CHRONIC).orElse(null);
        return all == null || chronic == null || all.episodes() == 0
                ? ""
                : "; " + PageNumber.percent((double) chronic.episodes() / all.episodes())
                        + " count as chronic, recurrent cases included";
    }

    private static @Nullable String comparison(StudyResult result) {
        int landmark = result.settings().landmarkDays();
        for (OverallTest test : result.tests()) {
            Double p = test.pValue();
            if (test.analysis() == Analysis.LANDMARK && test.landmarkDays() == landmark && p != null) {
                String logRank = " (log-rank p " + PageNumber.equalsSign(PageNumber.pValue(p)) + ")";
                return "Among those still ill on day " + landmark + ", the " + PageNumber.count((long) test.groups())
                        + " groups of treatments started by then, taken together, "
                        + (PageNumber.isSmall(p)
                                ? "differ in recovery more than chance alone would easily explain" + logRank + "."
                                : "show no clear difference in recovery" + logRank
                                        + "; that does not show that they are alike.")
                        + apart(result, landmark);
            }
        }
        return null;
    }

    /** How many groups stand out, each set against all others. */
    private static String apart(StudyResult result, int landmark) {
        long apart = result.landmarks().stream()
                .filter(row -> row.landmarkDays() == landmark && PageNumber.isSmall(row.logrankPHolm()))
                .count();
        return (apart == 0 ? " No group" : " " + PageNumber.counted(apart, "group"))
                + (apart > 1 ? " differ" : " differs")
                + " clearly from all others, adjusted for the number of groups.";
    }

    private static Optional<CombinationFigures> overall(StudyResult result, Population population) {
        List<CombinationFigures> overall = result.overall();
        return overall.stream().filter(row -> row.population() == population).findFirst();
    }
}
