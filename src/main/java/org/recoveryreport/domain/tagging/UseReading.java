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

    private static final int NOTHING = -1;

    private final Lexicon lexicon;
    private final Tokens tokens;
    private final Findings findings;
    private final Following following;
    private @Nullable Clauses clauses;

    /** The cue whose scope runs forward, or null. */
    private @Nullable Cue active;

    private int activeLast;
    /** Where the scope of "neither ... nor" began. */
    private int scope;

    private int activeDepth;
    private boolean heading;
    private boolean sawTreatment;
    private boolean sawComma;
    private boolean sawUse;

    private final Reach reach;
    /** The first finding of the sentence. */
    private int sentence;

    private boolean toldOfUse;
    private boolean toldOfEffect;
    /** The finding "start", as long as a day may follow, or {@link #NOTHING}. */
    private int toStart = NOTHING;

    /** Whether the sentence said that there was nothing: "nothing helped except heat". */
    private boolean saidNothing;

    private int depth;

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
        if (active != null && reach.mayRuleOut(f)) {
            findings.reason[f] = active.reason();
            sawTreatment |= findings.isTreatment(lexicon, f);
        } else if (following.saysNone(f)) {
            reach.ruleOut(Reason.NEGATED, f);
        } else if (isNoTreatment(f)) {
            saidNothing = true;
        }
    }

    private boolean isNoTreatment(int f) {
        Phrase phrase = lexicon.phrase(findings.entry[f]);
        return phrase != null && phrase.kind() == Phrase.Kind.NO_TREATMENT;
    }

    /** "Declined PT, took ibuprofen"; but "never took ibuprofen". */
    private void used() {
        if (active != null && (sawTreatment || sawComma)) {
            active = null;
        }
        sawUse = active != null;
        toldOfUse |= active == null;
    }

    /** "Offered Toradol, accepted". */
    private void accepted(int f) {
        for (int k = sentence; k < f; k++) {
            findings.reason[k] = findings.reason[k] == Reason.PLANNED ? null : findings.reason[k];
        }
        newClause(findings.first[f], f + 1);
    }

    /** "Everything except yoga" rules the yoga out; "denies anything except Tylenol" does not. */
    private void except(Cue cue, int f) {
        if (active != null || saidNothing) {
            active = null;
        } else {
            begin(cue, f);
        }
    }

    private void cue(Cue cue, int f) {
        switch (cue.role()) {
            case FORWARD, FORWARD_LIST, FORWARD_UNLESS_OUTCOME -> begin(cue, f);
            case BACKWARD -> reach.ruleOut(cue.reason(), f);
            case EITHER, EITHER_LIST -> {
                if (rulesOutWhatFollows(cue, f)) {
                    begin(cue, f);
                } else {
                    reach.ruleOut(cue.reason(), f);
                }
            }
            case OUTCOME -> {
                outcome(f);
                toldOfUse = true;
                toldOfEffect = true;
            }
            case USED -> used();
            case START -> {
                used();
                toStart = f;
            }
            case DAY -> {
                if (toStart != NOTHING && active == null) {
                    reach.ruleOut(cue.reason(), toStart, f);
                    toStart = NOTHING;
                }
            }
            case VERSUS -> {
                if (active == null && !toldOfUse && following.treatment(f, false, false)) {
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
                boolean condition = active != null && active.role() == Cue.Role.EITHER_LIST && !sawTreatment;
                if (!condition) {
                    boolean done = toldOfEffect || cue.role() == Cue.Role.THEN;
                    endClause(findings.first[f], f + 1);
                    reach.newPart(f, done);
                }
            }
            case EXCEPT -> except(cue, f);
            case ACCEPTED -> {
                if (following.treatment(f, false, true)) {
                    used();
                } else {
                    accepted(f);
                }
            }
            case ASIDE -> {
                if (active != null && sawTreatment) {
                    active = null;
                }
                reach.from(f + 1);
                toldOfUse = false;
            }
            case AND -> {
                if (toldOfUse) {
                    reach.from(f + 1);
                    toldOfUse = false;
                }
            }
            case OR,
                    NEUTRAL,
                    FILLER,
                    PATIENT_VERB,
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
        if (active == null || active.reason() != Reason.NEGATED) {
            return;
        }
        if (!sawTreatment) {
            active = null;
            saidNothing = true;
        } else if (active.role() == Cue.Role.FORWARD_UNLESS_OUTCOME
                && f > 0
                && findings.isAdjacent(f - 1, f)
                && findings.isTreatment(lexicon, f - 1)) {
            for (int k = scope; k < f; k++) {
                findings.reason[k] = findings.reason[k] == Reason.NEGATED ? null : findings.reason[k];
            }
            active = null;
        }
    }

    /** A condition ("if no better") speaks of what stands before it, if there is something in its clause. */
    private boolean rulesOutWhatFollows(Cue cue, int f) {
        if (cue.role() == Cue.Role.EITHER_LIST) {
            return !reach.treatmentBefore(f) && following.treatment(f, true, false);
        }
        return following.treatment(f, false, reach.treatmentBefore(f)) || following.object(f);
    }

    private void begin(Cue cue, int f) {
        begin(cue, findings.first[f], findings.last[f], f);
    }

    private void begin(Cue cue, int first, int last, int f) {
        boolean sameScope = active != null
                && active.role() == Cue.Role.FORWARD_UNLESS_OUTCOME
                && cue.role() == Cue.Role.FORWARD_UNLESS_OUTCOME;
        scope = sameScope ? scope : f;
        endScope(first, f);
        active = cue;
        activeLast = last;
        activeDepth = depth;
        heading = false;
        sawTreatment = false;
        sawComma = false;
        sawUse = false;
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
                } else if (endsSentence(token) && !toldOfUse) {
                    reach.ruleOut(Reason.PLANNED, nextFinding);
                } else if (!following.cueForWhatStandsBefore(token, reach.treatmentBefore(nextFinding))) {
                    newClause(token, nextFinding);
                }
            }
            case Tokens.COMMA -> comma(token, nextFinding);
            case Tokens.PLUS -> {
                if (active == null || sawTreatment) {
                    newClause(token, nextFinding);
                }
            }
            case Tokens.DASH, Tokens.COLON -> {
                if (active != null && isRightAfterCue(token)) {
                    heading = true;
                } else if (active != null && sawTreatment) {
                    newClause(token, nextFinding);
                } else if (!following.cueForWhatStandsBefore(token, reach.treatmentBefore(nextFinding))
                        && tokens.word[token] == Tokens.DASH) {
                    newClause(token, nextFinding);
                }
            }
            case Tokens.OPEN -> {
                depth++;
                if (active == null && following.isAside(token, nextFinding)) {
                    reach.open(nextFinding);
                }
            }
            case Tokens.CLOSE -> {
                depth = Math.max(0, depth - 1);
                if (active != null && (sawTreatment || depth < activeDepth)) {
                    endScope(token, nextFinding);
                }
                reach.close();
            }
            default -> {}
        }
    }

    /** "PT?", with no answer behind it. */
    private boolean endsSentence(int token) {
        return token + 1 == tokens.count || tokens.word[token + 1] == Tokens.STOP;
    }

    private void comma(int token, int nextFinding) {
        if (active != null && depth > activeDepth) {
            return;
        }
        if (active != null && goesOnAfter(token)) {
            sawComma = true;
            return;
        }
        boolean list = active == null && !toldOfUse && lookAhead().closeAfter(token) != Clauses.OPEN_LIST;
        endScope(token, nextFinding);
        reach.comma(nextFinding, !list);
        toldOfUse &= list;
    }

    private boolean goesOnAfter(int comma) {
        if (heading) {
            return true;
        }
        byte close = lookAhead().closeAfter(comma);
        boolean bare = lookAhead().bareAfter(comma);
        if (!sawTreatment) {
            return active != null && active.role() == Cue.Role.EITHER_LIST;
        }
        if (close == Clauses.OR) {
            return true;
        }
        boolean plainNo = active != null && active.role() == Cue.Role.FORWARD && active.reason() == Reason.NEGATED;
        if (close == Clauses.AND) {
            return !plainNo;
        }
        return bare && active != null && active.role() == Cue.Role.FORWARD_LIST;
    }

    /** Ends the scope; a cue that ruled out nothing, as in "massage not tried" and "heat: no", turns backward. */
    private void endScope(int token, int nextFinding) {
        Cue cue = active;
        active = null;
        if (cue != null && !sawTreatment) {
            boolean last = activeLast + 1 == token && cue.role() != Cue.Role.FORWARD_UNLESS_OUTCOME;
            if (last || (sawUse && cue.reason() == Reason.NEGATED)) {
                reach.ruleOut(cue.reason(), nextFinding);
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
        toldOfUse = false;
        toldOfEffect = false;
        saidNothing = false;
    }

    private boolean isRightAfterCue(int token) {
        return activeLast + 1 == token;
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
