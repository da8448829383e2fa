package org.recoveryreport.domain.tagging;

import org.jspecify.annotations.Nullable;

/**
 * Decides which of the treatments found were used, one pass from left to right. A cue such as "no" rules out what follows
 * in its clause, one such as "contraindicated" what stands before; what is not ruled out was used.
 *
 * <p>A scope ends with its sentence, at "but" and the like, at a verb of use ("declined PT, took ibuprofen") and as a rule
 * at a comma; it goes on over commas inside lists ("no ice, heat or massage") and after a heading ("Allergies: ...").
 * Words of effect after a cue take it back: "no relief from ibuprofen" tells of use.
 */
final class UseReading {
    /** "?muscle relaxant". */
    private static final Cue QUERY = new Cue("?", Cue.Role.FORWARD, Reason.PLANNED);

    /** "Nil NSAIDs". */
    private static final Cue NIL = new Cue("nil", Cue.Role.FORWARD, Reason.NEGATED);

    private static final int NOTHING = -1;

    private final Lexicon lexicon;
    private final Tokens tokens;
    private final Findings findings;
    private final Following following;
    private @Nullable Clauses clauses;

    /** What a cue rules out that speaks of what follows, or null where none does. */
    private @Nullable Scope scope;

    private final Reach reach;
    /** The first finding of the sentence. */
    private int sentence;

    private boolean toldOfUse;
    private boolean toldOfEffect;
    /** Whether something was attended, so that an appointment is no plan. */
    private boolean toldOfDone;
    /** The finding "start", as long as a day may follow, or {@link #NOTHING}. */
    private int toStart = NOTHING;

    /** The finding "chose", as long as "over" may follow, or {@link #NOTHING}. */
    private int choice = NOTHING;

    /** Whether the sentence said that there was nothing: "nothing helped except heat". */
    private boolean saidNothing;

    private int depth;

    /** The part of a text that a cue speaks of, and what was seen there so far. */
    private static final class Scope {
        final Cue cue;
        /** The last token of the cue. */
        final int last;
        /** The cue's finding, that of "neither" where the cue is its "nor". */
        final int from;
        /** How many brackets the cue stands in. */
        final int depth;

        boolean heading;
        boolean sawTreatment;
        /** Whether it rules out something that is no treatment of the catalogue: "denies meds". */
        boolean sawOther;

        boolean sawComma;
        boolean sawUse;

        Scope(Cue cue, int last, int from, int depth) {
            this.cue = cue;
            this.last = last;
            this.from = from;
            this.depth = depth;
        }

        boolean isOf(Cue.Role role) {
            return cue.role() == role;
        }

        boolean isUnlessOutcome() {
            return isOf(Cue.Role.FORWARD_UNLESS_OUTCOME) || isOf(Cue.Role.NOR);
        }

        /** Whether it rules out what stands before it, where nothing follows: "heat: no", "massage, never tried". */
        boolean turnsBackward() {
            return !sawTreatment && !sawOther && !isOf(Cue.Role.PERSON);
        }
    }

    private UseReading(Lexicon lexicon, Tokens tokens, Findings findings) {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.findings = findings;
        this.following = new Following(lexicon, tokens, findings);
        this.reach = new Reach(lexicon, tokens, findings);
    }

    static void read(Lexicon lexicon, Tokens tokens, Findings findings) {
        new UseReading(lexicon, tokens, findings).read();
    }

    private void read() {
        int i = 0;
        int next = 0;
        while (i < tokens.count) {
            int f = findings.at[i];
            if (f < 0) {
                separator(i, next);
                i++;
                continue;
            }
            Cue cue = lexicon.cue(findings.entry[f]);
            if (cue == null) {
                phrase(f);
            } else {
                cue(cue, f);
            }
            next = f + 1;
            i = findings.last[f] + 1;
        }
        endScope(tokens.count, findings.count);
    }

    private void phrase(int f) {
        if (scope != null && reach.mayRuleOut(f)) {
            findings.reason[f] = scope.cue.reason();
            scope.sawTreatment |= findings.isTreatment(lexicon, f);
        } else if (scope != null && findings.is(lexicon, f, Phrase.Kind.KNOWN)) {
            scope.sawOther = true;
        } else if (findings.tellsOfNone(lexicon, f)) {
            nothing(f);
        } else {
            goOn(f, false);
        }
    }

