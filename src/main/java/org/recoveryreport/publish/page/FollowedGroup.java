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
        int past = (int) steps.stream().filter(step -> step.day() <= day).count();
        if (minCellCount <= 1) {
            return PageNumber.percent(past == 0 ? 0 : 1 - steps.get(past - 1).notRecovered());
        }
        Envelope envelope = envelope();
        if (envelope == null) {
            return UNKNOWN;
        }
        boolean between =
                past < steps.size() && (past == 0 || steps.get(past - 1).day() < day);
        int next = between ? past : past - 1;
        String least = PageNumber.percent(past == 0 ? 0 : 1 - envelope.highest(past - 1));
        String most = PageNumber.percent(1 - envelope.lowest(next));
        return least.equals(most) ? least : least + " to " + most;
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

    /** The share still ill with its interval, such as "62% (58% to 66%)". */
    String stillIllText(int day) {
        if (beyond(day)) {
            return UNKNOWN;
        }
        CurveStep last = null;
        for (CurveStep step : steps) {
            if (step.day() <= day) {
                last = step;
            }
        }
        if (last == null) {
            return PageNumber.percent(1.0);
        }
        String interval = last.lower() == null || last.upper() == null
                ? ""
                : " (" + PageNumber.percent(last.lower()) + " to " + PageNumber.percent(last.upper()) + ")";
        return PageNumber.percent(last.notRecovered()) + interval;
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
