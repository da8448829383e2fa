package org.recoveryreport.domain.practice;

import java.io.Serializable;
import org.recoveryreport.domain.tagging.EntryDetails.Range;

/**
 * The limits of the practice checks. Limits belong to what is allowed.
 *
 * @param restDays longest bed rest, days
 * @param coldWithinHours latest first use of cold, hours from onset
 * @param heatNotBeforeHours earliest use of heat, hours from onset
 * @param sessionMinutes longest session of heat or cold, minutes
 * @param ibuprofen regimen of ibuprofen
 * @param naproxen regimen of naproxen
 * @param relaxantDays longest course of muscle relaxants, days
 * @param carisoprodolDays longest course of carisoprodol, days
 */
public record PracticeRules(
        int restDays,
        int coldWithinHours,
        int heatNotBeforeHours,
        int sessionMinutes,
        Regimen ibuprofen,
        Regimen naproxen,
        int relaxantDays,
        int carisoprodolDays)
        implements Serializable {
    /**
     * How a medicine is taken.
     *
     * @param doseMg a single dose, milligrams
     * @param everyHours hours from dose to dose
     */
    public record Regimen(Range doseMg, Range everyHours) implements Serializable {}

    /** As guide A has it. 220 mg of naproxen sodium are 200 mg of naproxen, and logs often leave the salt out. */
    public static final PracticeRules GUIDE_A = new PracticeRules(
            2,
            48,
            48,
            20,
            new Regimen(new Range(400, 600), new Range(6, 8)),
            new Regimen(new Range(200, 220), new Range(8, 12)),
            21,
            7);

    public PracticeRules {
        atLeastOne("restDays", restDays);
        atLeastOne("coldWithinHours", coldWithinHours);
        atLeastOne("heatNotBeforeHours", heatNotBeforeHours);
        atLeastOne("sessionMinutes", sessionMinutes);
        atLeastOne("relaxantDays", relaxantDays);
        atLeastOne("carisoprodolDays", carisoprodolDays);
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is at least 1, not " + value);
        }
    }
}