    private void nothing(int f) {
        if (scope != null && scope.heading) {
            scope = null;
        }
        if (following.saysNone(f)) {
            reach.ruleOut(Reason.NEGATED, f);
        } else {
            saidNothing = true;
            if (findings.first[f] == findings.last[f] && following.beginsPart(f) && following.treatmentNext(f)) {
                begin(NIL, f);
            } else {
                goOn(f, true);
            }
        }
    }

    /** "No lifting or NSAIDs", "no meds, PT or massage". */
    private void goOn(int f, boolean overCommas) {
        Cue negation = lexicon.negationOf(findings.entry[f]);
        if (negation != null && following.goesOn(f, overCommas)) {
            begin(negation, f).sawOther = true;
        }
    }

    /** "Declined PT, took ibuprofen"; but "never took ibuprofen". */
    private void used() {
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
    private void endPlan() {
        if (scope != null && scope.cue.reason() == Reason.PLANNED) {
            scope = null;
        }
    }

    /** "Offered Toradol, accepted". */
    private void accepted(int f) {
        for (int k = sentence; k < f; k++) {
            findings.reason[k] = findings.reason[k] == Reason.PLANNED ? null : findings.reason[k];
        }
        newClause(findings.first[f], f + 1);
    }

    /** "Referred to PT, attended 3 sessions"; but "PT referral, attended school". */
    private void done(int f) {
        if ((scope == null || scope.isOf(Cue.Role.ARRANGED)) && following.completes(f)) {
            accepted(f);
        } else {
            used();
            toldOfDone = scope == null;
        }
    }

    private void appointment(Cue cue, int f) {
        if (following.isPast(f)) {
            used();
        } else if (!toldOfDone) {
            arranged(cue, f);
        }
    }

    private void arranged(Cue cue, int f) {
        if (rulesOutWhatFollows(cue, f)) {
            begin(cue, f);
        } else {
            reach.toSameSetting(f);
            reach.ruleOut(cue.reason(), f);
        }
    }

    /** "Everything except yoga" rules the yoga out; "denies anything except Tylenol" does not. */
    private void except(Cue cue, int f) {
        if (scope != null || saidNothing) {
            scope = null;
        } else if (!following.beginsPart(f) || !following.tellsMore(f)) {
            begin(cue, f);
        }
    }

    private void cue(Cue cue, int f) {
        switch (cue.role()) {
            case FORWARD, FORWARD_LIST, FORWARD_UNLESS_OUTCOME, NOR -> begin(cue, f);
            case NEXT -> {
                if (following.treatmentNext(f) && !following.isScore(f)) {
                    begin(cue, f);
                } else if (following.answers(f)) {
                    reach.ruleOut(cue.reason(), f);
                }
            }
            case PERSON -> {
                if (following.doesSomething(f)) {
                    begin(cue, f);
                }
            }
            case BACKWARD -> reach.ruleOut(cue.reason(), f);
            case BACKWARD_ALL -> {
                reach.toWholeList();
                reach.ruleOut(cue.reason(), f);
            }
            case EITHER, EITHER_LIST -> {
                if (rulesOutWhatFollows(cue, f)) {
                    begin(cue, f);
                } else {
                    reach.ruleOut(cue.reason(), f);
                }
            }
            case ARRANGED -> arranged(cue, f);
            case APPOINTMENT -> appointment(cue, f);
            case FUTURE -> {
                if (following.beginsPart(f) && following.treatment(f, false, false)) {
                    begin(cue, f);
                } else {
                    reach.ruleOut(cue.reason(), f);
                }
            }
            case CONTINUED -> endPlan();
            case THAN -> {
                if (scope != null && scope.cue.reason() == Reason.NEGATED) {
                    scope = null;
                }
            }
            case DONE -> done(f);
            case OUTCOME -> {
                if (following.isOfAppointment(f)) {
                    accepted(f);
                }
                outcome(f);
                toldOfUse = true;
                toldOfEffect = true;
            }
            case USED -> used();
            case CHOICE -> {
                used();
                choice = f;
            }
            case OVER -> {
                if (following.rejects(f, choice)) {
                    begin(cue, f);
                }
            }
            case NO_LONGER -> takeBack(f);
            case START -> {
                used();
                toStart = f;
            }
            case DAY -> {
                if (toStart != NOTHING && scope == null) {
                    reach.ruleOut(cue.reason(), toStart, f);
                    toStart = NOTHING;
                }
            }
            case VERSUS -> {
                if (scope == null && !toldOfUse && following.treatment(f, false, false)) {
                    reach.ruleOut(cue.reason(), f);
                    begin(cue, f);
                }
            }
            case ANSWER -> {
                if (isAnswer(f)) {
                    reach.ruleOut(cue.reason(), f);
                }
            }
            case BREAK, THEN -> {
                boolean condition = scope != null && scope.isOf(Cue.Role.EITHER_LIST) && !scope.sawTreatment;
                if (!condition) {
                    boolean done = toldOfEffect || cue.role() == Cue.Role.THEN;
                    endClause(findings.first[f], f + 1);
                    reach.newPart(f, done);
                }
            }
            case EXCEPT -> except(cue, f);
            case ACCEPTED -> {
                if (following.treatment(f, false, true)) {
                    endPlan();
                    used();
                } else {
                    accepted(f);
                }
            }
            case ASIDE -> {
                if (scope != null && scope.sawTreatment) {
                    scope = null;
                }
                reach.from(f + 1);
                toldOfUse = false;
            }
            case AND -> {
                if (toldOfUse) {
                    reach.from(f + 1);
                    toldOfUse = false;
                    toldOfDone = false;
                }
            }
            case OR,
                    PAST,
                    NEUTRAL,
                    FILLER,
                    ASKING,
                    OF_PERSON,
                    PATIENT_VERB,
                    PATIENT_WORD,
                    PATIENT_VERB_WITH_OBJECT,
                    PATIENT_VERB_WITH_COMPLAINT,
                    PATIENT_VERB_NEXT_TO_OBJECT,
                    PATIENT_NOT,
                    PATIENT_STATE,
                    COMPLAINT,
                    BEFORE_PATIENT,
                    TELLING,
                    TOLD,
                    BLOOD_TEST,
                    BLOOD_TEST_UNIT -> {}
        }
    }

    /** "Ice N", "ice: N heat: Y". */
    private boolean isAnswer(int f) {
        int before = findings.first[f] - 1;
        return !tokens.isWord(findings.last[f] + 1)
                || (before >= 0 && (tokens.word[before] == Tokens.COLON || tokens.word[before] == Tokens.DASH));
    }

    /** "No relief from ibuprofen" and "neither ice nor heat helped" tell of use. */
    private void outcome(int f) {
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
    private void takeBack(int f) {
        if (scope != null && scope.sawTreatment) {
            for (int k = scope.from; k < f; k++) {
                findings.reason[k] = findings.reason[k] == Reason.NEGATED ? null : findings.reason[k];
            }
            scope = null;
        }
    }

    /** A condition ("if no better") speaks of what stands before it, if there is something in its clause. */
    private boolean rulesOutWhatFollows(Cue cue, int f) {
        if (cue.role() == Cue.Role.EITHER_LIST) {
            return !reach.treatmentBefore(f) && following.treatment(f, true, false);
        }
        boolean before = reach.treatmentBefore(f);
        return following.treatment(f, false, before) || following.object(f) || (!before && following.isHeading(f));
    }

    private Scope begin(Cue cue, int f) {
        return begin(cue, findings.first[f], findings.last[f], f);
    }

    private Scope begin(Cue cue, int first, int last, int f) {
        boolean nor = scope != null && scope.isUnlessOutcome() && cue.role() == Cue.Role.NOR;
        int from = scope != null && nor ? scope.from : f;
        endScope(first, f);
        Scope begun = new Scope(cue, last, from, depth);
        scope = begun;
        return begun;
    }

    private void separator(int token, int nextFinding) {
        switch (tokens.word[token]) {
            case Tokens.STOP -> {
                newClause(token, nextFinding);
                sentence = nextFinding;
                depth = 0;
            }
            case Tokens.QUESTION -> {
                endScope(token, nextFinding);
                if (following.isAsked(token)) {
                    newClause(token, nextFinding);
                    begin(QUERY, token, token, nextFinding);
                } else if (isUnanswered(token) && following.asks(token)) {
                    reach.ruleOut(Reason.PLANNED, sentence, nextFinding);
                } else if (isUnanswered(token) && !toldOfUse) {
                    reach.ruleOut(Reason.PLANNED, nextFinding);
                } else if (!following.cueForWhatStandsBefore(token, reach.treatmentBefore(nextFinding))) {
                    newClause(token, nextFinding);
                }
            }
            case Tokens.COMMA -> comma(token, nextFinding);
            case Tokens.PLUS -> {
                if (scope == null) {
                    newClause(token, nextFinding);
                }
            }
            case Tokens.DASH, Tokens.COLON -> {
                if (scope != null && scope.last + 1 == token) {
                    scope.heading = true;
                } else if (scope != null && scope.sawTreatment) {
                    newClause(token, nextFinding);
                } else if (!following.cueForWhatStandsBefore(token, reach.treatmentBefore(nextFinding))
                        && tokens.word[token] == Tokens.DASH) {
                    newClause(token, nextFinding);
                }
            }
            case Tokens.OPEN -> {
                depth++;
                if (scope != null && scope.sawTreatment && following.tellsOfAnother(token, nextFinding)) {
                    scope = null;
                }
                if (scope == null && following.isAside(token, nextFinding)) {
                    reach.open(nextFinding);
                }
            }
            case Tokens.CLOSE -> {
                depth = Math.max(0, depth - 1);
                if (scope != null && (scope.sawTreatment || depth < scope.depth)) {
                    endScope(token, nextFinding);
                }
                reach.close();
            }
            default -> {}
        }
    }

    /** "PT?", with no answer behind it. */
    private boolean isUnanswered(int token) {
        return token + 1 == tokens.count || tokens.word[token + 1] == Tokens.STOP || following.asksOfAnother(token);
    }

    private void comma(int token, int nextFinding) {
        if (scope != null && depth > scope.depth) {
            return;
        }
        if (scope != null && goesOnAfter(scope, token)) {
            scope.sawComma = true;
            return;
        }
        boolean list = scope == null && !toldOfUse && lookAhead().listOfTreatmentsAfter(token);
        endScope(token, nextFinding);
        reach.comma(nextFinding, !list);
        toldOfUse &= list;
        toldOfDone &= list;
    }

    private boolean goesOnAfter(Scope begun, int comma) {
        if (begun.heading) {
            return true;
        }
        byte close = lookAhead().closeAfter(comma);
        if (!begun.sawTreatment) {
            boolean other = begun.sawOther || following.isOneThing(begun.last, comma);
            return begun.isOf(Cue.Role.EITHER_LIST) || (other && close == Clauses.OR);
        }
        return switch (close) {
            case Clauses.OR -> true;
            case Clauses.AND -> !(begun.isOf(Cue.Role.FORWARD) && begun.cue.reason() == Reason.NEGATED);
            default ->
                lookAhead().bareAfter(comma)
                        && (begun.isOf(Cue.Role.FORWARD_LIST)
                                || (begun.cue.reason() == Reason.PLANNED && following.isOfSameSetting(comma)));
        };
    }

    /** Ends the scope; a cue that ruled out nothing, as in "massage not tried" and "heat: no", turns backward. */
    private void endScope(int token, int nextFinding) {
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

    private void newClause(int token, int nextFinding) {
        endClause(token, nextFinding);
        reach.newClause(nextFinding);
    }

    private void endClause(int token, int nextFinding) {
        endScope(token, nextFinding);
        toStart = NOTHING;
        choice = NOTHING;
        toldOfUse = false;
        toldOfEffect = false;
        toldOfDone = false;
        saidNothing = false;
    }

    private Clauses lookAhead() {
        Clauses known = clauses;
        if (known == null) {
            known = new Clauses(lexicon, tokens, findings);
            clauses = known;
        }
        return known;
    }
}
