package org.recoveryreport.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.episode.FollowUp;

/** What a clinic writes down of an episode: what was done, and much that was not. */
final class ClinicNotes {
    /** Of treatments begun on one day, the proportion that shares a cell with the one before. */
    static final double SHARE_A_CELL = 0.35;
    /** Proportion of episodes with a note that tells of no used treatment. */
    static final double NOTE_WITHOUT_USE = 0.22;
    /** Proportion of recovered episodes with a treatment begun only afterwards. */
    static final double TREATED_AFTERWARDS = 0.004;
    /** Of entries that begin with the onset, the proportion without a start: left blank, it counts from onset. */
    static final double START_LEFT_BLANK = 0.15;
    /** Proportion of treatments of which the end is written. */
    static final double END_WRITTEN = 0.40;

    private static final double MEAN_DURATION_DAYS = 8;
    private static final List<String> JOINERS = List.of(", ", " + ", "; ", " and ", " / ");
    private static final double JOINED_BY_LINE_BREAK = 0.01;

    private final CareModel care;
    private final List<Phrase> withoutUse;

    ClinicNotes(PhraseBook book, CareModel care) {
        this.care = care;
        this.withoutUse = book.withoutUse();
    }

    /** The rows of an episode, by start. */
    List<SampleEntry> write(List<PlannedUse> uses, FollowUp followUp, Dice dice) {
        List<SampleEntry> entries = new ArrayList<>();
        int next = 0;
        while (next < uses.size() && happens(uses.get(next), followUp)) {
            List<Phrase> cell = cellFrom(uses, next, dice);
            entries.add(entry(cell, uses.get(next).startDay(), followUp, dice));
            next += cell.size();
        }
        if (dice.chance(NOTE_WITHOUT_USE)) {
            Phrase note = withoutUse.get(dice.below(withoutUse.size()));
            entries.add(new SampleEntry(List.of(note), "", dice.below(followUp.days() + 1), null));
            entries.sort(Comparator.comparingInt(SampleEntry::countsFromDay));
        }
        if (followUp.recovered() && dice.chance(TREATED_AFTERWARDS)) {
            int startDay = followUp.days() + 1 + dice.days(MEAN_DURATION_DAYS);
            entries.add(new SampleEntry(List.of(care.afterwards(dice)), "", startDay, null));
        }
        return entries.isEmpty() ? List.of(SampleEntry.BLANK) : entries;
    }

    private static boolean happens(PlannedUse use, FollowUp followUp) {
        return followUp.recovered() ? use.happensBefore(followUp.days()) : use.startDay() <= followUp.days();
    }

    private static List<Phrase> cellFrom(List<PlannedUse> uses, int first, Dice dice) {
        List<Phrase> cell = new ArrayList<>(2);
        cell.add(uses.get(first).phrase());
        for (int i = first + 1; i < uses.size(); i++) {
            Phrase phrase = uses.get(i).phrase();
            boolean together = uses.get(i).startDay() == uses.get(first).startDay()
                    && cell.get(cell.size() - 1).kind().isJoinable()
                    && phrase.kind().isJoinable();
            if (!together || !dice.chance(SHARE_A_CELL)) {
                break;
            }
            cell.add(phrase);
        }
        return cell;
    }

    private static SampleEntry entry(List<Phrase> cell, int startDay, FollowUp followUp, Dice dice) {
        String joiner = cell.size() == 1 ? "" : joiner(dice);
        boolean startBlank = startDay == 0 && dice.chance(START_LEFT_BLANK);
        @Nullable Integer endDay = null;
        if (dice.chance(END_WRITTEN)) {
            endDay = Math.min(startDay + dice.days(MEAN_DURATION_DAYS), followUp.days());
        }
        return new SampleEntry(cell, joiner, startBlank ? null : (Integer) startDay, endDay);
    }

    private static String joiner(Dice dice) {
        return dice.chance(JOINED_BY_LINE_BREAK) ? "\n" : JOINERS.get(dice.below(JOINERS.size()));
    }
}
