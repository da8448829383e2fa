package org.recoveryreport.domain.tagging;

import org.jspecify.annotations.Nullable;

/** Looks at what stands beside a cue, to tell what it speaks about. */
final class Following {
    private static final int LOOK_AHEAD = 6;
    private static final int SHORTEST_OBJECT = 3;

    private final Lexicon lexicon;
    private final Tokens tokens;
    private final Findings findings;
    private @Nullable Clauses clauses;

    Following(Lexicon lexicon, Tokens tokens, Findings findings) {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.findings = findings;
    }

    /** The lists of the text. */
    Clauses lists() {
        Clauses known = clauses;
        if (known == null) {
            known = new Clauses(lexicon, tokens, findings);
            clauses = known;
        }
        return known;
    }

    /**
     * Whether a treatment follows that the cue may speak about.
     *
     * @param overCommas whether the cue reaches over commas
     * @param treatmentBefore whether one stands before it, so that "heat declined and ice" is not about the ice
     */
    boolean treatment(int cue, boolean overCommas, boolean treatmentBefore) {
        int from = findings.last[cue] + 1;
        boolean afterDash = from < tokens.count && tokens.word[from] == Tokens.DASH;
        int i = from;
        while (i < tokens.count && i < from + LOOK_AHEAD) {
            int found = findings.at[i];
            if (found < 0) {
                boolean mayPass = tokens.isWord(i)
                        || (tokens.word[i] == Tokens.COMMA && overCommas)
                        || (i == from && (afterDash || (!treatmentBefore && opensTreatment(i))))
                        || (tokens.word[i] == Tokens.COLON && (i == from || !treatmentBefore));
                if (!mayPass) {
                    return false;
                }
                i++;
                continue;
            }
            if (findings.isTreatment(lexicon, found)) {
                return true;
            }
            Cue other = lexicon.cue(findings.entry[found]);
            if (other != null && !mayPass(other.role(), overCommas, afterDash, i > from && !treatmentBefore)) {
                return false;
            }
            i = findings.last[found] + 1;
        }
        return false;
    }

    /** Whether a treatment comes right after: "can't stretch". */
    boolean treatmentNext(int f) {
        return f + 1 < findings.count && findings.isAdjacent(f, f + 1) && findings.isTreatment(lexicon, f + 1);
    }

    /** Whether a number tells of what stands before it: "pain 0 heat", "pain: 0". */
    boolean isScore(int cue) {
        int before = findings.first[cue] - 1;
        return tokens.isNumber(findings.first[cue])
                && before >= 0
                && (tokens.isWord(before) || tokens.word[before] == Tokens.COLON);
    }

    /** Whether a cue stands behind a treatment and ends its part: "opioids: 0". */
    boolean answers(int cue) {
        int from = findings.first[cue] - 1;
        boolean colon = from > 0 && tokens.isSeparator(from) && tokens.word[from] != Tokens.COMMA;
        int before = cue - 1;
        return before >= 0
                && findings.isTreatment(lexicon, before)
                && findings.last[before] == (colon ? from - 1 : from)
                && !tokens.isWord(findings.last[cue] + 1);
    }

    /** Whether what is chosen stands before a cue, and what is not after it: "heat over ice". */
    boolean rejects(int cue, int choice) {
        return choice >= 0
                && choice < cue - 1
                && findings.isAdjacent(cue - 1, cue)
                && findings.isTreatment(lexicon, cue - 1)
                && treatmentNext(cue);
    }

    /** Whether someone is told to use or praise something: "mother takes tramadol"; not "wife gave him Aleve". */
    boolean doesSomething(int person) {
        int next = findings.last[person] + 1;
        return next < tokens.count && lexicon.is(Cue.Role.OF_PERSON, tokens.word[next]);
    }

    /** Whether the cue is the heading of a list: "planned: MRI, PT". */
    boolean isHeading(int cue) {
        int next = findings.last[cue] + 1;
        return next < tokens.count && tokens.word[next] == Tokens.COLON;
    }

