package org.recoveryreport.domain.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.recoveryreport.domain.disclosure.CurveBlocks.Block;
import org.recoveryreport.domain.survival.ConfidenceLimits;
import org.recoveryreport.domain.survival.ConfidenceType;
import org.recoveryreport.domain.survival.Envelope;
import org.recoveryreport.domain.survival.KaplanMeier;
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
        assertThat(CurveBlocks.of(counts, 0, K, Set.of()).spread(Pace.EVEN)).isEqualTo(counts);
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
        assertThat(blocks.spread(Pace.EVEN))
                .isEqualTo(SurvivalCounts.builder()
                        .add(1, 2, 0)
                        .add(2, 3, 0)
                        .add(3, 2, 0)
                        .add(4, 4, 0)
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
        assertThat(blocks.spread(pace))
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
        assertThat(blocks.spread(pace))
                .isEqualTo(SurvivalCounts.builder().add(2, 5, 6).add(4, 6, 7).build());
        assertThat(blocks.spread(Pace.EVEN))
                .isEqualTo(SurvivalCounts.builder()
                        .add(1, 2, 3)
                        .add(2, 3, 3)
                        .add(3, 2, 3)
                        .add(4, 4, 4)
                        .build());
    }

    @Test
    void tooFewMakeNoBlock() {
        CurveBlocks blocks = blocks(SurvivalCounts.builder().add(1, 10, 0).add(2, 0, 30));
        assertThat(blocks.blocks()).isEmpty();
        assertThat(blocks.spread(Pace.EVEN)).isEqualTo(SurvivalCounts.EMPTY);
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
