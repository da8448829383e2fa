package org.recoveryreport.domain.tagging;

import org.jspecify.annotations.Nullable;

/** What a clause said so far: what a cue in it rules out, what a cue may still reach, and whether it told of use. */
final class Statement {
    static final int NOTHING = -1;

    /** What a cue may reach that speaks of what stands before. */
    final Reach reach;

    /** What a cue rules out that speaks of what follows, or null where none does. */
    @Nullable
    Scope scope;

    /** The first finding of the sentence. */
    int sentence;

    boolean toldOfUse;
    boolean toldOfEffect;
    /** Whether something was attended, so that an appointment is no plan. */
    boolean toldOfDone;
    /** The finding "start", as long as a day may follow, or {@link #NOTHING}. */
    int toStart = NOTHING;

    /** The finding "chose", as long as "over" may follow, or {@link #NOTHING}. */
    int choice = NOTHING;

    /** Whether the sentence said that there was nothing: "nothing helped except heat". */
    boolean saidNothing;

    int depth;

    private final Lexicon lexicon;
    private final Findings findings;
    private final Following following;

    Statement(Lexicon lexicon, Tokens tokens, Findings findings, Following following) {
        this.lexicon = lexicon;
        this.findings = findings;
        this.following = following;
        this.reach = new Reach(lexicon, tokens, findings);
    }

    /** "Declined PT, took ibuprofen"; but "never took ibuprofen". */
    void used() {
        if (scope != null && (scope.sawTreatment || scope.sawComma)) {
            scope = null;
        }
        if (scope != null) {
            scope.sawUse = true;
        } else {
            toldOfUse = true;
        }
    }

    /** "Plan: continue PT", "offered and accepted PT". */
    void endPlan() {
        if (scope != null && scope.cue.reason() == Reason.PLANNED) {
            scope = null;
        }
    }

    /** "Offered Toradol, accepted". */
    void accepted(int f) {
        for (int k = sentence; k < f; k++) {
            findings.reason[k] = findings.reason[k] == Reason.PLANNED ? null : findings.reason[k];
        }
        startClause(findings.first[f], f + 1);
    }

    Scope begin(Cue cue, int f) {
        return begin(cue, findings.first[f], findings.last[f], f);
    }

    Scope begin(Cue cue, int first, int last, int f) {
        boolean nor = scope != null && scope.isUnlessOutcome() && cue.role() == Cue.Role.NOR;
        int from = scope != null && nor ? scope.from : f;
        endScope(first, f);
        Scope begun = new Scope(cue, last, from, depth);
        scope = begun;
        return begun;
    }

    /** "No relief from ibuprofen" and "neither ice nor heat helped" tell of use. */
    void outcome(int f) {
        if (scope == null || scope.cue.reason() != Reason.NEGATED || scope.isOf(Cue.Role.PERSON)) {
            return;
        }
        if (!scope.sawTreatment) {
            scope = null;
            saidNothing = true;
        } else if (scope.isUnlessOutcome()
                && f > 0
                && findings.isAdjacent(f - 1, f)
                && findings.isTreatment(lexicon, f - 1)) {
            takeBack(f);
        }
    }

    /** "Not using heat anymore". */
    void takeBack(int f) {
        if (scope != null && scope.sawTreatment) {
            for (int k = scope.from; k < f; k++) {
                findings.reason[k] = findings.reason[k] == Reason.NEGATED ? null : findings.reason[k];
            }
            scope = null;
        }
    }

    /** Ends the scope; a cue that ruled out nothing, as in "massage not tried" and "heat: no", turns backward. */
    void endScope(int token, int nextFinding) {
        Scope ended = scope;
        scope = null;
        if (ended != null && ended.turnsBackward()) {
            boolean last = ended.last + 1 == token && !ended.isUnlessOutcome();
            if (last || (ended.sawUse && ended.cue.reason() == Reason.NEGATED)) {
                boolean alone = last || following.isWholePart(ended.from, nextFinding, token);
                reach.ruleOutBefore(ended.cue.reason(), nextFinding, alone ? ended.from : nextFinding);
            }
        }
    }

    void startClause(int token, int nextFinding) {
        endClause(token, nextFinding);
        reach.newClause(nextFinding);
    }

    void endClause(int token, int nextFinding) {
        endScope(token, nextFinding);
        toStart = NOTHING;
        choice = NOTHING;
        toldOfUse = false;
        toldOfEffect = false;
        toldOfDone = false;
        saidNothing = false;
    }
}
