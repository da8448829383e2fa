package org.recoveryreport.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One question after the other has the answers that another solver gives to each alone. */
class SimplexTest {
    private static final int UNKNOWNS = 12;

    private final List<Simplex.Relation> relations = new ArrayList<>();
    private final List<LinearConstraint> constraints = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void findsWhatAnotherSolverFinds(int seed) {
        Random random = new Random(seed);
        int[] solution = random.ints(UNKNOWNS, 0, 20).toArray();
        double[] high = new double[UNKNOWNS];
        for (int i = 0; i < UNKNOWNS; i++) {
            high[i] = solution[i] + random.nextInt(15);
            double[] one = new double[UNKNOWNS];
            one[i] = 1;
            constraints.add(new LinearConstraint(one, Relationship.LEQ, high[i]));
        }
        for (int i = 0; i < 9; i++) {
            relate(random, solution, i);
        }
        Simplex simplex = new Simplex(new double[UNKNOWNS], high, relations);
        for (int question = 0; question < 30; question++) {
            double[] weights = weights(random);
            assertThat(simplex.maximize(byUnknown(weights), () -> true)).isTrue();
            assertThat(simplex.isSolution(1e-6)).isTrue();
            double found = 0;
            for (int i = 0; i < UNKNOWNS; i++) {
                found += weights[i] * simplex.value(i);
            }
            double expected = new SimplexSolver()
                    .optimize(
                            new LinearObjectiveFunction(weights, 0),
                            new LinearConstraintSet(constraints),
                            GoalType.MAXIMIZE,
                            new NonNegativeConstraint(true))
                    .getValue();
            assertThat(found).isCloseTo(expected, within(1e-6));
        }
    }

    /** Equations, sums that are at least something, and shares. */
    private void relate(Random random, int[] solution, int number) {
        double[] weights = weights(random);
        if (number % 3 == 2) {
            weights[random.nextInt(UNKNOWNS)] *= 0.37;
        }
        double value = 0;
        for (int i = 0; i < UNKNOWNS; i++) {
            value += weights[i] * solution[i];
        }
        boolean isEquation = number % 2 == 0;
        relations.add(new Simplex.Relation(
                byUnknown(weights), value - (isEquation ? 0 : 2), isEquation ? value : Double.POSITIVE_INFINITY));
        constraints.add(new LinearConstraint(
                weights, isEquation ? Relationship.EQ : Relationship.GEQ, value - (isEquation ? 0 : 2)));
    }

    private static Map<Integer, Double> byUnknown(double[] weights) {
        Map<Integer, Double> byUnknown = new HashMap<>();
        for (int i = 0; i < weights.length; i++) {
            byUnknown.put(i, weights[i]);
        }
        return byUnknown;
    }

    private static double[] weights(Random random) {
        return random.ints(UNKNOWNS, -1, 2).asDoubleStream().toArray();
    }
}
