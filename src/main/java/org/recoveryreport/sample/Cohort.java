package org.recoveryreport.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.episode.Characteristics;
import org.recoveryreport.domain.episode.FollowUp;

/**
 * The patients of a sample log, block by block, endless and deterministic. Not thread-safe.
 *
 * <p>A patient's episodes lie in one block, which is ordered by onset; so a small log reads like a clinic's year, and a
 * large one needs no more memory.
 */
public final class Cohort {
    /** Episodes of a block; the last patient of each may lose some. */
    static final int BLOCK = 4_096;
    /** Proportion of patients whose spasms come back. */
    static final double RECURRENT_PATIENTS = 0.15;
    /** Days without pain between two episodes, at least. */
    static final int FREE_DAYS = 30;
    /** Mean of the further days until a spasm comes back, exponential. */
    static final double MEAN_FURTHER_DAYS = 30;
    /** Daily hazard of not being seen again. */
    static final double DROPOUT_PER_DAY = 0.004;

    private static final double LAST_SEEN_BLANK = 0.5;
    private static final double MEAN_LATER_CONTACT_DAYS = 10;

    private final Dice dice;
    private final CareModel care;
    private final ClinicNotes notes;
    private final CourseModel course;
    private long patients;

    public Cohort(SampleSettings settings) {
        PhraseBook book = PhraseBook.load();
        this.dice = new Dice(settings.seed());
        this.care = new CareModel(book);
        this.notes = new ClinicNotes(book, care);
        this.course = new CourseModel(settings.treatmentsWork());
    }

    /**
     * Invents further patients and gives their episodes in the order of onset, on the same day of the patients.
     *
     * @param most at least 1; as many episodes as this are given, or a block of them if that is less
     */
    public List<SampleEpisode> nextBlock(long most) {
        int wanted = (int) Math.min(BLOCK, most);
        List<SampleEpisode> block = new ArrayList<>(wanted);
        while (block.size() < wanted) {
            addPatient(block);
        }
        block.subList(wanted, block.size()).clear();
        block.sort(Comparator.comparingInt(SampleEpisode::onsetDay).thenComparingLong(SampleEpisode::patient));
        return block;
    }

    private void addPatient(List<SampleEpisode> block) {
        long patient = ++patients;
        PatientTraits.Patient who = PatientTraits.patient(dice);
        boolean recurrent = dice.chance(RECURRENT_PATIENTS);
        int onset = dice.below(SampleSettings.ONSET_DAYS);
        do {
            SampleEpisode episode = episode(patient, who, onset);
            block.add(episode);
            onset += episode.followUp().days() + FREE_DAYS + dice.days(MEAN_FURTHER_DAYS);
        } while (recurrent && onset < SampleSettings.ONSET_DAYS);
    }

    private SampleEpisode episode(long patient, PatientTraits.Patient who, int onset) {
        int severity = PatientTraits.severity(dice);
        List<PlannedUse> uses = care.plan(severity, dice);
        int dropout = (int) Math.min(SampleSettings.LAST_DAY, dice.exponential() / DROPOUT_PER_DAY);
        int lastDay = Math.min(dropout, SampleSettings.LAST_DAY - onset);
        FollowUp followUp = course.follow(dice.exponential(), severity, uses, lastDay);
        Characteristics characteristics = PatientTraits.asWritten(who, severity, dice);
        List<SampleEntry> entries = notes.write(uses, followUp, dice);
        return new SampleEpisode(patient, onset, followUp, lastSeen(followUp), characteristics, entries);
    }

    private @Nullable Integer lastSeen(FollowUp followUp) {
        if (!followUp.recovered()) {
            return followUp.days();
        }
        return dice.chance(LAST_SEEN_BLANK) ? null : (Integer) (followUp.days() + dice.days(MEAN_LATER_CONTACT_DAYS));
    }
}