    /** Whether a sentence that ends in a question mark begins like a question: "does massage help?". */
    boolean asks(int question) {
        int i = question;
        while (i > 0 && tokens.word[i - 1] != Tokens.STOP) {
            i--;
        }
        return lexicon.is(Cue.Role.ASKING, tokens.word[i]);
    }

    /** Whether the next question comes instead of an answer: "PT? chiro?". */
    boolean asksOfAnother(int question) {
        int f = question + 1 < tokens.count ? findings.at[question + 1] : -1;
        return f >= 0
                && findings.isTreatment(lexicon, f)
                && findings.last[f] + 1 < tokens.count
                && tokens.word[findings.last[f] + 1] == Tokens.QUESTION;
    }

    /** Whether the treatments on both sides of a comma are had in the same setting: "referred to PT, chiro". */
    boolean isOfSameSetting(int comma) {
        int before = comma - 1;
        while (before > 0 && (findings.at[before] < 0 || !findings.isTreatment(lexicon, findings.at[before]))) {
            before--;
        }
        int after = comma + 1;
        while (after < tokens.count && (findings.at[after] < 0 || !findings.isTreatment(lexicon, findings.at[after]))) {
            after++;
        }
        return findings.at[before] >= 0
                && after < tokens.count
                && lexicon.setting(findings.entry[findings.at[before]])
                        .equals(lexicon.setting(findings.entry[findings.at[after]]));
    }

    /** Whether a cue and words of use are all there is in a part: "naproxen, never took it". */
    boolean isWholePart(int cue, int end, int token) {
        for (int f = cue + 1; f < end; f++) {
            if (!findings.isAdjacent(f - 1, f) || !(isRole(f, Cue.Role.USED) || isFiller(f))) {
                return false;
            }
        }
        return findings.last[end - 1] + 1 == token;
    }

    /** Whether one word alone stands between a cue and a comma, the first of a list: "no steroids, NSAIDs or opioids". */
    boolean isOneThing(int cueEnd, int comma) {
        int token = cueEnd + 1;
        return token + 1 == comma
                && (findings.at[token] < 0 || isFiller(findings.at[token]))
                && tokens.isWord(token)
                && !tokens.isNumber(token)
                && !lexicon.is(Cue.Role.COMPLAINT, tokens.word[token]);
    }

    /** Whether a bracket holds a treatment and nothing else: "allergic (ibuprofen)". */
    private boolean opensTreatment(int token) {
        int found = tokens.word[token] == Tokens.OPEN && token + 1 < tokens.count ? findings.at[token + 1] : -1;
        return found >= 0
                && findings.isTreatment(lexicon, found)
                && findings.last[found] + 1 < tokens.count
                && tokens.word[findings.last[found] + 1] == Tokens.CLOSE;
    }

    private static boolean mayPass(Cue.Role role, boolean overCommas, boolean afterDash, boolean mayJoin) {
        return switch (role) {
            case FILLER, OVER, PERSON, NEUTRAL, DAY, PAST, CONTINUED -> true;
            case USED, CHOICE, DONE, START -> !afterDash;
            case AND, OR -> mayJoin;
            case BREAK, THEN -> overCommas;
            default -> false;
        };
    }

    /**
     * Whether a list goes on after a finding: "no meds or PT", "no meds/PT".
     *
     * @param overCommas whether it may do so after a comma: "no meds, PT or massage"
     */
    boolean goesOn(int f, boolean overCommas) {
        int next = findings.last[f] + 1;
        if (next >= tokens.count) {
            return false;
        }
        int found = findings.at[next];
        return (tokens.word[next] == Tokens.COMMA && overCommas)
                || tokens.word[next] == Tokens.SLASH
                || (found >= 0 && isRole(found, Cue.Role.OR));
    }

    /** Whether the cue has an object of its own that is no treatment: in "heat; refuses pills" it is not about the heat. */
    boolean object(int cue) {
        int next = cue;
        do {
            next++;
        } while (next < findings.count && findings.isAdjacent(next - 1, next) && isFiller(next));
        if (next < findings.count && findings.isAdjacent(next - 1, next)) {
            Phrase phrase = lexicon.phrase(findings.entry[next]);
            if (phrase != null && (phrase.kind() == Phrase.Kind.KNOWN || phrase.kind() == Phrase.Kind.ORAL_FORM)) {
                return true;
            }
        }
        return begins(cue) && unknownObject(findings.last[cue] + 1);
    }

