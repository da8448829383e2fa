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
        /** A text of an episode, one after the other. */
        void accept(long hash, String text, long episode);
    }

    private static final class Count {
        private long entries;
        private long episodes;
        private long lastEpisode = -1;

        void add(long episode) {
            entries++;
            episodes += episode == lastEpisode ? 0 : 1;
            lastEpisode = episode;
        }
    }

    /** Those of so many episodes or more: who comes often may have the same words written down every time. */
    List<UnrecognisedText> atLeast(int leastEpisodes) {
        long rounds = 1 + cases.totals().unrecognised() / AT_A_TIME;
        List<UnrecognisedText> frequent = new ArrayList<>();
        for (long round = 0; round < rounds; round++) {
            Tally byHash = new Tally();
            forEach(rounds, round, (hash, text, episode) -> byHash.add(hash, 1));
            Map<String, Count> candidates = new HashMap<>();
            forEach(rounds, round, (hash, text, episode) -> {
                if (byHash.of(hash) >= leastEpisodes) {
                    candidates.computeIfAbsent(text, any -> new Count()).add(episode);
                }
            });
            candidates.forEach((text, count) -> {
                if (count.episodes >= leastEpisodes) {
                    frequent.add(new UnrecognisedText(text, count.entries));
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
                    texts.accept(bits.high(), text, (long) block.part() << Integer.SIZE | item);
                }
            });
        }
    }

    private static int compareBytes(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
