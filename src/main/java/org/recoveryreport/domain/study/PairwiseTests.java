package org.recoveryreport.domain.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.Rounding;
import org.recoveryreport.domain.survival.Holm;
import org.recoveryreport.domain.survival.LogRank;
import org.recoveryreport.domain.survival.LogRankTest;
import org.recoveryreport.domain.survival.SurvivalCounts;

/**
 * Tests the shown combinations of a landmark in pairs. The rare ones together are no combination and stay aside; of very many
 * combinations the largest are tested, since the adjustment would leave nothing of the others.
 */
final class PairwiseTests {
    /** Makes 780 pairs. */
    private static final int MOST = 40;

    private PairwiseTests() {}

    private record Pair(String combination, String other, LogRankTest test) {}

    /** By label of the one, then of the other; without those that cannot be tested. */
    static List<PairwiseTest> of(int landmarkDays, Map<String, SurvivalCounts> shownGroups, Release release) {
        Rounding rounding = release.rounding();
        List<String> labels = shownGroups.entrySet().stream()
                .filter(group -> !group.getKey().equals(TreatmentNames.OTHER))
                .sorted(Comparator.comparingLong((Map.Entry<String, SurvivalCounts> group) ->
                                group.getValue().total())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            SurvivalCounts group = Objects.requireNonNull(shownGroups.get(labels.get(i)));
            for (int j = i + 1; j < labels.size(); j++) {
                SurvivalCounts other = Objects.requireNonNull(shownGroups.get(labels.get(j)));
                SurvivalCounts both = group.plus(other);
                LogRankTest test = release.showsTest(both) ? LogRank.againstOthers(group, both) : null;
                if (test != null) {
                    pairs.add(new Pair(labels.get(i), labels.get(j), test));
                }
            }
        }
        List<@Nullable Double> pHolm = rounding.multiples(Holm.adjust(
                pairs.stream().map(pair -> rounding.test(pair.test().pValue())).toList()));
        List<PairwiseTest> tests = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            tests.add(new PairwiseTest(
                    landmarkDays,
                    pair.combination(),
                    pair.other(),
                    Objects.requireNonNull(rounding.test(pair.test().chiSquared())),
                    Objects.requireNonNull(rounding.test(pair.test().pValue())),
                    Objects.requireNonNull(pHolm.get(i))));
        }
        return tests;
    }
}
