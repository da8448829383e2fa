package org.recoveryreport.domain.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/**
 * How small and how large counts can be, all sums taken together: each end is the solution of a linear program. Only what is
 * hidden and not fixed by a single sum is unknown, and unknown counts that share no sum are looked at apart. A program first
 * widens as many ranges together as it can; each count that is left gets programs of its own.
 */
final class LinearPrograms {
    /** Solutions are whole numbers but for rounding. */
    private static final double ROUNDING = 1e-6;

    /** Where nothing limits a count, this does: programs without limits have no solution. */
    private static final long MOST = 1_000_000_000;

    /** Programs of more unknown counts take too long. */
    private static final int MOST_UNKNOWN = 4_000;

    /** So many unknown counts vary where all of them are too many. */
    private static final int MOST_NEARBY = 1_000;

    private static final int MOST_OF_A_SUM = 20;

    /** More goals make a program larger, and its solution serves less of them. */
    private static final int GOALS = 40;

    private final CountSystem system;
    private final Intervals bounds;
    private final Ranges ranges;

    LinearPrograms(CountSystem system, Intervals bounds, Ranges ranges) {
        this.system = system;
        this.bounds = bounds;
        this.ranges = ranges;
    }

    /**
     * Widens the ranges of counts that do not seem safe so far.
     *
     * @param told gets the counts that turn out to have a single value
     * @param most how many leaks to look for
     * @return some of the counts that are not safe, by position; none = all are
     */
    int[] leaks(BitSet told, int most) {
        BitSet leaks = new BitSet();
        BitSet seen = new BitSet();
        for (int i = 0; i < system.size() && leaks.cardinality() < most; i++) {
            if (!bounds.isFixed(i) && !seen.get(i)) {
                Component component = new Component(connected(i, seen));
                if (component.cells.length <= MOST_UNKNOWN) {
                    component.widen();
                    component.findLeaks(told, leaks, most);
                } else {
                    findLeaksNearby(component.narrow(), leaks, most);
                }
            }
        }
        return leaks.stream().toArray();
    }

    /** Where there are too many counts only those around a narrow one vary, which finds some tables, if not all. */
    private void findLeaksNearby(int[] narrow, BitSet leaks, int most) {
        for (int cell : narrow) {
            Component nearby = new Component(nearby(cell));
            nearby.alone(cell, 1);
            nearby.alone(cell, -1);
            if (!ranges.isSafe(cell)) {
                leaks.set(cell);
                if (leaks.cardinality() >= most) {
                    return;
                }
            }
        }
    }

    /** The unknown counts that share sums with one, directly or by way of others. */
    private int[] connected(int first, BitSet seen) {
        return spread(first, seen, system.size(), system.size());
    }

    /** Some of these, the nearest; of every sum the largest counts, which have the most to give. */
    private int[] nearby(int first) {
        return spread(first, new BitSet(), MOST_NEARBY, MOST_OF_A_SUM);
    }

    private int[] spread(int first, BitSet seen, int most, int mostOfASum) {
        List<Integer> cells = new ArrayList<>(List.of(first));
        BitSet seenSums = new BitSet();
        seen.set(first);
        for (int next = 0; next < cells.size() && cells.size() < most; next++) {
            for (int sum : system.sumsOf(cells.get(next))) {
                if (seenSums.get(sum)) {
                    continue;
                }
                seenSums.set(sum);
                int[] unknown = Arrays.stream(system.membersOf(sum))
                        .filter(member -> !bounds.isFixed(member))
                        .toArray();
                IntStream members = Arrays.stream(unknown);
                if (unknown.length > mostOfASum) {
                    members = members.boxed()
                            .sorted(Comparator.comparing(system::value, Comparator.reverseOrder()))
                            .limit(mostOfASum)
                            .mapToInt(member -> member);
                }
                members.filter(member -> !seen.get(member)).forEach(member -> {
                    seen.set(member);
                    cells.add(member);
                });
            }
        }
        return cells.stream().mapToInt(i -> i).toArray();
    }

    /** Unknown counts that share sums. */
    private final class Component {
        private final int[] cells;
        private final BitSet has = new BitSet();
        private final BitSet sums = new BitSet();

        Component(int[] cells) {
            this.cells = cells;
            for (int cell : cells) {
                has.set(cell);
                Arrays.stream(system.sumsOf(cell)).forEach(sums::set);
            }
        }

        /** Widens many ranges at a time, as long as that helps. */
        void widen() {
            int before = cells.length + 1;
            for (int[] narrow = narrow(); narrow.length > 0 && narrow.length < before; narrow = narrow()) {
                before = narrow.length;
                for (int from = 0; from < narrow.length; from += GOALS) {
                    int[] goals = Arrays.copyOfRange(narrow, from, Math.min(from + GOALS, narrow.length));
                    together(goals, 1);
                    together(goals, -1);
                }
            }
        }

        void findLeaks(BitSet told, BitSet leaks, int most) {
            for (int cell : narrow()) {
                alone(cell, 1);
                alone(cell, -1);
                if (ranges.width(cell) == 0) {
                    told.set(cell);
                }
                if (!ranges.isSafe(cell) && !(told.get(cell) && !ranges.isSmall(system.value(cell)))) {
                    leaks.set(cell);
                    if (leaks.cardinality() >= most) {
                        return;
                    }
                }
            }
        }

