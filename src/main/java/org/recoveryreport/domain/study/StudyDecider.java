package org.recoveryreport.domain.study;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.Cells;
import org.recoveryreport.domain.disclosure.Search;

/**
 * Decides what is shown of a study: of as much of its strata as can be decided over and leaves something to show. First it is
 * tried with everything, then with all their combinations, then with those that a stratum could have a row of, and with ever
 * fewer of these. Fewer counts are sooner decided over, but of more there are more that may make up for what has to be hidden.
 */
final class StudyDecider {
    /** To decide over more counts, everything of strata among them, takes minutes, and may end with hardly any of these shown. */
    private static final int MOST_OF_EVERYTHING = 3_500;

    /** More than these, all combinations of strata among them, are searched quickly. */
    private static final int MANY_OF_ALL_COMBINATIONS = 2_500;

    /** The same with those that a stratum could have a row of: they are not as tangled. */
    private static final int MANY_OF_SOME_COMBINATIONS = 10_000;

    /** How often to decide again over fewer; after that nothing of strata is shown. */
    private static final int MOST_ATTEMPTS = 8;

    private final Iterable<? extends StudyPart> parts;
    private final StudySettings settings;

    /**
     * A decider about a study.
     *
     * @param settings with a k of at least 2
     */
    StudyDecider(Iterable<? extends StudyPart> parts, StudySettings settings) {
        this.parts = parts;
        this.settings = settings;
    }

    /**
     * What was decided.
     *
     * @param decision for later steps
     * @param shown the cells that are shown
     */
    record Decided(Decision decision, Cells shown) {}

    /** What is shown, and what of strata was decided over for it. */
    Decided decided() {
        OfStrata likely = OfStrata.combinations(parts, settings.minCellCount());
        Decided withStrata = likely.isNothing() ? null : withStrata(likely);
        return withStrata == null
                ? tried(tables(OfStrata.NOTHING), Search.THOROUGH).decided()
                : withStrata;
    }

    /** @param likely combinations of which a stratum has k episodes or more: no others could be shown */
    private @Nullable Decided withStrata(OfStrata likely) {
        Decided everything = likely.size() > MOST_OF_EVERYTHING ? null : withEverything();
        if (everything != null) {
            return everything;
        }
        Tried all = tried(OfStrata.combinations(parts, 0), MANY_OF_ALL_COMBINATIONS, Search.ONCE);
        if (all.showsSomething()) {
            return all.decided();
        }
        OfStrata left = tables(likely).ofStrataBySums();
        for (int attempts = 0; attempts < MOST_ATTEMPTS && !left.isNothing(); attempts++) {
            Tried some = tried(left, MANY_OF_SOME_COMBINATIONS, Search.QUICK);
            if (some.showsSomething()) {
                return some.decided();
            }
            left = some.left();
        }
        return null;
    }

    private @Nullable Decided withEverything() {
        StudyTables everything = tables(OfStrata.EVERYTHING);
        if (everything.size() > MOST_OF_EVERYTHING) {
            return null;
        }
        Tried tried = tried(everything, Search.THOROUGH);
        return tried.showsSomething() ? tried.decided() : null;
    }

    /** @param left what is left of strata to decide over next */
    private record Tried(Decided decided, boolean showsSomething, OfStrata left) {}

    /** @param ofMany how to search where there are more counts than {@code many} */
    private Tried tried(OfStrata ofStrata, int many, Search ofMany) {
        StudyTables tables = tables(ofStrata);
        return tried(tables, tables.size() > many ? ofMany : Search.THOROUGH);
    }

    private static Tried tried(StudyTables tables, Search search) {
        StudyTables.Attempt attempt = tables.attempt(search);
        BitSet shown = attempt.shown();
        return new Tried(
                new Decided(new Decision(tables.ofStrata(), shown), tables.cells(shown)),
                !attempt.isFailed(),
                attempt.isFailed() ? tables.ofStrataAfter(attempt) : tables.ofStrata());
    }

    private StudyTables tables(OfStrata ofStrata) {
        return StudyTables.of(parts, settings, ofStrata);
    }
}
