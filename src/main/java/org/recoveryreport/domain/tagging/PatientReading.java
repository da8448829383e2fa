package org.recoveryreport.domain.tagging;

/**
 * Tells "pt" the patient, and the prothrombin time, from "pt" physical therapy by the words beside it. It is the patient
 * after "the" or "told", and before "reports" and the like; before "declined" and the like only if a treatment follows
 * ("PT declined" is about physical therapy).
 */
final class PatientReading {
    private static final int OBJECT_WITHIN = 8;
    private static final int SHORTEST_VERB = 3;

    private final Lexicon lexicon;
    private final ProthrombinTime prothrombinTime;

    PatientReading(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.prothrombinTime = new ProthrombinTime(lexicon);
    }

    void read(Tokens tokens, Findings findings) {
        for (int f = 0; f < findings.count; f++) {
            Phrase phrase = lexicon.phrase(findings.entry[f]);
            if (phrase == null || phrase.kind() != Phrase.Kind.TREATMENT_OR_PATIENT) {
                continue;
            }
            int first = findings.first[f];
            int last = findings.last[f];
            if (prothrombinTime.isMeant(tokens, first, last)) {
                findings.reason[f] = Reason.LOOK_ALIKE;
            } else if (!isWhatIsNegated(findings, f) && isPatient(tokens, findings, first, last)) {
                findings.reason[f] = Reason.PATIENT;
            }
        }
    }

    /** "Instead of PT did yoga". */
    private boolean isWhatIsNegated(Findings findings, int f) {
        Cue before = f > 0 && findings.isAdjacent(f - 1, f) ? lexicon.cue(findings.entry[f - 1]) : null;
        return before != null
                && before.reason() == Reason.NEGATED
                && (before.role() == Cue.Role.FORWARD || before.role() == Cue.Role.EXCEPT);
    }

    private boolean isPatient(Tokens tokens, Findings findings, int first, int last) {
        if (first > 0 && isIntroduced(tokens, findings, tokens.word[first - 1], last + 1)) {
            return true;
        }
        int next = last + 1;
        boolean abbreviated = tokens.isWord(next + 1) && isDotOrColon(tokens, next);
        if (abbreviated && endsSentence(tokens, last)) {
            return false;
        }
        if (abbreviated) {
            next++;
        }
        boolean patient = next < tokens.count
                && (isVerb(tokens, findings, next)
                        || isNegatedVerb(tokens, findings, next)
                        || isNegatedState(tokens, next)
                        || (isSmall(tokens, last) && isPerson(tokens, findings, next, abbreviated)));
        if (patient && abbreviated) {
            tokens.word[next - 1] = Tokens.NOTHING;
        }
        return patient;
    }

    /** "PT. Declined": "PT." before a capital is not "Pt.". */
    private static boolean endsSentence(Tokens tokens, int last) {
        int start = tokens.start[last + 2];
        return tokens.word[last + 1] == Tokens.STOP
                && !isSmall(tokens, last)
                && tokens.text.wasCapital(start)
                && tokens.length(last + 2) > 1
                && !tokens.text.wasCapital(start + 1);
    }

    /** "Pt" and "pt" are the patient more often than "PT" is. */
    private static boolean isSmall(Tokens tokens, int token) {
        return !tokens.text.wasCapital(tokens.end[token] - 1);
    }

    /** "pt: heating pad", "Pt. stretching", "Pt stretching", "pt amb w/ cane"; not "pt weekly". */
    private boolean isPerson(Tokens tokens, Findings findings, int next, boolean abbreviated) {
        if (!tokens.isWord(next) || tokens.isNumber(next) || tokens.text.wasCapital(tokens.start[next])) {
            return false;
        }
        if (lexicon.is(Cue.Role.PATIENT_WORD, tokens.word[next])) {
            return true;
        }
        boolean name = tokens.text.wasCapital(tokens.start[next - (abbreviated ? 2 : 1)]);
        if (isTreatment(findings, next)) {
            return abbreviated || name;
        }
        if (lexicon.is(Cue.Role.PATIENT_VERB_WITH_OBJECT, tokens.word[next])) {
            return tokens.isWord(next + 1) && !tokens.isNumber(next + 1) && tokens.word[next + 1] == Tokens.UNKNOWN;
        }
        if (tokens.word[next] == Tokens.UNKNOWN) {
            return tokens.length(next) >= SHORTEST_VERB;
        }
        return doesSomething(tokens, findings, next);
    }

    /** "pt skipped PT", "pt regularly does yoga", "pt improved with heat"; not "pt helped", "pt followed up with heat". */
    private boolean doesSomething(Tokens tokens, Findings findings, int token) {
        int f = findings.at[token];
        Cue cue = f < 0 ? null : lexicon.cue(findings.entry[f]);
        if (f >= 0 && cue == null) {
            return false;
        }
        int after = f < 0 ? token + 1 : findings.last[f] + 1;
        if (after >= tokens.count) {
            return false;
        }
        boolean with = lexicon.is(Cue.Role.PATIENT_VERB_WITH_COMPLAINT, tokens.word[after]);
        return switch (cue == null ? Cue.Role.USED : cue.role()) {
            case USED, CHOICE, DONE, FORWARD, EITHER ->
                !with
                        && (looksLikeVerb(tokens, token) || endsIn(tokens, token, "ly"))
                        && hasObject(tokens, findings, after);
            case OUTCOME ->
                (isFiller(findings, after)
                                || isAside(findings, after)
                                || lexicon.is(Cue.Role.PATIENT_VERB_NEXT_TO_OBJECT, tokens.word[after]))
                        && isTreatment(findings, after + 1);
            default -> false;
        };
    }

