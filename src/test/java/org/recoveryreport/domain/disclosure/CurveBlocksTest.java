package org.recoveryreport.domain.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.recoveryreport.domain.disclosure.CurveBlocks.Block;
import org.recoveryreport.domain.survival.ConfidenceLimits;
import org.recoveryreport.domain.survival.ConfidenceType;
import org.recoveryreport.domain.survival.Envelope;
import org.recoveryreport.domain.survival.KaplanMeier;
import org.recoveryreport.domain.survival.RestrictedMean;
import org.recoveryreport.domain.survival.SurvivalCounts;

class CurveBlocksTest {
    private static final int K = 11;

    @Test
    void daysAreTakenTogetherUntilKHaveHadTheEvent() {
        CurveBlocks blocks = blocks(
                SurvivalCounts.builder().add(1, 5, 0).add(2, 6, 0).add(3, 7, 0).add(5, 20, 0));
        assertThat(blocks.blocks()).containsExactly(new Block(0, 2, 11, 0), new Block(3, 5, 27, 0));
        assertThat(blocks.left()).isZero();
    }

    @Test
    void aDayOfItsOwnStaysExact() {
        SurvivalCounts counts = SurvivalCounts.builder()
                .add(0, 30, 0)
                .add(1, 40, 12)
                .add(2, 20, 0)
                .build();
        assertThat(CurveBlocks.of(counts, 0, K, Set.of()).spread(K, Pace.EVEN)).isEqualTo(counts);
    }

    @Test
    void theCensoredAreCountedWhenKHaveComeTogether() {
        CurveBlocks blocks =
                blocks(SurvivalCounts.builder().add(1, 11, 6).add(2, 11, 6).add(3, 11, 0));
        assertThat(blocks.blocks())
                .containsExactly(new Block(0, 1, 11, 0), new Block(2, 2, 11, 12), new Block(3, 3, 11, 0));
    }

    @Test
    void theLastBlockTakesAFewMoreRatherThanLeaveThem() {
        CurveBlocks blocks =
                blocks(SurvivalCounts.builder().add(1, 20, 0).add(2, 5, 0).add(30, 0, 15));
        assertThat(blocks).isEqualTo(new CurveBlocks(List.of(new Block(0, 2, 25, 0)), 15, 30));
    }

    @Test
    void aFewWhoAreSeenAfterTheLastEventAreCountedWithIt() {
        CurveBlocks blocks = blocks(SurvivalCounts.builder()
                .add(1, 20, 0)
                .add(20, 0, 12)
                .add(40, 12, 0)
                .add(60, 0, 3));
        assertThat(blocks).isEqualTo(new CurveBlocks(List.of(new Block(0, 1, 20, 0), new Block(2, 40, 12, 15)), 0, 40));
    }

    @Test
    void whoeverIsLeftIsFollowedAsLongAsKOfThemAre() {
        CurveBlocks blocks = blocks(SurvivalCounts.builder()
                .add(1, 20, 0)
                .add(30, 0, 5)
                .add(40, 0, 9)
                .add(50, 0, 4));
        assertThat(blocks.left()).isEqualTo(18);
        assertThat(blocks.followed()).isEqualTo(40);
    }

    @Test
    void noBlockEndsWhereAnotherTableCounts() {
        SurvivalCounts counts = SurvivalCounts.builder()
                .add(7, 20, 0)
                .add(8, 20, 0)
                .add(9, 20, 0)
                .build();
        assertThat(CurveBlocks.of(counts, 0, K, Set.of(7)).blocks())
                .containsExactly(new Block(0, 8, 40, 0), new Block(9, 9, 20, 0));
    }

    @Test
    void aBlockIsSpreadEvenlyInWholeNumbers() {
        CurveBlocks blocks = new CurveBlocks(List.of(new Block(1, 4, 11, 0)), 12, 9);
        assertThat(blocks.spread(K, Pace.EVEN))
                .isEqualTo(SurvivalCounts.builder()
                        .add(1, 3, 0)
                        .add(2, 2, 0)
                        .add(3, 3, 0)
                        .add(4, 3, 0)
                        .add(9, 0, 12)
                        .build());
    }

    @Test
    void aBlockIsSpreadAsEverybodyElseRecovers() {
        Pace pace = Pace.of(SurvivalCounts.builder()
                .add(1, 60, 0)
                .add(2, 30, 0)
                .add(4, 10, 0)
                .build());
        CurveBlocks blocks = new CurveBlocks(List.of(new Block(1, 4, 21, 0), new Block(5, 6, 13, 0)), 0, 6);
        assertThat(blocks.spread(K, pace))
                .isEqualTo(SurvivalCounts.builder()
                        .add(1, 12, 0)
                        .add(2, 6, 0)
                        .add(4, 3, 0)
                        .add(5, 6, 0)
                        .add(6, 7, 0)
                        .build());
    }

