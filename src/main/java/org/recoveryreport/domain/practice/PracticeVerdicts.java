package org.recoveryreport.domain.practice;

import java.io.Serializable;
import java.util.List;
import java.util.function.Function;
import org.recoveryreport.domain.course.CaseClass;

/**
 * The verdicts on one episode, one for each check.
 *
 * @param text one {@linkplain Verdict#symbol() symbol} for each check, in the order of {@link PracticeCheck}: the form to
 *     keep, and to count by
 */
public record PracticeVerdicts(String text) implements Serializable {
    private static final List<PracticeCheck> CHECKS = List.of(PracticeCheck.values());

    public PracticeVerdicts {
        if (text.length() != CHECKS.size()) {
            throw new IllegalArgumentException(CHECKS.size() + " checks have as many verdicts, not '" + text + "'");
        }
        for (int i = 0; i < text.length(); i++) {
            Verdict.ofSymbol(text.charAt(i));
        }
    }

    /** Reads the text form back. */
    public static PracticeVerdicts parse(String text) {
        return new PracticeVerdicts(text);
    }

    static PracticeVerdicts of(Function<PracticeCheck, Verdict> verdicts) {
        StringBuilder text = new StringBuilder(CHECKS.size());
        for (PracticeCheck check : CHECKS) {
            text.append(verdicts.apply(check).symbol());
        }
        return new PracticeVerdicts(text.toString());
    }

    /** The verdict whatever the class of the case. */
    public Verdict verdict(PracticeCheck check) {
        return Verdict.ofSymbol(text.charAt(CHECKS.indexOf(check)));
    }

    /** The verdict on a case of this class: only chronic cases call for {@link PracticeCheck#PROFESSIONAL_WHEN_CHRONIC}. */
    public Verdict verdict(PracticeCheck check, CaseClass caseClass) {
        return check == PracticeCheck.PROFESSIONAL_WHEN_CHRONIC && caseClass != CaseClass.CHRONIC
                ? Verdict.NOT_ELIGIBLE
                : verdict(check);
    }
}
