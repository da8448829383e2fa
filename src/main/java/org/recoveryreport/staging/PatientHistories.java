package org.recoveryreport.staging;

import java.util.Arrays;
import org.recoveryreport.domain.episode.FollowUp;

/**
 * The accepted episodes of some patients, each on one time scale: patient by patient, and of a patient in the order of onset, on
 * the same day in the order of the episode key.
 */
public final class PatientHistories {
    private int[] parts = new int[1 << 10];
    private int[] items = new int[1 << 10];
    private int[] onsetDays = new int[1 << 10];
    private int[] endings = new int[1 << 10];
    private boolean[] first = new boolean[1 << 10];
    private int size;

    PatientHistories() {}

    /**
     * Adds the next episode.
     *
     * @param isFirst whether it is of another patient than the one before
     * @param ending see {@link CaseRows#ending}
     */
    void add(boolean isFirst, int part, int item, int onsetDay, int ending) {
        if (size == parts.length) {
            parts = Arrays.copyOf(parts, 2 * size);
            items = Arrays.copyOf(items, 2 * size);
            onsetDays = Arrays.copyOf(onsetDays, 2 * size);
            endings = Arrays.copyOf(endings, 2 * size);
            first = Arrays.copyOf(first, 2 * size);
        }
        parts[size] = part;
        items[size] = item;
        onsetDays[size] = onsetDay;
        endings[size] = ending;
        first[size++] = isFirst;
    }

    /** How many episodes. */
    public int size() {
        return size;
    }

    /** Whether an episode is of another patient, or on another time scale, than the one before. */
    public boolean isFirst(int episode) {
        return first[episode];
    }

    /** The partition that staged an episode. */
    public int part(int episode) {
        return parts[episode];
    }

    /** The number of an episode in its partition. */
    public int item(int episode) {
        return items[episode];
    }

    /** The day of onset. */
    public int onsetDay(int episode) {
        return onsetDays[episode];
    }

    /** How an episode went on. */
    public FollowUp followUp(int episode) {
        return CaseRows.followUpOf(endings[episode]);
    }
}
