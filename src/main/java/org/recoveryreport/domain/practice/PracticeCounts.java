package org.recoveryreport.domain.practice;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.recoveryreport.domain.course.CaseClass;

/** How many episodes keep to the checks, by case class. Immutable; counts of parts of a log merge by addition. */
public final class PracticeCounts implements Serializable {
    private final Map<CaseClass, Map<PracticeCheck, Tally>> tallies;

    private PracticeCounts(Map<CaseClass, Map<PracticeCheck, Tally>> tallies) {
        this.tallies = tallies;
    }

    /**
     * The episodes that a check concerns, by verdict.
     *
     * @param kept at least 0
     * @param broken at least 0
     * @param notAssessable at least 0
     */
    public record Tally(long kept, long broken, long notAssessable) implements Serializable {
        /** No episode. */
        public static final Tally NONE = new Tally(0, 0, 0);

        public Tally {
            if (kept < 0 || broken < 0 || notAssessable < 0) {
                throw new IllegalArgumentException("a count cannot be below 0");
            }
        }

        /** Episodes that the check concerns. */
        public long eligible() {
            return kept + broken + notAssessable;
        }

        /** Episodes with an answer: what a rate is of. */
        public long assessable() {
            return kept + broken;
        }

        /** Both together. */
        public Tally plus(Tally other) {
            return new Tally(kept + other.kept, broken + other.broken, notAssessable + other.notAssessable);
        }

        static Tally of(Verdict verdict, long episodes) {
            return switch (verdict) {
                case NOT_ELIGIBLE -> NONE;
                case KEPT -> new Tally(episodes, 0, 0);
                case BROKEN -> new Tally(0, episodes, 0);
                case NOT_ASSESSABLE -> new Tally(0, 0, episodes);
            };
        }
    }

    /** The counts of a check in a class; {@link Tally#NONE} where nothing was counted. */
    public Tally tally(PracticeCheck check, CaseClass caseClass) {
        return tallies.getOrDefault(caseClass, Map.of()).getOrDefault(check, Tally.NONE);
    }

    /** No episodes yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Counts in any order. */
    public static final class Builder {
        private final Map<CaseClass, Map<PracticeCheck, Tally>> tallies = new EnumMap<>(CaseClass.class);

        private Builder() {}

        /**
         * Adds episodes of one class with the same verdicts.
         *
         * @param episodes how many, at least 0
         */
        public Builder add(CaseClass caseClass, PracticeVerdicts verdicts, long episodes) {
            PracticeVerdicts onCase = verdicts.onCase(caseClass);
            for (PracticeCheck check : PracticeCheck.values()) {
                add(caseClass, check, Tally.of(onCase.verdict(check), episodes));
            }
            return this;
        }

        /** Adds the counts of another part. */
        public Builder add(PracticeCounts part) {
            part.tallies.forEach((caseClass, checks) -> checks.forEach((check, tally) -> add(caseClass, check, tally)));
            return this;
        }

        private void add(CaseClass caseClass, PracticeCheck check, Tally tally) {
            tallies.computeIfAbsent(caseClass, any -> new EnumMap<>(PracticeCheck.class))
                    .merge(check, tally, Tally::plus);
        }

        /** The counts so far. */
        public PracticeCounts build() {
            Map<CaseClass, Map<PracticeCheck, Tally>> copy = new EnumMap<>(CaseClass.class);
            tallies.forEach((caseClass, checks) -> copy.put(caseClass, new EnumMap<>(checks)));
            return new PracticeCounts(Collections.unmodifiableMap(copy));
        }
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof PracticeCounts other && tallies.equals(other.tallies);
    }

    @Override
    public int hashCode() {
        return tallies.hashCode();
    }
}
