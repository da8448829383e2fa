package org.recoveryreport.domain.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.survival.ConfidenceLimits;
import org.recoveryreport.domain.survival.ConfidenceType;
import org.recoveryreport.domain.survival.Envelope;
import org.recoveryreport.domain.survival.KaplanMeier;
import org.recoveryreport.domain.survival.SurvivalCounts;

/**
 * A group's events over time as far as they may be shown: in blocks of days with at least k events each. Figures of the group
 * are made from these blocks, so they tell no more of the group than the blocks do: estimates with the events of a block
 * spread over its days at the {@link Pace} of everybody, intervals from all the orders in which things may have come.
 *
 * <p>The censored are counted in the block in which k of them have come together, and until then as if still at risk; a few
 * who would be left after the last event are counted with it. After the last block there are none left, or at least k; where
 * it may be told how many of all have the event, this holds of those who still have it and of those who do not. The last
 * block reaches as far as that allows. Whoever is left is followed as long as k of them are.
 *
 * @param blocks ascending
 * @param left at risk after the last one
 * @param followed the last day on which at least k of these are known to be at risk; at least the end of the last block
 */
public record CurveBlocks(List<Block> blocks, long left, int followed) {
    public CurveBlocks {
        blocks = List.copyOf(blocks);
    }

    /**
     * Days taken together.
     *
     * @param first the first day
     * @param last the last day
     * @param events in the block, at least k
     * @param censored counted in it, 0 or at least k
     */
    public record Block(int first, int last, long events, long censored) {}

    /**
     * Divides a group into blocks.
     *
     * @param firstDay the first day that anything could happen on
     * @param minCellCount k, at least 2
     * @param noSteps days that no block ends on, because another table counts who is left there
     */
    public static CurveBlocks of(SurvivalCounts counts, int firstDay, int minCellCount, Set<Integer> noSteps) {
        return new Division(counts, minCellCount, noSteps).from(firstDay);
    }

