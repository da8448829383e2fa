package org.recoveryreport.staging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.recoveryreport.domain.study.UnrecognisedText;

/**
 * Counts the texts of accepted episodes in which nothing was recognised. Where they are very many they are counted in several
 * rounds, so that memory holds a part of them only.
 */
final class UnrecognisedTexts {
    private static final long AT_A_TIME = 1 << 21;

    /** The most frequent first, then as bytes in UTF-8. */
    private static final Comparator<UnrecognisedText> ORDER = Comparator.comparingLong(UnrecognisedText::entries)
            .reversed()
            .thenComparing(UnrecognisedText::text, UnrecognisedTexts::compareBytes);

    private final CaseBlocks cases;
    private final CaseMarks inTwoPlaces;

    UnrecognisedTexts(CaseBlocks cases, CaseMarks inTwoPlaces) {
        this.cases = cases;
        this.inTwoPlaces = inTwoPlaces;
    }

    private interface Hashed {
        void accept(long hash, String text);
    }

    /** Those of so many entries or more. */
    List<UnrecognisedText> atLeast(int leastEntries) {
        long rounds = 1 + cases.totals().unrecognised() / AT_A_TIME;
        List<UnrecognisedText> frequent = new ArrayList<>();
        for (long round = 0; round < rounds; round++) {
            Tally byHash = new Tally();
            forEach(rounds, round, (hash, text) -> byHash.add(hash, 1));
            Map<String, Long> candidates = new HashMap<>();
            forEach(rounds, round, (hash, text) -> {
                if (byHash.of(hash) >= leastEntries) {
                    candidates.merge(text, 1L, Long::sum);
                }
            });
            candidates.forEach((text, entries) -> {
                if (entries >= leastEntries) {
                    frequent.add(new UnrecognisedText(text, entries));
                }
            });
        }
        frequent.sort(ORDER);
        return frequent;
    }

    /** The texts of a round. */
    private void forEach(long rounds, long round, Hashed texts) {
        Pseudonym bits = new Pseudonym();
        for (CaseBlock block : cases.blocks()) {
            block.unrecognised((item, text) -> {
                bits.take(text);
                if (Long.remainderUnsigned(bits.low(), rounds) == round && !inTwoPlaces.has(block.part(), item)) {
                    texts.accept(bits.high(), text);
                }
            });
        }
    }

    private static int compareBytes(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