    @Test
    void aCurveDoesNotEndAtZeroWhereSomebodyMayHaveBeenSeenLonger() {
        Pace pace = Pace.of(SurvivalCounts.builder()
                .add(2, 50, 50)
                .add(4, 50, 0)
                .add(9, 0, 50)
                .build());
        CurveBlocks blocks = new CurveBlocks(List.of(new Block(1, 4, 11, 13)), 0, 4);
        assertThat(blocks.spread(K, pace))
                .isEqualTo(SurvivalCounts.builder().add(2, 5, 6).add(4, 6, 7).build());
        assertThat(blocks.spread(K, Pace.EVEN))
                .isEqualTo(SurvivalCounts.builder()
                        .add(1, 3, 3)
                        .add(2, 2, 3)
                        .add(3, 3, 3)
                        .add(4, 3, 4)
                        .build());
    }

    @Test
    void aFewOfTheCensoredAreLostBeforeTheyAreCounted() {
        Pace pace = Pace.of(SurvivalCounts.builder()
                .add(2, 50, 30)
                .add(4, 50, 20)
                .add(9, 0, 50)
                .build());
        CurveBlocks counted = new CurveBlocks(List.of(new Block(1, 3, 12, 0), new Block(4, 4, 11, 15)), 30, 4);
        assertThat(counted.spread(K, pace))
                .as("three of five of those counted on day 4 are lost on day 2")
                .isEqualTo(SurvivalCounts.builder()
                        .add(2, 11, 9)
                        .add(3, 1, 0)
                        .add(4, 11, 36)
                        .build());
        CurveBlocks left = new CurveBlocks(List.of(new Block(1, 3, 12, 0)), 20, 5);
        assertThat(left.spread(K, pace))
                .as("three in ten of those left are lost on day 2")
                .isEqualTo(SurvivalCounts.builder()
                        .add(2, 11, 6)
                        .add(3, 1, 0)
                        .add(5, 0, 14)
                        .build());
        assertThat(new CurveBlocks(List.of(new Block(1, 3, 12, 0)), 200, 5).spread(K, pace))
                .as("more than ten would have been counted")
                .isEqualTo(SurvivalCounts.builder()
                        .add(2, 11, 10)
                        .add(3, 1, 0)
                        .add(5, 0, 190)
                        .build());
    }

    /** Groups of a log in which patients are lost all the time, and that is closed on a day. */
    @Test
    void theIntervalOfMeanDaysHoldsTheTruthAsOftenAsItSays() {
        int groups = 0;
        int held = 0;
        Random random = new Random(7);
        for (int n = 0; n < 100; n++) {
            List<SurvivalCounts> log = new ArrayList<>();
            SurvivalCounts everybody = SurvivalCounts.EMPTY;
            for (int group = 0; group < 8; group++) {
                log.add(lostAllTheTime(80, random));
                everybody = everybody.plus(log.get(group));
            }
            Pace pace = Pace.of(CurveBlocks.of(everybody, 0, K, Set.of()).spread(K, Pace.EVEN));
            for (SurvivalCounts group : log) {
                RestrictedMean mean = CurveBlocks.of(group, 0, K, Set.of())
                        .curve(K, pace, 0.95, ConfidenceType.LOG_LOG)
                        .restrictedMean(60);
                double truth = 0;
                for (int day = 1; mean != null && day <= mean.horizonDays(); day++) {
                    truth += Math.exp(-day / 30.0);
                }
                groups += mean == null ? 0 : 1;
                held += mean != null && Math.abs(mean.mean() - truth) <= 1.96 * mean.standardError() ? 1 : 0;
            }
        }
        assertThat(held / (double) groups).isBetween(0.94, 0.99);
    }

    private static SurvivalCounts lostAllTheTime(int subjects, Random random) {
        SurvivalCounts.Builder counts = SurvivalCounts.builder();
        for (int i = 0; i < subjects; i++) {
            int day = (int) (-30 * Math.log(1 - random.nextDouble()));
            int seen = Math.min(84, (int) (-60 * Math.log(1 - random.nextDouble())));
            counts.add(Math.min(day, seen), day <= seen ? 1 : 0, day <= seen ? 0 : 1);
        }
        return counts.build();
    }