    /**
     * The blocks spread over their days, one of the ways in which things may have come, those left censored when they are
     * followed no longer; nobody without a block. Of the censored counted later some are lost in a block before, at the
     * pace of everybody, though too few to be counted there: taken as still at risk, they would make the curve too high.
     *
     * @param minCellCount k, by which the group was divided
     * @param pace how
     */
    public SurvivalCounts spread(int minCellCount, Pace pace) {
        SurvivalCounts.Builder spread = SurvivalCounts.builder();
        int[] countedWith = countedWith();
        long waiting = 0;
        int since = blocks.isEmpty() ? 0 : blocks.get(0).first();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean counts = block.censored() > 0;
            long lostBy = counts ? block.censored() : lostBefore(i, since, countedWith[i], minCellCount, pace);
            spread(block, lostBy - waiting, pace, spread);
            waiting = counts ? 0 : lostBy;
            since = counts ? block.last() + 1 : since;
        }
        if (!blocks.isEmpty()) {
            spread.add(followed, 0, left - waiting);
        }
        return spread.build();
    }

    private void spread(Block block, long lost, Pace pace, SurvivalCounts.Builder spread) {
        int seenUntil = isLastOfAll(block) ? Math.max(block.last(), pace.lastDay()) : block.last();
        long seenLonger = isLastOfAll(block) ? Math.min(1, lost) : 0;
        long events = 0;
        long censored = 0;
        for (int day = block.first(); day <= block.last(); day++) {
            long eventsUpTo = pace.events(block.events() - 1, block.first(), block.last(), day);
            long censoredUpTo = pace.censored(lost - seenLonger, block.first(), seenUntil, day);
            spread.add(day, eventsUpTo - events, censoredUpTo - censored);
            events = eventsUpTo;
            censored = censoredUpTo;
        }
        // somebody has the event on its last day
        spread.add(block.last(), block.events() - events, lost - censored);
    }

    /** How many of those who are counted later are lost by the end of a block that counts none. */
    private long lostBefore(int i, int since, int countedWith, int minCellCount, Pace pace) {
        long counted = counted(countedWith);
        boolean untilLater = countedWith == blocks.size() || isLastOfAll(blocks.get(countedWith));
        int until = untilLater
                ? Math.max(followed, pace.lastDay())
                : blocks.get(countedWith).last();
        return Math.min(
                Math.min(minCellCount - 1, counted),
                pace.lost(counted, since, until, blocks.get(i).last()));
    }

    /**
     * The curve of the blocks as they are {@linkplain #spread spread}, with a band that holds that of the exact curve, in
     * whatever order things have come.
     *
     * @param minCellCount k, by which the group was divided
     */
    public KaplanMeier curve(int minCellCount, Pace pace, double confidence, ConfidenceType type) {
        return KaplanMeier.fit(spread(minCellCount, pace), envelope(minCellCount), confidence, type);
    }

    /**
     * In which orders things may have come. Of the censored counted with a block of several days, all may have come before
     * its events; of those counted with a block of one day, and with any later one, those who came in the blocks before it and
     * were too few to be counted there.
     *
     * @param minCellCount k, by which the group was divided
     */
    public Envelope envelope(int minCellCount) {
        List<Envelope.Stretch> stretches = new ArrayList<>();
        int[] countedWith = countedWith();
        long atRisk = total();
        long waiting = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            long countedNext = counted(countedWith[i]);
            long few = Math.min(minCellCount - 1, countedNext);
            boolean oneDay = block.first() == block.last();
            long early = oneDay ? Math.min(waiting, countedNext) : block.censored() > 0 ? block.censored() : few;
            stretches.add(new Envelope.Stretch(block.first(), block.last(), atRisk, block.events(), early));
            waiting = block.censored() > 0 ? 0 : few;
            atRisk -= block.events() + block.censored();
        }
        return new Envelope(stretches, followed);
    }

    /** For each block the first one, from it on, that counts censored; if none does, their number. */
    private int[] countedWith() {
        int[] countedWith = new int[blocks.size()];
        int next = blocks.size();
        for (int i = blocks.size() - 1; i >= 0; i--) {
            next = blocks.get(i).censored() > 0 ? i : next;
            countedWith[i] = next;
        }
        return countedWith;
    }

    /** The censored whom a block counts; after the last one, whoever is left. */
    private long counted(int block) {
        return block == blocks.size() ? left : blocks.get(block).censored();
    }

    private long total() {
        return left
                + blocks.stream()
                        .mapToLong(block -> block.events() + block.censored())
                        .sum();
    }

    private boolean isLastOfAll(Block block) {
        return left == 0 && block.equals(blocks.get(blocks.size() - 1));
    }

    /**
     * The steps that the blocks make.
     *
     * @param curve of {@link #spread}
     */
    public List<KaplanMeier.Step> steps(KaplanMeier curve) {
        List<KaplanMeier.Step> steps = new ArrayList<>();
        long atRisk = total();
        for (Block block : blocks) {
            Double survival = curve.survivalAt(block.last());
            if (survival == null) {
                throw new IllegalArgumentException("it is the curve of others");
            }
            ConfidenceLimits limits = curve.confidenceAt(block.last());
            steps.add(new KaplanMeier.Step(
                    block.last(), atRisk, block.events(), block.censored(), survival, limits.lower(), limits.upper()));
            atRisk -= block.events() + block.censored();
        }
        return steps;
    }

    private static final class Division {
        private final SurvivalCounts counts;
        private final int k;
        private final Set<Integer> noSteps;

        /** By number of distinct days: all who had the event, or were censored, on these. */
        private final long[] gone;

        /** Those of them who were censored. */
        private final long[] censored;

        Division(SurvivalCounts counts, int k, Set<Integer> noSteps) {
            this.counts = counts;
            this.k = k;
            this.noSteps = noSteps;
            gone = new long[counts.size() + 1];
            censored = new long[counts.size() + 1];
            for (int i = 0; i < counts.size(); i++) {
                censored[i + 1] = censored[i] + counts.censored(i);
                gone[i + 1] = gone[i] + counts.events(i) + counts.censored(i);
            }
        }

        /** How far the division has come: {@code next} is the position of the first day after it. */
        private record State(int next, long events, long censored) {}

        CurveBlocks from(int firstDay) {
            List<State> ends = new ArrayList<>(List.of(new State(0, 0, 0)));
            State end = shortest(ends.get(0));
            while (end != null) {
                ends.add(end);
                end = shortest(end);
            }
            for (int blocks = ends.size(); blocks > 0; blocks--) {
                State last = longest(ends.get(blocks - 1));
                if (last != null) {
                    List<State> chosen = new ArrayList<>(ends.subList(0, blocks));
                    chosen.add(last);
                    return new CurveBlocks(blocks(chosen, firstDay), left(last), followed(last));
                }
            }
            return new CurveBlocks(List.of(), counts.total(), firstDay);
        }

        /** Until the next event of those left, or fewer than k of them. */
        private int followed(State last) {
            int day = counts.day(last.next() - 1);
            long atRisk = counts.total() - gone[last.next()];
            for (int i = last.next(); i < counts.size() && counts.events(i) == 0 && atRisk >= k; i++) {
                day = counts.day(i);
                atRisk -= counts.censored(i);
            }
            return day;
        }

        private List<Block> blocks(List<State> ends, int firstDay) {
            List<Block> blocks = new ArrayList<>();
            int first = firstDay;
            for (int i = 1; i < ends.size(); i++) {
                State before = ends.get(i - 1);
                State end = ends.get(i);
                int last = counts.day(end.next() - 1);
                blocks.add(new Block(first, last, end.events() - before.events(), end.censored() - before.censored()));
                first = last + 1;
            }
            return blocks;
        }

        private @Nullable State shortest(State start) {
            return find(start, false);
        }

        private @Nullable State longest(State start) {
            return find(start, true);
        }

        /** The first end of a block that there can be, or the last end of a block after which nothing follows. */
        private @Nullable State find(State start, boolean last) {
            State found = null;
            long events = start.events();
            for (int i = start.next(); i < counts.size(); i++) {
                events += counts.events(i);
                boolean enough =
                        counts.events(i) > 0 && events - start.events() >= k && !noSteps.contains(counts.day(i));
                if (enough) {
                    long seen = censored[i + 1];
                    State end = new State(i + 1, events, mayShow(seen - start.censored()) ? seen : start.censored());
                    State withAll = new State(i + 1, events, counts.totalCensored());
                    if (mayShow(left(end)) && (!last || mayStop(end))) {
                        found = end;
                    } else if (last && left(withAll) == 0 && mayShow(withAll.censored() - start.censored())) {
                        found = withAll;
                    }
                    if (!last && found != null) {
                        return found;
                    }
                }
            }
            return found;
        }

        private long left(State end) {
            return counts.total() - end.events() - end.censored();
        }

        /** Where few have the event, or few do not, it is not told how many. */
        private boolean mayStop(State end) {
            return !mayShow(counts.totalEvents())
                    || !mayShow(counts.totalCensored())
                    || (mayShow(counts.totalEvents() - end.events())
                            && mayShow(counts.totalCensored() - end.censored()));
        }

        private boolean mayShow(long count) {
            return count == 0 || count >= k;
        }
    }
}
