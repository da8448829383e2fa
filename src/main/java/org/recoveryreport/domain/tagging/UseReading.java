package org.recoveryreport.domain.tagging;

/**
 * Decides which of the treatments found were used, one pass from left to right. A cue such as "no" rules out what follows
 * in its clause, one such as "contraindicated" what stands before; what is not ruled out was used.
 *
 * <p>A scope ends with its sentence, at "but" and the like, at a verb of use ("declined PT, took ibuprofen") and as a rule
 * at a comma; it goes on over commas inside lists ("no ice, heat or massage") and after a heading ("Allergies: ...").
 * Words of effect after a cue take it back: "no relief from ibuprofen" tells of use.
 */
final class UseReading {
    /** "Nil NSAIDs". */
    private static final Cue NIL = new Cue("nil", Cue.Role.FORWARD, Reason.NEGATED);

    private final Lexicon lexicon;
    private final Tokens tokens;
    private final Findings findings;
    private final Following following;
    private final Statement said;
    private final Punctuation punctuation;

    private UseReading(Lexicon lexicon, Tokens tokens, Findings findings) {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.findings = findings;
        this.following = new Following(lexicon, tokens, findings);
        this.said = new Statement(lexicon, tokens, findings, following);
        this.punctuation = new Punctuation(tokens, following, said);
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
                punctuation.read(i, next);
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
        said.endScope(tokens.count, findings.count);
    }

    private void phrase(int f) {
        if (said.scope != null && said.reach.mayRuleOut(f)) {
            findings.reason[f] = said.scope.cue.reason();
            said.scope.sawTreatment |= findings.isTreatment(lexicon, f);
        } else if (said.scope != null && findings.is(lexicon, f, Phrase.Kind.KNOWN)) {
            said.scope.sawOther = true;
        } else if (findings.tellsOfNone(lexicon, f)) {
            nothing(f);
        } else {
            goOn(f, false);
        }
    }

    private void nothing(int f) {
        if (said.scope != null && said.scope.heading) {
            said.scope = null;
        }
        if (following.saysNone(f)) {
            said.reach.ruleOut(Reason.NEGATED, f);
        } else {
            said.saidNothing = true;
            if (findings.first[f] == findings.last[f] && following.beginsPart(f) && following.treatmentNext(f)) {
                said.begin(NIL, f);
            } else {
                goOn(f, true);
            }
        }
    }

    /** "No lifting or NSAIDs", "no meds, PT or massage". */
    private void goOn(int f, boolean overCommas) {
        Cue negation = lexicon.negationOf(findings.entry[f]);
        if (negation != null && following.goesOn(f, overCommas)) {
            said.begin(negation, f).sawOther = true;
        }
    }

    /** "Referred to PT, attended 3 sessions"; but "PT referral, attended school". */
    private void done(int f) {
        if ((said.scope == null || said.scope.isOf(Cue.Role.ARRANGED)) && following.completes(f)) {
            said.accepted(f);
        } else {
            said.used();
            said.toldOfDone = said.scope == null;
        }
    }

    private void appointment(Cue cue, int f) {
        if (following.isPast(f)) {
            said.used();
        } else if (!said.toldOfDone) {
            arranged(cue, f);
        }
    }

    private void arranged(Cue cue, int f) {
        if (rulesOutWhatFollows(cue, f)) {
            said.begin(cue, f);
        } else {
            said.reach.toSameSetting(f);
            said.reach.ruleOut(cue.reason(), f);
        }
    }

    /** "Everything except yoga" rules the yoga out; "denies anything except Tylenol" does not. */
    private void except(Cue cue, int f) {
        if (said.scope != null || said.saidNothing) {
            said.scope = null;
        } else if (!following.beginsPart(f) || !following.tellsMore(f)) {
            said.begin(cue, f);
        }
    }