    @Test
    void tooFewMakeNoBlock() {
        CurveBlocks blocks = blocks(SurvivalCounts.builder().add(1, 10, 0).add(2, 0, 30));
        assertThat(blocks.blocks()).isEmpty();
        assertThat(blocks.spread(K, Pace.EVEN)).isEqualTo(SurvivalCounts.EMPTY);
    }

    @Test
    void everyCountIsZeroOrAtLeastKAndNobodyIsLost() {
        Random random = new Random(3);
        for (int n = 0; n < 500; n++) {
            SurvivalCounts.Builder builder = SurvivalCounts.builder();
            for (int day = 0; day < 40; day++) {
                builder.add(day, random.nextInt(12), random.nextInt(4) == 0 ? random.nextInt(6) : 0);
            }
            SurvivalCounts counts = builder.build();
            CurveBlocks blocks = CurveBlocks.of(counts, 0, K, Set.of(7, 14));
            long events = 0;
            long censored = 0;
            for (Block block : blocks.blocks()) {
                assertThat(block.events()).isGreaterThanOrEqualTo(K);
                assertThat(block.censored()).matches(CurveBlocksTest::mayBeShown);
                assertThat(block.last()).isNotIn(7, 14);
                events += block.events();
                censored += block.censored();
            }
            assertThat(blocks.left())
                    .isEqualTo(counts.total() - events - censored)
                    .matches(CurveBlocksTest::mayBeShown);
            if (mayBeShown(counts.totalEvents()) && mayBeShown(counts.totalCensored())) {
                assertThat(counts.totalEvents() - events).matches(CurveBlocksTest::mayBeShown);
                assertThat(counts.totalCensored() - censored).matches(CurveBlocksTest::mayBeShown);
            }
        }
    }

    @Test
    void thePublishedIntervalHoldsThatOfTheExactCurve() {
        Random random = new Random(5);
        for (int n = 0; n < 2_000; n++) {
            int k = 2 + random.nextInt(10);
            double lost = random.nextDouble();
            int closed = 10 + random.nextInt(40);
            SurvivalCounts.Builder builder = SurvivalCounts.builder();
            for (int i = 30 + random.nextInt(60); i > 0; i--) {
                int day = random.nextInt(12 + random.nextInt(30));
                boolean event = random.nextDouble() > lost && day <= closed;
                builder.add(Math.min(day, closed), event ? 1 : 0, event ? 0 : 1);
            }
            SurvivalCounts counts = builder.build();
            CurveBlocks blocks = CurveBlocks.of(counts, 0, k, Set.of());
            for (ConfidenceType type : ConfidenceType.values()) {
                KaplanMeier exact = KaplanMeier.fit(counts, 0.95, type);
                KaplanMeier shown = blocks.curve(k, Pace.EVEN, 0.95, type);
                Envelope envelope = blocks.envelope(k);
                for (int i = 0; i < blocks.blocks().size(); i++) {
                    int day = blocks.blocks().get(i).last();
                    assertThat(exact.survivalAt(day))
                            .isBetween(envelope.lowest(i) - 1e-12, envelope.highest(i) + 1e-12);
                    assertThat(shown.survivalAt(day))
                            .isBetween(envelope.lowest(i) - 1e-12, envelope.highest(i) + 1e-12);
                }
                for (int day = 0; !blocks.blocks().isEmpty() && day <= blocks.followed(); day++) {
                    ConfidenceLimits of = exact.confidenceAt(day);
                    ConfidenceLimits held = shown.confidenceAt(day);
                    if (of.lower() != null && of.upper() != null) {
                        assertThat(held.lower())
                                .as("%s %s %s %s", blocks, day, type, exact.steps())
                                .isLessThanOrEqualTo(of.lower() + 1e-4);
                        assertThat(held.upper())
                                .as("%s %s %s %s", blocks, day, type, exact.steps())
                                .isGreaterThanOrEqualTo(of.upper() - 1e-9);
                    }
                }
            }
        }
    }

    /** Everybody lost may be lost on the day on which the study closes. */
    @Test
    void aStudyClosedOnOneDayIsHeldTo() {
        CurveBlocks blocks = new CurveBlocks(List.of(new Block(0, 41, 15, 20)), 0, 41);
        ConfidenceLimits limits =
                blocks.curve(K, Pace.EVEN, 0.95, ConfidenceType.LOG_LOG).confidenceAt(41);
        assertThat(limits.lower()).isZero();
        assertThat(limits.upper()).isGreaterThan(20 / 35.0);
    }

    private static boolean mayBeShown(long count) {
        return count == 0 || count >= K;
    }

    private static CurveBlocks blocks(SurvivalCounts.Builder counts) {
        return CurveBlocks.of(counts.build(), 0, K, Set.of());
    }
}
