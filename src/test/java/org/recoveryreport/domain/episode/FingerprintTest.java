package org.recoveryreport.domain.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final TreatmentEntry ICE = new TreatmentEntry("ice", 0, null);
    private static final TreatmentEntry REST = new TreatmentEntry("rest", 2, 3);

    @Test
    void theOrderOfTreatmentsDoesNotMatter() {
        assertThat(of("e1", 5, true, ICE, REST)).isEqualTo(of("e1", 5, true, REST, ICE));
    }

    @Test
    void everythingElseDoes() {
        assertThat(List.of(
                        of("e1", 5, true, ICE, REST),
                        of("e2", 5, true, ICE, REST),
                        of("e1", 6, true, ICE, REST),
                        of("e1", 5, false, ICE, REST),
                        of("e1", 5, true, ICE),
                        of("e1", 5, true, ICE, new TreatmentEntry("rest", null, 3)),
                        of("e1", 5, true, ICE, new TreatmentEntry("rest", 2, null)),
                        of("e1", 5, true, ICE, new TreatmentEntry("Rest", 2, 3))))
                .doesNotHaveDuplicates();
    }

    @Test
    void aFieldCannotBorrowFromItsNeighbour() {
        assertThat(Fingerprint.of(episode("ab", "c"))).isNotEqualTo(Fingerprint.of(episode("a", "bc")));
    }

    private static long of(String key, int days, boolean recovered, TreatmentEntry... entries) {
        return Fingerprint.of(new Episode(
                new EpisodeKey(key),
                new PatientKey("p"),
                new Onset(TimeScale.CALENDAR, 20_000),
                new FollowUp(days, recovered),
                List.of(entries),
                0,
                Characteristics.NOT_GIVEN));
    }

    private static Episode episode(String key, String patient) {
        return new Episode(
                new EpisodeKey(key),
                new PatientKey(patient),
                new Onset(TimeScale.STUDY_DAY, 0),
                new FollowUp(1, true),
                List.of(),
                0,
                Characteristics.NOT_GIVEN);
    }
}