    /** Whether the cue begins its part of the sentence: "heat, declined ..." or "heat and declined ...". */
    private boolean begins(int cue) {
        int before = findings.first[cue] - 1;
        return before >= 0
                && (tokens.word[before] == Tokens.COMMA
                        || tokens.word[before] == Tokens.OPEN
                        || (cue > 0 && findings.isAdjacent(cue - 1, cue) && isRole(cue - 1, Cue.Role.AND)));
    }

    /** Whether it is said behind a cue what there was or was not: "other than Tylenol, no meds", "besides ice uses heat". */
    boolean tellsMore(int cue) {
        for (int f = cue + 1; f < findings.count && !isStopBetween(f - 1, f); f++) {
            if (findings.tellsOfNone(lexicon, f) || isRole(f, Cue.Role.USED)) {
                return true;
            }
        }
        return false;
    }

    private boolean isStopBetween(int f, int next) {
        for (int i = findings.last[f] + 1; i < findings.first[next]; i++) {
            if (tokens.word[i] == Tokens.STOP) {
                return true;
            }
        }
        return false;
    }

    /** Whether the cue begins a part of a sentence: "tomorrow PT". */
    boolean beginsPart(int cue) {
        return tokens.isSeparator(findings.first[cue] - 1)
                || (cue > 0
                        && findings.isAdjacent(cue - 1, cue)
                        && (isRole(cue - 1, Cue.Role.AND) || isRole(cue - 1, Cue.Role.BREAK)));
    }

    /** Whether an appointment is told to be over: "PT appointment yesterday". */
    boolean isPast(int cue) {
        return cue + 1 < findings.count && findings.isAdjacent(cue, cue + 1) && isRole(cue + 1, Cue.Role.PAST);
    }

    /** "Massage appointment helped". */
    boolean isOfAppointment(int cue) {
        return cue > 0 && findings.isAdjacent(cue - 1, cue) && isRole(cue - 1, Cue.Role.APPOINTMENT);
    }

    /** Whether a cue says of a plan right before it that it was done: "referred to PT, attended (3 sessions)". */
    boolean completes(int cue) {
        return isPlanned(cue) && !isObject(findings.last[cue] + 1);
    }

    private boolean isPlanned(int cue) {
        int before = cue - 1;
        boolean beside = before >= 0
                && (tokens.isSeparator(findings.first[cue] - 1)
                        || (findings.isAdjacent(before, cue)
                                && !isFiller(before)
                                && !findings.is(lexicon, before, Phrase.Kind.KNOWN)));
        while (before > 0 && !findings.isTreatment(lexicon, before)) {
            before--;
        }
        return beside && findings.reason[before] == Reason.PLANNED;
    }

    /** Whether something was done that has a name of its own; not a number of sessions. */
    private boolean isObject(int token) {
        int counted = tokens.isNumber(token) ? token + 1 : token;
        int found = counted < tokens.count ? findings.at[counted] : -1;
        boolean sessions = counted > token && found >= 0 && isFiller(found);
        return tokens.isWord(counted) && !sessions && !(found >= 0 && isRole(found, Cue.Role.NEUTRAL));
    }

    /** A word that is neither cue nor treatment, and no adverb: "side effects". */
    private boolean unknownObject(int token) {
        if (!tokens.isWord(token) || tokens.isNumber(token) || tokens.length(token) < SHORTEST_OBJECT) {
            return false;
        }
        int found = findings.at[token];
        if (found >= 0) {
            return isRole(found, Cue.Role.OUTCOME) || isNoTreatment(found);
        }
        int end = tokens.end[token];
        return tokens.text.chars[end - 1] != 'y' || tokens.text.chars[end - 2] != 'l';
    }

