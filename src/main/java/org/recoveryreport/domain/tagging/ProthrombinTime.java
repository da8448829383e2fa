package org.recoveryreport.domain.tagging;

/** Tells "pt" the prothrombin time by what is measured beside it: "INR 1.1, PT 12.5 sec". */
final class ProthrombinTime {
    private static final int NEAR = 4;

    private final Lexicon lexicon;

    ProthrombinTime(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    boolean isMeant(Tokens tokens, int first, int last) {
        return isMeasured(tokens, last + 1) || testBeside(tokens, first - 1, -1) || testBeside(tokens, last + 1, 1);
    }

    /** "PT 12.5 sec"; but "PT 30 sec planks". */
    private boolean isMeasured(Tokens tokens, int next) {
        int number = next < tokens.count && tokens.word[next] == Tokens.COLON ? next + 1 : next;
        int unit = number + 1;
        return tokens.isNumber(number)
                && isRole(tokens, unit, Cue.Role.BLOOD_TEST_UNIT)
                && (!tokens.isWord(unit + 1) || isRole(tokens, unit + 1, Cue.Role.BLOOD_TEST));
    }

    /** Whether another blood test stands there, with nothing but values between. */
    private boolean testBeside(Tokens tokens, int from, int step) {
        for (int i = from; i >= 0 && i < tokens.count && Math.abs(i - from) < NEAR; i += step) {
            if (isRole(tokens, i, Cue.Role.BLOOD_TEST)) {
                return true;
            }
            boolean value = tokens.isNumber(i)
                    || tokens.word[i] == Tokens.COLON
                    || tokens.word[i] == Tokens.COMMA
                    || tokens.word[i] == Tokens.SLASH;
            if (!value) {
                return false;
            }
        }
        return false;
    }

    private boolean isRole(Tokens tokens, int token, Cue.Role role) {
        return token < tokens.count && lexicon.is(role, tokens.word[token]);
    }
}