    private boolean isAside(Findings findings, int token) {
        Cue cue = findings.at[token] < 0 ? null : lexicon.cue(findings.entry[findings.at[token]]);
        return cue != null && cue.role() == Cue.Role.ASIDE;
    }

    private static boolean looksLikeVerb(Tokens tokens, int token) {
        return tokens.length(token) > SHORTEST_VERB && (endsIn(tokens, token, "ed") || endsIn(tokens, token, "ing"));
    }

    private static boolean endsIn(Tokens tokens, int token, String ending) {
        int from = tokens.end[token] - ending.length();
        for (int i = 0; i < ending.length(); i++) {
            if (from < tokens.start[token] || tokens.text.chars[from + i] != ending.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** "Pt not using heat", "pt no showed"; but "PT not chiro". */
    private boolean isNegatedVerb(Tokens tokens, Findings findings, int token) {
        int verb = token + 1;
        if (!lexicon.is(Cue.Role.PATIENT_NOT, tokens.word[token]) || !tokens.isWord(verb)) {
            return false;
        }
        int f = findings.at[verb];
        Cue cue = f < 0 ? null : lexicon.cue(findings.entry[f]);
        boolean verbal = looksLikeVerb(tokens, verb)
                || (cue != null
                        && (cue.role() == Cue.Role.USED
                                || cue.role() == Cue.Role.CHOICE
                                || cue.role() == Cue.Role.DONE
                                || cue.role() == Cue.Role.START));
        return verbal && (isTreatment(findings, verb) || hasObject(tokens, findings, verb));
    }

    /** "Pt not interested", "pt isn't keen", "pt is not keen", "pt never went". */
    private boolean isNegatedState(Tokens tokens, int token) {
        boolean verb = lexicon.is(Cue.Role.PATIENT_VERB_WITH_OBJECT, tokens.word[token])
                || lexicon.is(Cue.Role.PATIENT_VERB_WITH_COMPLAINT, tokens.word[token]);
        int state = verb ? token + 1 : token;
        if (state < tokens.count && lexicon.is(Cue.Role.PATIENT_NOT, tokens.word[state])) {
            state++;
        }
        return state > token && state < tokens.count && lexicon.is(Cue.Role.PATIENT_STATE, tokens.word[state]);
    }

    private boolean isIntroduced(Tokens tokens, Findings findings, int wordBefore, int next) {
        boolean told = lexicon.is(Cue.Role.TELLING, wordBefore)
                && next < tokens.count
                && (lexicon.is(Cue.Role.TOLD, tokens.word[next]) || isTreatment(findings, next));
        return told || lexicon.is(Cue.Role.BEFORE_PATIENT, wordBefore);
    }

    private boolean isTreatment(Findings findings, int token) {
        int f = token < findings.at.length ? findings.at[token] : -1;
        Phrase phrase = f < 0 ? null : lexicon.phrase(findings.entry[f]);
        return phrase != null && phrase.isTreatment();
    }

    private static boolean isDotOrColon(Tokens tokens, int token) {
        return tokens.word[token] == Tokens.COLON
                || (tokens.word[token] == Tokens.STOP && tokens.text.chars[tokens.start[token]] == '.');
    }

    private boolean isVerb(Tokens tokens, Findings findings, int token) {
        int word = tokens.word[token];
        return lexicon.is(Cue.Role.PATIENT_VERB, word)
                || (lexicon.is(Cue.Role.PATIENT_VERB_WITH_OBJECT, word)
                        && (isTreatment(findings, token)
                                || hasObject(tokens, findings, token + 1)
                                || isReport(tokens, token + 1)))
                || (lexicon.is(Cue.Role.PATIENT_VERB_NEXT_TO_OBJECT, word)
                        && (isTreatment(findings, token) || isTreatment(findings, token + 1)))
                || (lexicon.is(Cue.Role.PATIENT_VERB_WITH_COMPLAINT, word) && isComplaint(tokens, findings, token + 1));
    }

    /** "Pt today reports". */
    private boolean isReport(Tokens tokens, int token) {
        return token < tokens.count && lexicon.is(Cue.Role.PATIENT_VERB, tokens.word[token]);
    }

    /** "Pt with LBP", "pt is a 45 yo". */
    private boolean isComplaint(Tokens tokens, Findings findings, int from) {
        int token = from;
        while (token < tokens.count
                && !lexicon.is(Cue.Role.COMPLAINT, tokens.word[token])
                && (tokens.word[token] == Tokens.SLASH || isFiller(findings, token))) {
            token++;
        }
        return tokens.isNumber(token) || (token < tokens.count && lexicon.is(Cue.Role.COMPLAINT, tokens.word[token]));
    }

    private boolean isFiller(Findings findings, int token) {
        int f = findings.at[token];
        Cue cue = f < 0 ? null : lexicon.cue(findings.entry[f]);
        return cue != null && cue.isFiller();
    }

    private boolean hasObject(Tokens tokens, Findings findings, int from) {
        int to = Math.min(tokens.count, from + OBJECT_WITHIN);
        for (int i = from; i < to; i++) {
            int f = findings.at[i];
            if (tokens.word[i] == Tokens.STOP || tokens.word[i] == Tokens.COMMA) {
                return false;
            }
            if (f >= 0) {
                Phrase phrase = lexicon.phrase(findings.entry[f]);
                Cue cue = lexicon.cue(findings.entry[f]);
                if (phrase != null && (!phrase.tags().isEmpty() || phrase.kind() == Phrase.Kind.KNOWN)) {
                    return true;
                }
                if (cue != null
                        && (cue.role() == Cue.Role.ASIDE
                                || cue.role() == Cue.Role.BREAK
                                || cue.role() == Cue.Role.THEN)) {
                    return false;
                }
            }
        }
        return false;
    }
}
