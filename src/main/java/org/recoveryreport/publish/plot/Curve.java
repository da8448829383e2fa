package org.recoveryreport.publish.plot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step curve that starts at day 0 with 1 and keeps each step's value up to the next one. Nothing is drawn behind the last
 * step.
 *
 * @param colour style class that carries the colour
 * @param steps by day
 */
public record Curve(String colour, List<Step> steps) {
    public Curve {
        steps = List.copyOf(steps);
    }

    /**
     * A step.
     *
     * @param day at least 0
     * @param value from this day on, in [0, 1]
     * @param lower lower end of its band; null = no band
     * @param upper upper end of its band; null = no band
     */
    public record Step(
            double day,
            double value,
            @Nullable Double lower,
            @Nullable Double upper) {}
}
