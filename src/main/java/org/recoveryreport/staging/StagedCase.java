package org.recoveryreport.staging;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.course.CaseClass;
import org.recoveryreport.domain.episode.Episode;
import org.recoveryreport.domain.episode.TimeScale;
import org.recoveryreport.domain.practice.PracticeVerdicts;
import org.recoveryreport.domain.study.EpisodeTagger.Tagged;
import org.recoveryreport.domain.study.Exposure;

/**
 * An accepted episode on its way into the staging database. Nothing is left of the episode but what is staged of it, as numbers:
 * ten thousand cases wait for the end of their chunk, and what they refer to would have to be fetched from far away then.
 */
public final class StagedCase implements StagedItem {
    private static final int[] NO_LANDMARK = {};

    private final byte[] episodeId;
    private final long episodeHigh;
    private final long episodeLow;
    private final long patientHigh;
    private final long patientLow;
    private final int onsetDay;
    private final int ending;
    private final String stratum;
    private final Exposure exposure;
    private final int exposureHash;
    private final int entries;
    private final int withoutStart;
    private final int startedAfterEnd;
    private final List<String> unrecognised;
    private final int practice;
    private final int[] practiceAtLandmark;
    private final long fingerprint;
    private final String source;
    private final long firstLine;
    private final int rows;
    private final String steps;

    /**
     * Takes what is to be staged.
     *
     * @param episode the episode
     * @param withoutHistory its class as long as nothing is known of the patient's other episodes
     * @param stratum what tests compare it within; empty where there are no strata, or its own is not given
     * @param tagged what its entries say
     * @param fingerprint digest of the episode's content
     * @param origin where its rows stand
     */
    public StagedCase(
            Episode episode, CaseClass withoutHistory, String stratum, Tagged tagged, long fingerprint, Origin origin) {
        Pseudonym pseudonym = new Pseudonym();
        pseudonym.take(episode.key().value());
        episodeHigh = pseudonym.high();
        episodeLow = pseudonym.low();
        pseudonym.take(episode.patient().value());
        patientHigh = pseudonym.high();
        patientLow = pseudonym.low();
        episodeId = episode.key().value().getBytes(StandardCharsets.UTF_8);
        onsetDay = episode.onset().day();
        ending = CaseRows.ending(episode.followUp(), episode.onset().scale() == TimeScale.CALENDAR, withoutHistory);
        this.stratum = stratum;
        exposure = tagged.exposure();
        exposureHash = exposure.hashCode();
        entries = tagged.entries();
        withoutStart = tagged.withoutStart();
        startedAfterEnd = episode.startedAfterEnd();
        unrecognised = List.copyOf(tagged.unrecognised());
        practice = tagged.practice().code();
        practiceAtLandmark = codes(tagged.practiceAtLandmark());
        this.fingerprint = fingerprint;
        source = origin.source();
        firstLine = origin.firstLine();
        rows = origin.rows();
        steps = origin.steps();
    }

    /** Up to the last landmark after which the episode goes on. */
    private static int[] codes(List<@Nullable PracticeVerdicts> atLandmark) {
        int known = atLandmark.size();
        while (known > 0 && atLandmark.get(known - 1) == null) {
            known--;
        }
        int[] codes = known == 0 ? NO_LANDMARK : new int[known];
        for (int i = 0; i < known; i++) {
            PracticeVerdicts verdicts = atLandmark.get(i);
            codes[i] = verdicts == null ? CaseRows.NOTHING_KNOWN : verdicts.code();
        }
        return codes;
    }

    @Override
    public int rows() {
        return rows;
    }

    /** In UTF-8; not to be changed. */
    byte[] episodeId() {
        return episodeId;
    }

    void addEpisodeTo(Keys keys, int item) {
        keys.add(episodeHigh, episodeLow, item);
    }

    void addPatientTo(Keys keys, int item) {
        keys.add(patientHigh, patientLow, item);
    }

    int onsetDay() {
        return onsetDay;
    }

    /** As {@link CaseRows#ending}. */
    int ending() {
        return ending;
    }

    String stratum() {
        return stratum;
    }

    Exposure exposure() {
        return exposure;
    }

    /** {@link Exposure#hashCode}, taken while the exposure was at hand. */
    int exposureHash() {
        return exposureHash;
    }

    int entries() {
        return entries;
    }

    int withoutStart() {
        return withoutStart;
    }

    int startedAfterEnd() {
        return startedAfterEnd;
    }

    List<String> unrecognised() {
        return unrecognised;
    }

    /** As {@link PracticeVerdicts#code}. */
    int practice() {
        return practice;
    }

    /** The same as known at a landmark, by its position; {@link CaseRows#NOTHING_KNOWN} where the episode does not go on after it. */
    int practiceAtLandmark(int position) {
        return position < practiceAtLandmark.length ? practiceAtLandmark[position] : CaseRows.NOTHING_KNOWN;
    }

    long fingerprint() {
        return fingerprint;
    }

    /** As {@link Origin#source}. */
    String source() {
        return source;
    }

    /** As {@link Origin#firstLine}. */
    long firstLine() {
        return firstLine;
    }

    /** As {@link Origin#steps}. */
    String steps() {
        return steps;
    }
}
