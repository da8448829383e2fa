package org.recoveryreport.domain.tagging;

/** What a cue that speaks of what stands before it may reach: the part of the clause since the last comma and the like. */
final class Reach {
    private static final int NOWHERE = -1;

    private final Lexicon lexicon;
    private final Tokens tokens;
    private final Findings findings;
    /** The first finding within reach. */
    private int from;

    /** That of the part before, reached where a cue stands alone after its comma: "massage, declined". */
    private int earlier;

    /** The first finding of the clause. */
    private int clause;

    /** The first finding before a "but", reached where no treatment stands after it: "massage but pt declined". */
    private int beforeBreak;

    private int afterBreak;

    /** The first finding within reach before a bracket that tells of another treatment, or {@link #NOWHERE}. */
    private int beforeBracket = NOWHERE;

    Reach(Lexicon lexicon, Tokens tokens, Findings findings) {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.findings = findings;
    }

    void from(int finding) {
        from = finding;
    }

    void newClause(int finding) {
        beforeBracket = NOWHERE;
        from = finding;
        earlier = finding;
        clause = finding;
    }

    /** Brings a whole list within reach, over its commas: "ice, heat, NSAIDs all refused". */
    void toWholeList() {
        for (int k = clause; k < from; k++) {
            Cue cue = lexicon.cue(findings.entry[k]);
            if (cue != null && !cue.isFiller() && cue.role() != Cue.Role.AND && cue.role() != Cue.Role.OR) {
                return;
            }
        }
        from = clause;
    }

    /** Begins a part after a "but" or "then"; what stands before stays within reach unless it is told of as done. */
    void newPart(int conjunction, boolean done) {
        afterBreak = conjunction + 1;
        if (done) {
            beforeBreak = afterBreak;
        } else {
            beforeBreak = followsComma(conjunction) ? earlier : from;
        }
        newClause(afterBreak);
    }

    /** At a comma, which ends the part unless it stands in a list. */
    void comma(int finding, boolean ends) {
        earlier = from;
        if (ends) {
            from = finding;
        }
    }

    /** Begins a bracket whose cues do not speak of what stands before it: "heat (ice refused)". */
    void open(int finding) {
        beforeBracket = from;
        from = finding;
    }

    /** Ends the bracket; what stands before it is within reach again. */
    void close() {
        if (beforeBracket != NOWHERE) {
            from = beforeBracket;
            beforeBracket = NOWHERE;
        }
    }

    /** Leaves within reach only the last treatment before a finding and those before it that are had in the same setting. */
    void toSameSetting(int finding) {
        String setting = null;
        for (int k = finding - 1; k >= from; k--) {
            if (!findings.isTreatment(lexicon, k)) {
                continue;
            }
            String its = lexicon.setting(findings.entry[k]);
            if (setting != null && !setting.equals(its)) {
                from = k + 1;
                return;
            }
            setting = its;
        }
    }

    boolean treatmentBefore(int finding) {
        for (int k = from; k < finding; k++) {
            if (findings.isTreatment(lexicon, k) && findings.reason[k] == null) {
                return true;
            }
        }
        return false;
    }

    /** Rules out what is within reach before a finding, and takes it out of the reach of what follows. */
    void ruleOut(Reason reason, int finding) {
        ruleOutBefore(reason, finding, finding);
    }

    /** The same for a cue that ends at a finding and began at another. */
    void ruleOutBefore(Reason reason, int finding, int cue) {
        boolean treatment = false;
        for (int k = from; k < finding; k++) {
            treatment |= findings.isTreatment(lexicon, k);
        }
        boolean found = ruleOut(reason, from, finding);
        if (!found && followsComma(cue)) {
            found = ruleOut(reason, earlier, from);
        }
        if (!found && from == afterBreak && !treatment) {
            ruleOut(reason, beforeBreak, from);
        }
        from = finding;
        earlier = finding;
    }

    /** Rules out the treatments and forms among some findings; returns whether there were any. */
    boolean ruleOut(Reason reason, int first, int end) {
        boolean found = false;
        for (int k = first; k < end; k++) {
            if (mayRuleOut(k) && findings.reason[k] == null) {
                findings.reason[k] = reason;
                found = true;
            }
        }
        return found;
    }

    /** Whether it is a treatment, or the form of one: "gel used, tablets avoided". */
    boolean mayRuleOut(int finding) {
        Phrase phrase = lexicon.phrase(findings.entry[finding]);
        return findings.isTreatment(lexicon, finding)
                || (phrase != null && (phrase.kind() == Phrase.Kind.FORM || phrase.kind() == Phrase.Kind.ORAL_FORM));
    }

    /** Whether nothing but the patient or "and" stands between a comma and a finding: "massage, patient declined". */
    private boolean followsComma(int finding) {
        int f = finding;
        while (f > 0 && f < findings.count && isPassedOver(f - 1) && findings.isAdjacent(f - 1, f)) {
            f--;
        }
        return f < findings.count && findings.first[f] > 0 && tokens.word[findings.first[f] - 1] == Tokens.COMMA;
    }

    private boolean isPassedOver(int finding) {
        Cue cue = lexicon.cue(findings.entry[finding]);
        return findings.reason[finding] == Reason.PATIENT
                || (cue != null && (cue.isFiller() || cue.role() == Cue.Role.AND));
    }
}
