package org.recoveryreport.domain.practice;

import java.io.Serializable;
import java.util.function.Function;
import org.recoveryreport.domain.course.CaseClass;

/**
 * The verdicts on one episode, one for each check.
 *
 * @param code two bits for each check, the first check's the lowest, which are the {@linkplain Enum#ordinal() position} of
 *     its verdict: the form to keep, and to count by
 */
public record PracticeVerdicts(int code) implements Serializable {
    private static final PracticeCheck[] CHECKS = PracticeCheck.values();
    private static final Verdict[] VERDICTS = Verdict.values();
    private static final int BITS = 2;
    private static final int MASK = (1 << BITS) - 1;

    /** So many codes there are: all are below. */
    public static final int CODES = 1 << (BITS * CHECKS.length);

    /** No check concerns the episode. */
    public static final PracticeVerdicts NOT_ELIGIBLE = new PracticeVerdicts(0);

    public PracticeVerdicts {
        if (code < 0 || code >= CODES) {
            throw new IllegalArgumentException(CHECKS.length + " verdicts are never coded as " + code);
        }
    }

    static PracticeVerdicts of(Function<PracticeCheck, Verdict> verdicts) {
        return of((1 << CHECKS.length) - 1, verdicts);
    }

    /** @param concerned the {@linkplain PracticeCheck#bit() bits} of the checks that concern the episode at all */
    static PracticeVerdicts of(int concerned, Function<PracticeCheck, Verdict> verdicts) {
        int code = 0;
        for (int bits = concerned; bits != 0; bits &= bits - 1) {
            PracticeCheck check = CHECKS[Integer.numberOfTrailingZeros(bits)];
            code |= position(verdicts.apply(check)) << shift(check);
        }
        return new PracticeVerdicts(code);
    }

    /** The same but for one check. */
    public PracticeVerdicts with(PracticeCheck check, Verdict verdict) {
        return new PracticeVerdicts((code & ~mask(check)) | (position(verdict) << shift(check)));
    }

    /** The verdict whatever the class of the case. */
    public Verdict verdict(PracticeCheck check) {
        return VERDICTS[(code >>> shift(check)) & MASK];
    }

    /** The verdicts on a case of this class: only chronic cases call for {@link PracticeCheck#PROFESSIONAL_WHEN_CHRONIC}. */
    public PracticeVerdicts onCase(CaseClass caseClass) {
        return caseClass == CaseClass.CHRONIC
                ? this
                : with(PracticeCheck.PROFESSIONAL_WHEN_CHRONIC, Verdict.NOT_ELIGIBLE);
    }

    /** The bits of a code that are the verdict on a check. */
    public static int mask(PracticeCheck check) {
        return MASK << shift(check);
    }

    private static int shift(PracticeCheck check) {
        return BITS * position(check);
    }

    /** No code outlives the version that made it, so constants may move. */
    @SuppressWarnings("EnumOrdinal")
    private static int position(Enum<?> constant) {
        return constant.ordinal();
    }
}
