package org.recoveryreport.publish.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.CurveBlocks;
import org.recoveryreport.domain.study.CurveStep;
import org.recoveryreport.domain.survival.Envelope;
import org.recoveryreport.publish.PageNumber;

/**
 * The curve of one group, read off on given days. Nothing is said of days behind the last published step, unless everybody
 * had recovered by then as far as the curve tells.
 *
 * @param combination what they were given
 * @param episodes how many at day 0
 * @param steps by day
 * @param minCellCount k; above 1 the curve steps only where k have recovered together
 */
record FollowedGroup(String combination, long episodes, List<CurveStep> steps, int minCellCount) {
    private static final String UNKNOWN = "\u2013";

    /**
     * The share that had recovered by the end of a day: where the curve steps only when enough have recovered together, the
     * range in which that of the exact curve lies. A curve without a step is hidden.
     */
    String recoveredByText(int day) {
        if (steps.isEmpty()) {
            return PageNumber.HIDDEN;
        }
        if (beyond(day)) {
            return UNKNOWN;
        }
        int past = past(day);
        if (minCellCount <= 1) {
            return PageNumber.percent(past == 0 ? 0 : 1 - steps.get(past - 1).notRecovered());
        }
        Envelope envelope = envelope();
        if (envelope == null) {
            return UNKNOWN;
        }
        if (past == 0 && !isBetweenSteps(day)) {
            return PageNumber.percent(0.0);
        }
        int next = isBetweenSteps(day) ? past : past - 1;
        return range(
                PageNumber.percent(past == 0 ? 0 : 1 - envelope.highest(past - 1)),
                PageNumber.percent(1 - envelope.lowest(next)));
    }

    /** Of what the steps tell; null = a count among them is hidden. */
    private @Nullable Envelope envelope() {
        List<CurveBlocks.Block> blocks = new ArrayList<>();
        int first = 1;
        long left = episodes;
        for (CurveStep step : steps) {
            Long recovered = step.recovered();
            Long censored = step.censored();
            if (recovered == null || censored == null) {
                return null;
            }
            blocks.add(new CurveBlocks.Block(first, step.day(), recovered, censored));
            first = step.day() + 1;
            left -= recovered + censored;
        }
        return new CurveBlocks(blocks, left, first - 1).envelope(minCellCount);
    }

    /**
     * The share still ill with its interval, such as "62% (58% to 66%)". Where the curve steps only when enough have recovered
     * together, what both may be between two steps, such as "48% to 62% (41% to 66%)".
     */
    String stillIllText(int day) {
        if (beyond(day)) {
            return UNKNOWN;
        }
        int past = past(day);
        CurveStep last = past == 0 ? null : steps.get(past - 1);
        String share = PageNumber.percent(last == null ? 1.0 : last.notRecovered());
        if (isBetweenSteps(day)) {
            CurveStep next = steps.get(past);
            return range(PageNumber.percent(next.notRecovered()), share)
                    + interval(next.lower() == null ? 0.0 : next.lower(), last == null ? 1.0 : last.upper());
        }
        return last == null ? share : share + interval(last.lower(), last.upper());
    }

    private static String interval(@Nullable Double lower, @Nullable Double upper) {
        return lower == null || upper == null
                ? ""
                : " (" + PageNumber.percent(lower) + " to " + PageNumber.percent(upper) + ")";
    }

    private static String range(String least, String most) {
        return least.equals(most) ? least : least + " to " + most;
    }

    private int past(int day) {
        return (int) steps.stream().filter(step -> step.day() <= day).count();
    }

    /** Whether it is not known how many of the next step have recovered by the day; by day 0 none has. */
    private boolean isBetweenSteps(int day) {
        int past = past(day);
        return minCellCount > 1
                && past < steps.size()
                && day > (past == 0 ? 0 : steps.get(past - 1).day());
    }

    /** How many were still followed and ill just before the day. */
    String atRiskText(int day) {
        Long atRisk = atRisk(day);
        return atRisk == null ? UNKNOWN : PageNumber.count(atRisk);
    }

    /** The same as a number; null = not known. */
    @Nullable
    Long atRisk(int day) {
        Long gone = sum(day - 1, true, true);
        return gone == null || beyond(day) ? null : Long.valueOf(episodes - gone);
    }

    /** How many had recovered by the end of the day. */
    String recoveredText(int day) {
        return text(day, sum(day, true, false));
    }

    /** How many had been seen for the last time, still ill, by the end of the day. */
    String censoredText(int day) {
        return text(day, sum(day, false, true));
    }

    private String text(int day, @Nullable Long count) {
        return count == null || beyond(day) ? UNKNOWN : PageNumber.count(count);
    }

    /** That the last of them were seen for the last time, still ill, says nothing of any later day. */
    private boolean beyond(int day) {
        CurveStep last = steps.get(steps.size() - 1);
        return day > last.day() && last.notRecovered() > 0;
    }

    /** Null = a count among them is hidden. */
    private @Nullable Long sum(int upToDay, boolean recovered, boolean censored) {
        long sum = 0;
        for (CurveStep step : steps) {
            Long stepRecovered = step.recovered();
            Long stepCensored = step.censored();
            if (step.day() <= upToDay) {
                if ((recovered && stepRecovered == null) || (censored && stepCensored == null)) {
                    return null;
                }
                sum += (recovered && stepRecovered != null ? stepRecovered : 0)
                        + (censored && stepCensored != null ? stepCensored : 0);
            }
        }
        return sum;
    }
}
