package org.recoveryreport.domain.tagging;

/** Decides where the separators of a text end the scope of a cue, or the clause. */
final class Punctuation {
    /** "?muscle relaxant". */
    private static final Cue QUERY = new Cue("?", Cue.Role.FORWARD, Reason.PLANNED);

    private final Tokens tokens;
    private final Following following;
    private final Statement said;

    Punctuation(Tokens tokens, Following following, Statement said) {
        this.tokens = tokens;
        this.following = following;
        this.said = said;
    }

    /** Reads the separator at a token, before the finding that comes next. */
    void read(int token, int nextFinding) {
        switch (tokens.word[token]) {
            case Tokens.STOP -> {
                said.startClause(token, nextFinding);
                said.sentence = nextFinding;
                said.depth = 0;
            }
            case Tokens.QUESTION -> {
                said.endScope(token, nextFinding);
                if (following.isAsked(token)) {
                    said.startClause(token, nextFinding);
                    said.begin(QUERY, token, token, nextFinding);
                } else if (isUnanswered(token) && following.asks(token)) {
                    said.reach.ruleOut(Reason.PLANNED, said.sentence, nextFinding);
                } else if (isUnanswered(token) && !said.toldOfUse) {
                    said.reach.ruleOut(Reason.PLANNED, nextFinding);
                } else if (!following.cueForWhatStandsBefore(token, said.reach.treatmentBefore(nextFinding))) {
                    said.startClause(token, nextFinding);
                }
            }
            case Tokens.COMMA -> comma(token, nextFinding);
            case Tokens.PLUS -> {
                if (said.scope == null) {
                    said.startClause(token, nextFinding);
                }
            }
            case Tokens.DASH, Tokens.COLON -> {
                if (said.scope != null && said.scope.last + 1 == token) {
                    said.scope.heading = true;
                } else if (said.scope != null && said.scope.sawTreatment) {
                    said.startClause(token, nextFinding);
                } else if (!following.cueForWhatStandsBefore(token, said.reach.treatmentBefore(nextFinding))
                        && tokens.word[token] == Tokens.DASH) {
                    said.startClause(token, nextFinding);
                }
            }
            case Tokens.OPEN -> {
                said.depth++;
                if (said.scope != null && said.scope.sawTreatment && following.tellsOfAnother(token, nextFinding)) {
                    said.scope = null;
                }
                if (said.scope == null && following.isAside(token, nextFinding)) {
                    said.reach.open(nextFinding);
                }
            }
            case Tokens.CLOSE -> {
                said.depth = Math.max(0, said.depth - 1);
                if (said.scope != null && (said.scope.sawTreatment || said.depth < said.scope.depth)) {
                    said.endScope(token, nextFinding);
                }
                said.reach.close();
            }
            default -> {}
        }
    }

    /** "PT?", with no answer behind it. */
    private boolean isUnanswered(int token) {
        return token + 1 == tokens.count || tokens.word[token + 1] == Tokens.STOP || following.asksOfAnother(token);
    }

    private void comma(int token, int nextFinding) {
        if (said.scope != null && said.depth > said.scope.depth) {
            return;
        }
        if (said.scope != null && goesOnAfter(said.scope, token)) {
            said.scope.sawComma = true;
            return;
        }
        boolean list =
                said.scope == null && !said.toldOfUse && following.lists().listOfTreatmentsAfter(token);
        said.endScope(token, nextFinding);
        said.reach.comma(nextFinding, !list);
        said.toldOfUse &= list;
        said.toldOfDone &= list;
    }

    private boolean goesOnAfter(Scope begun, int comma) {
        if (begun.heading) {
            return begun.sawTreatment
                    || begun.cue.reason() == Reason.PLANNED
                    || following.lists().bareAfter(comma);
        }
        byte close = following.lists().closeAfter(comma);
        if (!begun.sawTreatment) {
            boolean other = begun.sawOther
                    || (following.isOneThing(begun.last, comma)
                            && following.lists().bareAfter(comma));
            return begun.isOf(Cue.Role.EITHER_LIST) || (other && close == Clauses.OR);
        }
        return switch (close) {
            case Clauses.OR -> true;
            case Clauses.AND -> !(begun.isOf(Cue.Role.FORWARD) && begun.cue.reason() == Reason.NEGATED);
            default ->
                following.lists().bareAfter(comma)
                        && (begun.isOf(Cue.Role.FORWARD_LIST)
                                || (begun.cue.reason() == Reason.PLANNED && following.isOfSameSetting(comma)));
        };
    }
}
