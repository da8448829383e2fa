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
    private static final int LOOK_AHEAD = 6;
    /** "?muscle relaxant". */
    private static final Cue QUERY = new Cue("?", Cue.Role.FORWARD, Reason.PLANNED);

    private final Lexicon lexicon;
    private final Tokens tokens;
    private final Findings findings;
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

    /** The first finding that a cue may reach backward, and that of the segment before. */
    private int reach;

    private int earlierReach;
    private boolean toldOfUse;
    private int depth;

    private UseReading(Lexicon lexicon, Tokens tokens, Findings findings) {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.findings = findings;
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
        if (isTreatment(f) && active != null) {
            findings.reason[f] = active.reason();
            sawTreatment = true;
        } else if (saysNone(f)) {
            ruleOutBefore(Reason.NEGATED, f);
        }
    }

    /** "Opioids: none". */
    private boolean saysNone(int f) {
        Phrase phrase = lexicon.phrase(findings.entry[f]);
        int before = findings.first[f] - 1;
        return phrase != null
                && phrase.kind() == Phrase.Kind.NO_TREATMENT
                && before >= 0
                && (tokens.word[before] == Tokens.COLON || tokens.word[before] == Tokens.DASH);
    }

    private void cue(Cue cue, int f) {
        switch (cue.role()) {
            case FORWARD, FORWARD_LIST, FORWARD_UNLESS_OUTCOME -> begin(cue, f);
            case BACKWARD -> ruleOutBefore(cue.reason(), f);
            case EITHER, EITHER_LIST -> {
                if (rulesOutWhatFollows(cue, f)) {
                    begin(cue, f);
                } else {
                    ruleOutBefore(cue.reason(), f);
                }
            }
            case OUTCOME -> {
                outcome(f);
                toldOfUse = true;
            }
            case USED -> {
                if (active != null && (sawTreatment || sawComma)) {
                    active = null;
                }
                sawUse = active != null;
                toldOfUse |= active == null;
            }
            case BREAK -> {
                boolean condition = active != null && active.role() == Cue.Role.EITHER_LIST && !sawTreatment;
                if (!condition) {
                    newClause(f, f + 1);
                }
            }
            case ASIDE -> {
                if (active != null && sawTreatment) {
                    active = null;
                }
                reach = f + 1;
                toldOfUse = false;
            }
            case AND -> {
                if (toldOfUse) {
                    reach = f + 1;
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
                    COMPLAINT,
                    BEFORE_PATIENT,
                    TELLING,
                    TOLD -> {}
        }
    }

    /** "No relief from ibuprofen" and "neither ice nor heat helped" tell of use. */
    private void outcome(int f) {
        if (active == null || active.reason() != Reason.NEGATED) {
            return;
        }
        if (!sawTreatment) {
            active = null;
        } else if (active.role() == Cue.Role.FORWARD_UNLESS_OUTCOME
                && f > 0
                && isAdjacent(f - 1, f)
                && isTreatment(f - 1)) {
            for (int k = scope; k < f; k++) {
                findings.reason[k] = findings.reason[k] == Reason.NEGATED ? null : findings.reason[k];
            }
            active = null;
        }
    }

    private boolean isAdjacent(int f, int next) {
        return findings.last[f] + 1 == findings.first[next];
    }

    /** A condition ("if no better") speaks of what stands before it, if there is something in its clause. */
    private boolean rulesOutWhatFollows(Cue cue, int f) {
        if (cue.role() == Cue.Role.EITHER_LIST) {
            return !treatmentIn(reach, f) && treatmentFollows(f, true);
        }
        return objectFollows(f) || treatmentFollows(f, false);
    }

    /** "Heat; refuses pills" is not about the heat. */
    private boolean objectFollows(int f) {
        int next = f;
        do {
            next++;
        } while (next < findings.count && isAdjacent(next - 1, next) && isFiller(next));
        if (next >= findings.count || !isAdjacent(next - 1, next)) {
            return false;
        }
        Phrase phrase = lexicon.phrase(findings.entry[next]);
        return phrase != null && phrase.kind() == Phrase.Kind.KNOWN;
    }

    private boolean isFiller(int f) {
        Cue cue = lexicon.cue(findings.entry[f]);
        return cue != null && cue.role() == Cue.Role.FILLER;
    }

    private boolean treatmentIn(int from, int to) {
        for (int k = from; k < to; k++) {
            if (isTreatment(k) && findings.reason[k] == null) {
                return true;
            }
        }
        return false;
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
                earlierReach = nextFinding;
                depth = 0;
            }
            case Tokens.QUESTION -> {
                endScope(token, nextFinding);
                if (queries(token)) {
                    newClause(token, nextFinding);
                    begin(QUERY, token, token, nextFinding);
                } else if (!cueFollows(token)) {
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
                } else if (!cueFollows(token) && tokens.word[token] == Tokens.DASH) {
                    newClause(token, nextFinding);
                }
            }
            case Tokens.OPEN -> depth++;
            case Tokens.CLOSE -> {
                depth = Math.max(0, depth - 1);
                if (active != null && (sawTreatment || depth < activeDepth)) {
                    endScope(token, nextFinding);
                }
            }
            default -> {}
        }
    }

    /** Whether a question mark stands before what it asks about, as in "?muscle relaxant", and not behind it. */
    private boolean queries(int token) {
        if (!tokens.isWord(token + 1)) {
            return false;
        }
        boolean begins = token == 0 || tokens.isSeparator(token - 1);
        boolean attached = tokens.start[token + 1] == tokens.end[token];
        return begins || (attached && tokens.start[token] > tokens.end[token - 1]);
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
        earlierReach = reach;
        if (!list) {
            reach = nextFinding;
            toldOfUse = false;
        }
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
                ruleOutBefore(cue.reason(), nextFinding);
            }
        }
    }

    private void newClause(int token, int nextFinding) {
        endScope(token, nextFinding);
        reach = nextFinding;
        earlierReach = reach;
        toldOfUse = false;
    }

    private void ruleOutBefore(Reason reason, int f) {
        boolean found = false;
        for (int k = reach; k < f; k++) {
            found |= ruleOut(k, reason);
        }
        if (!found && followsSeparator(f)) {
            for (int k = earlierReach; k < reach; k++) {
                ruleOut(k, reason);
            }
        }
        reach = f;
        earlierReach = f;
    }

    private boolean ruleOut(int f, Reason reason) {
        if (isTreatment(f) && findings.reason[f] == null) {
            findings.reason[f] = reason;
            return true;
        }
        return false;
    }

    private boolean followsSeparator(int f) {
        return f < findings.count && findings.first[f] > 0 && tokens.word[findings.first[f] - 1] == Tokens.COMMA;
    }

    private boolean isTreatment(int f) {
        Phrase phrase = lexicon.phrase(findings.entry[f]);
        return phrase != null && findings.reason[f] != Reason.PATIENT && phrase.isTreatment();
    }

    private boolean treatmentFollows(int f, boolean overCommas) {
        int from = findings.last[f] + 1;
        int i = from;
        while (i < tokens.count && i < from + LOOK_AHEAD) {
            int found = findings.at[i];
            if (found < 0) {
                boolean mayPass = tokens.isWord(i)
                        || (tokens.word[i] == Tokens.COMMA && overCommas)
                        || (i == from && tokens.word[i] == Tokens.DASH)
                        || (tokens.word[i] == Tokens.COLON && (i == from || !treatmentIn(reach, f)));
                if (!mayPass) {
                    return false;
                }
                i++;
                continue;
            }
            if (isTreatment(found)) {
                return true;
            }
            Cue cue = lexicon.cue(findings.entry[found]);
            boolean joins = cue != null && (cue.role() == Cue.Role.AND || cue.role() == Cue.Role.OR);
            boolean then = overCommas && cue != null && cue.role() == Cue.Role.BREAK;
            if (cue != null && !then && !isTransparent(cue.role()) && !(joins && i > from && !treatmentIn(reach, f))) {
                return false;
            }
            i = findings.last[found] + 1;
        }
        return false;
    }

    private static boolean isTransparent(Cue.Role role) {
        return role == Cue.Role.FILLER || role == Cue.Role.USED || role == Cue.Role.NEUTRAL;
    }

    private boolean isRightAfterCue(int token) {
        return activeLast + 1 == token;
    }

    /** Whether a cue that may speak of what stands before comes next: "PT: declined", "heat? no". */
    private boolean cueFollows(int token) {
        int f = token + 1 < tokens.count ? findings.at[token + 1] : -1;
        Cue cue = f < 0 ? null : lexicon.cue(findings.entry[f]);
        if (cue == null) {
            return f >= 0 && saysNone(f);
        }
        return switch (cue.role()) {
            case BACKWARD -> true;
            case EITHER, EITHER_LIST, FORWARD, FORWARD_LIST, FORWARD_UNLESS_OUTCOME -> !treatmentFollows(f, false);
            default -> false;
        };
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
