package org.recoveryreport.domain.tagging;

import java.util.Collections;

/** Looks at what stands right after a cue, to tell what it speaks about. */
final class Following {
    private static final int LOOK_AHEAD = 6;
    private static final int SHORTEST_OBJECT = 3;

    private final Lexicon lexicon;
    private final Tokens tokens;
    private final Findings findings;

    Following(Lexicon lexicon, Tokens tokens, Findings findings) {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.findings = findings;
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
            case FILLER, NEUTRAL, DAY, PAST, CONTINUED -> true;
            case USED, DONE, START -> !afterDash;
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
        } while (next < findings.count && findings.isAdjacent(next - 1, next) && isRole(next, Cue.Role.FILLER));
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

    /** Whether it is said behind a cue that there was nothing: "other than Tylenol, no meds". */
    boolean nothing(int cue) {
        for (int f = cue + 1; f < findings.count && !isStopBetween(f - 1, f); f++) {
            if (findings.tellsOfNone(lexicon, f)) {
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
                                && !isRole(before, Cue.Role.FILLER)
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
        boolean sessions = counted > token && found >= 0 && isRole(found, Cue.Role.FILLER);
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

    /** "Opioids: none". */
    boolean saysNone(int f) {
        Phrase phrase = lexicon.phrase(findings.entry[f]);
        int before = findings.first[f] - 1;
        return phrase != null
                && phrase.tellsOfNone()
                && before >= 0
                && (tokens.word[before] == Tokens.COLON || tokens.word[before] == Tokens.DASH);
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
            if (f >= 0 && (isRole(f, Cue.Role.USED) || isRole(f, Cue.Role.DONE) || isRole(f, Cue.Role.BREAK))) {
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
                return nextFinding > 0 && !sharesTag(nextFinding - 1, f);
            }
        }
        return false;
    }

    private boolean sharesTag(int f, int g) {
        Phrase one = lexicon.phrase(findings.entry[f]);
        Phrase other = lexicon.phrase(findings.entry[g]);
        return one != null && other != null && !Collections.disjoint(one.tags(), other.tags());
    }

    private boolean isRole(int f, Cue.Role role) {
        Cue cue = lexicon.cue(findings.entry[f]);
        return cue != null && cue.role() == role;
    }
}