        private int[] narrow() {
            return Arrays.stream(cells).filter(cell -> !ranges.isSafe(cell)).toArray();
        }

        /** No count goes further than it needs, to leave the others more. */
        private void together(int[] goals, int direction) {
            int[] narrow =
                    Arrays.stream(goals).filter(cell -> !ranges.isSafe(cell)).toArray();
            if (narrow.length == 0) {
                return;
            }
            Program program = new Program(this, narrow);
            for (int cell : narrow) {
                Variable variable = program.variable(cell).weight(direction);
                if (direction > 0) {
                    variable.upper(Math.min(upper(cell), ranges.lowest(cell) + ranges.minCellCount()));
                } else {
                    variable.lower(Math.max(bounds.lower(cell), ranges.highest(cell) - ranges.minCellCount()));
                }
            }
            program.solve();
        }

        private void alone(int cell, int direction) {
            if (!ranges.isSafe(cell)) {
                Program program = new Program(this, new int[] {cell});
                program.variable(cell).weight(direction);
                program.solve();
            }
        }
    }

    private long upper(int cell) {
        return Math.min(bounds.upper(cell), MOST);
    }

    /**
     * A linear program over the counts of a component. A whole that is asked for nothing is written as its parts, which makes
     * the program less than half as large; it is at least 0 because they are.
     */
    private final class Program {
        private final ExpressionsBasedModel model = new ExpressionsBasedModel();
        private final Component component;
        private final Map<Integer, Integer> definitions = new HashMap<>();
        private final BitSet defining = new BitSet();
        private final Map<Integer, Variable> variables = new HashMap<>();
        private final Map<Integer, Map<Integer, Long>> expanded = new HashMap<>();

        Program(Component component, int[] goals) {
            this.component = component;
            define(goals);
            for (int cell : component.cells) {
                if (!definitions.containsKey(cell)) {
                    variables.put(
                            cell,
                            model.newVariable("c" + cell)
                                    .lower(bounds.lower(cell))
                                    .upper(upper(cell)));
                }
            }
            component.sums.stream().filter(sum -> !defining.get(sum)).forEach(this::constrain);
        }

        /** Chooses a sum for every whole, in an order in which none is written as itself. */
        private void define(int[] goals) {
            BitSet kept = new BitSet();
            Arrays.stream(goals).forEach(kept::set);
            component.sums.stream().forEach(sum -> {
                int[] members = system.membersOf(sum);
                int whole = members[0];
                if (component.has.get(whole)
                        && !kept.get(whole)
                        && !definitions.containsKey(whole)
                        && !leadsTo(sum, whole)) {
                    definitions.put(whole, sum);
                    defining.set(sum);
                }
            });
        }

        private boolean leadsTo(int sum, int whole) {
            int[] members = system.membersOf(sum);
            for (int i = 1; i < members.length; i++) {
                Integer next = definitions.get(members[i]);
                if (members[i] == whole || (next != null && leadsTo(next, whole))) {
                    return true;
                }
            }
            return false;
        }

        Variable variable(int cell) {
            return Objects.requireNonNull(variables.get(cell));
        }

        /** A count as multiples of the program's variables. */
        private Map<Integer, Long> expand(int cell) {
            Map<Integer, Long> known = expanded.get(cell);
            if (known == null) {
                known = new TreeMap<>();
                Integer definition = definitions.get(cell);
                if (definition != null) {
                    int[] members = system.membersOf(definition);
                    for (int i = 1; i < members.length; i++) {
                        add(known, members[i], 1);
                    }
                } else {
                    known.put(cell, 1L);
                }
                expanded.put(cell, known);
            }
            return known;
        }

        private void add(Map<Integer, Long> terms, int cell, int sign) {
            expand(cell).forEach((variable, times) -> terms.merge(variable, sign * times, Long::sum));
        }

        private void constrain(int sum) {
            int[] members = system.membersOf(sum);
            Map<Integer, Long> terms = new TreeMap<>();
            for (int i = 0; i < members.length; i++) {
                add(terms, members[i], i == 0 ? -1 : 1);
            }
            long level = 0;
            Expression expression = model.newExpression("s" + sum);
            for (Map.Entry<Integer, Long> term : terms.entrySet()) {
                Variable variable = variables.get(term.getKey());
                if (variable == null) {
                    level -= term.getValue() * system.value(term.getKey());
                } else if (term.getValue() != 0) {
                    expression.set(variable, term.getValue());
                }
            }
            expression.level(level);
        }

        /** Where the solver fails, which it should not, nothing is learnt: the counts stay as narrow as they were. */
        void solve() {
            if (model.maximise().getState().isFeasible()) {
                for (int cell : component.cells) {
                    double value = 0;
                    for (Map.Entry<Integer, Long> term : expand(cell).entrySet()) {
                        Variable variable = variables.get(term.getKey());
                        value += term.getValue()
                                * (variable == null
                                        ? system.value(term.getKey())
                                        : variable.getValue().doubleValue());
                    }
                    ranges.note(cell, (long) Math.ceil(value - ROUNDING), (long) Math.floor(value + ROUNDING));
                }
            }
        }
    }
}
