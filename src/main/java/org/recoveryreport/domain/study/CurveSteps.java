package org.recoveryreport.domain.study;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The steps of curves. They are most of what a report of very many combinations holds, so only their numbers are kept, and
 * each step is made when it is asked for. Immutable.
 */
final class CurveSteps extends AbstractList<CurveStep> implements RandomAccess, Serializable {
    /** In place of a count that is hidden. */
    private static final long NO_COUNT = -1;

    private final List<Curve> curves;

    /** By step, as everything below: whose it is. */
    private final int[] curveOf;

    private final int[] days;
    private final long[] atRisk;
    private final long[] recovered;
    private final long[] censored;
    private final double[] notRecovered;

    /** Not a number = undefined. */
    private final double[] lower;

    private final double[] upper;

    /** What the steps of a curve have in common. */
    private record Curve(Analysis analysis, Population population, int landmarkDays, String combination)
            implements Serializable {
        static Curve of(CurveStep step) {
            return new Curve(step.analysis(), step.population(), step.landmarkDays(), step.combination());
        }
    }

    private CurveSteps(List<CurveStep> steps) {
        int size = steps.size();
        curveOf = new int[size];
        days = new int[size];
        atRisk = new long[size];
        recovered = new long[size];
        censored = new long[size];
        notRecovered = new double[size];
        lower = new double[size];
        upper = new double[size];
        List<Curve> found = new ArrayList<>();
        int i = 0;
        for (CurveStep step : steps) {
            Curve curve = Curve.of(step);
            if (found.isEmpty() || !found.get(found.size() - 1).equals(curve)) {
                found.add(curve);
            }
            curveOf[i] = found.size() - 1;
            days[i] = step.day();
            atRisk[i] = step.atRisk();
            recovered[i] = orNone(step.recovered());
            censored[i] = orNone(step.censored());
            notRecovered[i] = step.notRecovered();
            lower[i] = orNone(step.lower());
            upper[i] = orNone(step.upper());
            i++;
        }
        curves = List.copyOf(found);
    }

    /** The same steps in the same order. */
    static List<CurveStep> copyOf(List<CurveStep> steps) {
        return steps instanceof CurveSteps ? steps : new CurveSteps(steps);
    }

    @Override
    public CurveStep get(int i) {
        Curve curve = curves.get(curveOf[i]);
        return new CurveStep(
                curve.analysis(),
                curve.population(),
                curve.landmarkDays(),
                curve.combination(),
                days[i],
                atRisk[i],
                orNull(recovered[i]),
                orNull(censored[i]),
                notRecovered[i],
                orNull(lower[i]),
                orNull(upper[i]));
    }

    @Override
    public int size() {
        return days.length;
    }

    private static long orNone(@Nullable Long count) {
        return count == null ? NO_COUNT : count;
    }

    private static double orNone(@Nullable Double end) {
        return end == null ? Double.NaN : end;
    }

    private static @Nullable Long orNull(long count) {
        return count == NO_COUNT ? null : Long.valueOf(count);
    }

    private static @Nullable Double orNull(double end) {
        return Double.isNaN(end) ? null : Double.valueOf(end);
    }
}