    private boolean isNoTreatment(int found) {
        Phrase phrase = lexicon.phrase(findings.entry[found]);
        return phrase != null && phrase.tags().isEmpty();
    }

    /** Whether a cue that may speak of what stands before comes next: "PT: declined", "heat? no". */
    boolean cueForWhatStandsBefore(int token, boolean treatmentBefore) {
        int f = token + 1 < tokens.count ? findings.at[token + 1] : -1;
        Cue cue = f < 0 ? null : lexicon.cue(findings.entry[f]);
        if (cue == null) {
            return f >= 0 && saysNone(f);
        }
        return switch (cue.role()) {
            case BACKWARD, ANSWER -> true;
            case EITHER, EITHER_LIST, ARRANGED, APPOINTMENT, FORWARD, FORWARD_LIST, FORWARD_UNLESS_OUTCOME, NOR ->
                !treatment(f, false, treatmentBefore);
            default -> false;
        };
    }

    /** "Opioids: none", "opioids none", "opioids (none)"; not "ice - none helped". */
    boolean saysNone(int f) {
        int before = findings.first[f] - 1;
        if (before < 0 || f == 0 || !findings.tellsOfNone(lexicon, f)) {
            return false;
        }
        int after = findings.last[f] + 1;
        return switch (tokens.word[before]) {
            case Tokens.COLON, Tokens.DASH, Tokens.QUESTION -> !isOutcome(after);
            case Tokens.OPEN -> after < tokens.count && tokens.word[after] == Tokens.CLOSE && saysNoneOf(f);
            default -> findings.isAdjacent(f - 1, f) && !tokens.isWord(after) && saysNoneOf(f);
        };
    }

    private boolean saysNoneOf(int f) {
        boolean except = f > 1 && findings.isAdjacent(f - 2, f - 1) && isRole(f - 2, Cue.Role.EXCEPT);
        return !except
                && findings.isTreatment(lexicon, f - 1)
                && findings.first[f] == findings.last[f]
                && findings.is(lexicon, f, Phrase.Kind.NO_TREATMENT);
    }

    private boolean isOutcome(int token) {
        int f = token < tokens.count ? findings.at[token] : -1;
        return f >= 0 && isRole(f, Cue.Role.OUTCOME);
    }

    /** Whether a question mark stands before what it asks about, as in "?muscle relaxant", and not behind it. */
    boolean isAsked(int token) {
        if (!tokens.isWord(token + 1)) {
            return false;
        }
        boolean begins = token == 0 || tokens.isSeparator(token - 1);
        boolean attached = tokens.start[token + 1] == tokens.end[token];
        return begins || (attached && tokens.start[token] > tokens.end[token - 1]);
    }

    /** Whether a bracket tells of another treatment that it was used: "no ice (heat only)". */
    boolean tellsOfAnother(int open, int nextFinding) {
        if (!isAside(open, nextFinding)) {
            return false;
        }
        for (int i = open + 1; i < tokens.count && tokens.word[i] != Tokens.CLOSE; i++) {
            int f = findings.at[i];
            if (f >= 0
                    && (isRole(f, Cue.Role.USED)
                            || isRole(f, Cue.Role.CHOICE)
                            || isRole(f, Cue.Role.DONE)
                            || isRole(f, Cue.Role.BREAK))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a bracket holds a treatment other than the one before it: "heat (ice refused)", not "heat (pad refused)". */
    boolean isAside(int open, int nextFinding) {
        for (int f = nextFinding; f < findings.count; f++) {
            for (int i = f == nextFinding ? open + 1 : findings.last[f - 1] + 1; i < findings.first[f]; i++) {
                if (tokens.word[i] == Tokens.CLOSE) {
                    return false;
                }
            }
            if (findings.isTreatment(lexicon, f)) {
                return nextFinding > 0;
            }
        }
        return false;
    }

    private boolean isFiller(int f) {
        Cue cue = lexicon.cue(findings.entry[f]);
        return cue != null && cue.isFiller();
    }

    private boolean isRole(int f, Cue.Role role) {
        Cue cue = lexicon.cue(findings.entry[f]);
        return cue != null && cue.role() == role;
    }
}
