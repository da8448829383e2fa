package org.recoveryreport.domain.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One question after the other takes a count as far as another solver takes it that is asked for nothing else. */
class SimplexTest {
    private static final int UNKNOWNS = 14;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void takesACountAsFarAsAnotherSolverDoes(int seed) {
        Random random = new Random(seed);
        double[] low = random.ints(UNKNOWNS, -9, 1).asDoubleStream().toArray();
        double[] high = random.ints(UNKNOWNS, 0, 12).asDoubleStream().toArray();
        List<int[]> sums =
                IntStream.range(0, 9).mapToObj(i -> sum(random, i % 3 == 2)).toList();
        Simplex simplex = new Simplex(low.clone(), high.clone(), sums);
        for (int question = 0; question < 40; question++) {
            int unknown = random.nextInt(UNKNOWNS);
            int direction = question % 2 == 0 ? 1 : -1;
            assertThat(simplex.shift(unknown, direction, direction * Double.POSITIVE_INFINITY))
                    .isTrue();
            assertThat(simplex.isTrue()).isTrue();
            assertThat(simplex.value(unknown)).isCloseTo(farthest(unknown, direction, low, high, sums), within(1e-6));
        }
    }

    @Test
    void goesNoFartherThanIsWantedByMoreThanAStep() {
        Simplex simplex =
                new Simplex(new double[] {-5, -5, -5}, new double[] {100, 2, 3}, List.of(new int[] {0, 1, 2}));
        simplex.shift(0, 1, 2);
        assertThat(simplex.value(0)).isBetween(2.0, 3.0);
        simplex.shift(0, 1, 50);
        assertThat(simplex.value(0)).isEqualTo(5);
    }

    @Test
    void sumsThatFollowFromOthersTellNothingNew() {
        int[] sum = {Simplex.UNCHANGED, 0, 1};
        Simplex simplex = new Simplex(new double[] {-4, -1}, new double[] {9, 9}, List.of(sum, sum.clone()));
        simplex.shift(0, 1, 5);
        assertThat(simplex.value(0)).isEqualTo(1);
        assertThat(simplex.value(1)).isEqualTo(-1);
    }

    /** Of a few parts, and a whole that changes or does not. */
    private static int[] sum(Random random, boolean isUnchanged) {
        List<Integer> members =
                new ArrayList<>(IntStream.range(0, UNKNOWNS).boxed().toList());
        Collections.shuffle(members, random);
        if (isUnchanged) {
            members.add(0, Simplex.UNCHANGED);
        }
        return members.stream().limit(3 + random.nextInt(3)).mapToInt(i -> i).toArray();
    }

    private static double farthest(int unknown, int direction, double[] low, double[] high, List<int[]> sums) {
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int i = 0; i < UNKNOWNS; i++) {
            constraints.add(new LinearConstraint(unit(i), Relationship.GEQ, low[i]));
            constraints.add(new LinearConstraint(unit(i), Relationship.LEQ, high[i]));
        }
        for (int[] sum : sums) {
            double[] weights = new double[UNKNOWNS];
            Arrays.stream(sum).skip(1).forEach(part -> weights[part] = 1);
            if (sum[0] != Simplex.UNCHANGED) {
                weights[sum[0]] = -1;
            }
            constraints.add(new LinearConstraint(weights, Relationship.EQ, 0));
        }
        return new SimplexSolver()
                .optimize(
                        new LinearObjectiveFunction(unit(unknown), 0),
                        new LinearConstraintSet(constraints),
                        direction > 0 ? GoalType.MAXIMIZE : GoalType.MINIMIZE,
                        new NonNegativeConstraint(false))
                .getPoint()[unknown];
    }

    private static double[] unit(int unknown) {
        double[] weights = new double[UNKNOWNS];
        weights[unknown] = 1;
        return weights;
    }
}
