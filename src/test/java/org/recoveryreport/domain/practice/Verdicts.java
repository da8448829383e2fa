package org.recoveryreport.domain.practice;

import java.util.Map;
import java.util.Objects;

/** Verdicts written as "bk-k?---kk": a letter for each check, in the order of {@link PracticeCheck}. */
public final class Verdicts {
    private static final Map<Character, Verdict> BY_LETTER =
            Map.of('-', Verdict.NOT_ELIGIBLE, 'k', Verdict.KEPT, 'b', Verdict.BROKEN, '?', Verdict.NOT_ASSESSABLE);

    private Verdicts() {}

    public static PracticeVerdicts of(String letters) {
        PracticeCheck[] checks = PracticeCheck.values();
        PracticeVerdicts verdicts = PracticeVerdicts.NOT_ELIGIBLE;
        for (int i = 0; i < checks.length; i++) {
            verdicts = verdicts.with(checks[i], Objects.requireNonNull(BY_LETTER.get(letters.charAt(i))));
        }
        return verdicts;
    }
}