    private void cue(Cue cue, int f) {
        switch (cue.role()) {
            case FORWARD, FORWARD_LIST, FORWARD_UNLESS_OUTCOME, NOR -> said.begin(cue, f);
            case NEXT -> {
                if (following.treatmentNext(f) && !following.isScore(f)) {
                    said.begin(cue, f);
                } else if (following.answers(f)) {
                    said.reach.ruleOut(cue.reason(), f);
                }
            }
            case PERSON -> {
                if (following.doesSomething(f)) {
                    said.begin(cue, f);
                }
            }
            case BACKWARD -> said.reach.ruleOut(cue.reason(), f);
            case BACKWARD_ALL -> {
                said.reach.toWholeList();
                said.reach.ruleOut(cue.reason(), f);
            }
            case EITHER, EITHER_LIST -> {
                if (rulesOutWhatFollows(cue, f)) {
                    said.begin(cue, f);
                } else {
                    said.reach.ruleOut(cue.reason(), f);
                }
            }
            case ARRANGED -> arranged(cue, f);
            case APPOINTMENT -> appointment(cue, f);
            case FUTURE -> {
                if (following.beginsPart(f) && following.treatment(f, false, false)) {
                    said.begin(cue, f);
                } else {
                    said.reach.ruleOut(cue.reason(), f);
                }
            }
            case CONTINUED -> said.endPlan();
            case THAN -> {
                if (said.scope != null && said.scope.cue.reason() == Reason.NEGATED) {
                    said.scope = null;
                }
            }
            case DONE -> done(f);
            case OUTCOME -> {
                if (following.isOfAppointment(f)) {
                    said.accepted(f);
                }
                said.outcome(f);
                said.toldOfUse = true;
                said.toldOfEffect = true;
            }
            case USED -> said.used();
            case CHOICE -> {
                said.used();
                said.choice = f;
            }
            case OVER -> {
                if (following.rejects(f, said.choice)) {
                    said.begin(cue, f);
                }
            }
            case NO_LONGER -> said.takeBack(f);
            case START -> {
                said.used();
                said.toStart = f;
            }
            case DAY -> {
                if (said.toStart != Statement.NOTHING && said.scope == null) {
                    said.reach.ruleOut(cue.reason(), said.toStart, f);
                    said.toStart = Statement.NOTHING;
                }
            }
            case VERSUS -> {
                if (said.scope == null && !said.toldOfUse && following.treatment(f, false, false)) {
                    said.reach.ruleOut(cue.reason(), f);
                    said.begin(cue, f);
                }
            }
            case ANSWER -> {
                if (isAnswer(f)) {
                    said.reach.ruleOut(cue.reason(), f);
                }
            }
            case BREAK, THEN -> {
                boolean condition =
                        said.scope != null && said.scope.isOf(Cue.Role.EITHER_LIST) && !said.scope.sawTreatment;
                if (!condition) {
                    boolean done = said.toldOfEffect || cue.role() == Cue.Role.THEN;
                    said.endClause(findings.first[f], f + 1);
                    said.reach.newPart(f, done);
                }
            }
            case EXCEPT -> except(cue, f);
            case ACCEPTED -> {
                if (following.treatment(f, false, true)) {
                    said.endPlan();
                    said.used();
                } else {
                    said.accepted(f);
                }
            }
            case ASIDE -> {
                if (said.scope != null && said.scope.sawTreatment) {
                    said.scope = null;
                }
                said.reach.from(f + 1);
                said.toldOfUse = false;
            }
            case AND -> {
                if (said.toldOfUse) {
                    said.reach.from(f + 1);
                    said.toldOfUse = false;
                    said.toldOfDone = false;
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

    /** A condition ("if no better") speaks of what stands before it, if there is something in its clause. */
    private boolean rulesOutWhatFollows(Cue cue, int f) {
        if (cue.role() == Cue.Role.EITHER_LIST) {
            return !said.reach.treatmentBefore(f) && following.treatment(f, true, false);
        }
        boolean before = said.reach.treatmentBefore(f);
        return following.treatment(f, false, before) || following.object(f) || (!before && following.isHeading(f));
    }
}
