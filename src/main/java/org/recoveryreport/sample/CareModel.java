package org.recoveryreport.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which treatments an episode of some severity would get, and when, if it lasted long enough. */
final class CareModel {
    private final List<List<Phrase>> phrases;

    CareModel(PhraseBook book) {
        this.phrases =
                TreatmentHabit.ALL.stream().map(habit -> book.of(habit.tag())).toList();
    }

    /** Draws the uses of an episode, in the order of their starts. */
    List<PlannedUse> plan(int severity, Dice dice) {
        List<PlannedUse> uses = new ArrayList<>();
        for (int i = 0; i < TreatmentHabit.ALL.size(); i++) {
            TreatmentHabit habit = TreatmentHabit.ALL.get(i);
            double slope = habit.severitySlope() * (severity - CourseModel.TYPICAL_SEVERITY);
            if (dice.chance(habit.share() * (1 + slope))) {
                int startDay = dice.chance(habit.atOnce()) ? 0 : 1 + dice.days(habit.meanDelayDays());
                uses.add(new PlannedUse(phrase(i, dice), startDay));
            }
        }
        uses.sort(Comparator.comparingInt(PlannedUse::startDay));
        return uses;
    }

    /** A text for a treatment that changes nothing any more, because the episode is over. */
    Phrase afterwards(Dice dice) {
        return phrase(dice.below(phrases.size()), dice);
    }

    private Phrase phrase(int habit, Dice dice) {
        List<Phrase> choices = phrases.get(habit);
        return choices.get(dice.below(choices.size()));
    }
}
