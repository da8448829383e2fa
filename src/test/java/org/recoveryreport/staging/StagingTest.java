package org.recoveryreport.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recoveryreport.domain.course.CaseClass;
import org.recoveryreport.domain.episode.Characteristics;
import org.recoveryreport.domain.episode.Episode;
import org.recoveryreport.domain.episode.EpisodeKey;
import org.recoveryreport.domain.episode.FollowUp;
import org.recoveryreport.domain.episode.Onset;
import org.recoveryreport.domain.episode.PatientKey;
import org.recoveryreport.domain.episode.TimeScale;
import org.recoveryreport.domain.practice.PracticeCheck;
import org.recoveryreport.domain.practice.PracticeVerdicts;
import org.recoveryreport.domain.practice.Verdicts;
import org.recoveryreport.domain.study.EpisodeTagger.Tagged;
import org.recoveryreport.domain.study.Exposure;
import org.recoveryreport.domain.study.OrderCounts;
import org.recoveryreport.domain.study.Population;
import org.recoveryreport.domain.study.PracticeStanding;
import org.recoveryreport.domain.study.StratifyBy;
import org.recoveryreport.domain.study.StudyCounts;
import org.recoveryreport.domain.study.UnrecognisedText;
import org.recoveryreport.domain.survival.ExposureCounts;
import org.recoveryreport.domain.survival.SurvivalCounts;

class StagingTest {
    private static final String TWICE = RejectedRows.IN_TWO_PLACES;
    private static final long COLD = 1;
    private static final long HEAT = 2;
    private static final PracticeVerdicts LATER = Verdicts.of("kb?-------");

    @TempDir
    private Path folder;

    private StagingDatabase database;

    @BeforeEach
    void create() {
        database = new StagingDatabase(folder.resolve("staging.duckdb"), List.of(7, 14));
        database.create();
    }

    @Test
    void whatWasWrittenBehindTheCheckpointIsRemoved() {
        stage(0, 0, staged("e1", "p1", 0, 5));
        stage(0, 1, staged("e2", "p2", 0, 6), rejected("e4", 7));
        stage(0, 1, staged("e3", "p3", 0, 7));
        StagedTotals totals = StagedTotals.of(database);
        assertThat(totals.episodesAccepted()).isEqualTo(2);
        assertThat(totals.episodesRejected()).isZero();
    }

    @Test
    void aLogWithoutABadRowNeedsNoDatabase() {
        stage(0, 0, staged("e1", "p1", 0, 5), staged("e2", "p1", 9, 6));
        DuplicateEpisodes.mark(database);
        assertThat(StagedTotals.of(database).episodesAccepted()).isEqualTo(2);
        assertThat(StagedTotals.of(database).rowsRejected()).isZero();
        try (RejectionReader rejections = new RejectionReader(database)) {
            assertThat(rejections.read()).isNull();
        }
        assertThat(folder.resolve("staging.duckdb")).doesNotExist();
    }

    @Test
    void aDatabaseThatWasNotMadeToTheEndIsMadeAnew() throws IOException {
        Files.writeString(folder.resolve("staging.duckdb.new"), "torn");
        Files.writeString(folder.resolve("staging.duckdb.new.wal"), "torn");
        stage(0, 0, rejected("e1", 7));
        stage(1, 0, rejected("e2", 8), staged("e3", "p3", 0, 7));
        assertThat(StagedTotals.of(database).episodesRejected()).isEqualTo(2);
        assertThat(folder.resolve("staging.duckdb.new")).doesNotExist();
    }

    /** What does not fit into the database's file stays in its log, which has another name than the file that is renamed. */
    @Test
    void aDatabaseThatFoundTheDiskFullIsMadeAnew() throws Exception {
        for (int kilobytes = 16; kilobytes <= 512; kilobytes += 16) {
            Path disk = Files.createDirectory(folder.resolve("disk" + kilobytes));
            assumeTrue(
                    done("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", disk),
                    "only root may mount a small disk");
            try {
                database = new StagingDatabase(disk.resolve("staging.duckdb"), List.of(7, 14));
                try {
                    stage(0, 0, rejected("e1", 7));
                } catch (StagingException full) {
                    assertThat(full).hasMessageContaining("space");
                }
                assertThat(done("mount", "-o", "remount,size=8m", disk)).isTrue();
                stage(0, 0, rejected("e1", 7));
                assertThat(StagedTotals.of(database).episodesRejected())
                        .as("%d KiB", kilobytes)
                        .isEqualTo(1);
            } finally {
                done("umount", disk);
            }
        }
    }

    private static boolean done(Object... command) throws IOException, InterruptedException {
        return new ProcessBuilder(Arrays.stream(command).map(Object::toString).toList())
                        .redirectErrorStream(true)
                        .start()
                        .waitFor()
                == 0;
    }

    @Test
    void aTornEndIsRemoved() throws IOException {
        stage(0, 0, staged("e1", "p1", 0, 5));
        byte[] one = Files.readAllBytes(database.caseFile(0));
        stage(0, 1, staged("e2", "p2", 0, 6));
        byte[] two = Files.readAllBytes(database.caseFile(0));
        for (int length = one.length; length < two.length; length += 7) {
            Files.write(database.caseFile(0), Arrays.copyOf(two, length));
            stage(0, 1, staged("e2", "p2", 0, 6));
            assertThat(database.caseFile(0)).hasBinaryContent(two);
        }
    }

    @Test
    void aCheckpointThatTheFileDoesNotHoldIsRefused() {
        stage(0, 0, staged("e1", "p1", 0, 5), staged("e2", "p2", 0, 6));
        assertThatThrownBy(() -> stage(0, 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> stage(0, 3)).isInstanceOf(StagingException.class);
    }

    @Test
    void theClassOfARecurrentEpisodeIsKeptUpToTheCheckpoint() {
        recurs(0, 0);
        recurs(1, 1);
        recurs(1, 2);
        CaseMarks chronic = RecurrenceWriter.written(database).get(CaseClass.CHRONIC);
        assertThat(List.of(chronic.has(0, 0), chronic.has(0, 1), chronic.has(0, 2)))
                .containsExactly(true, false, true);
    }

    @Test
    void aPartitionThatBeginsAnewLeavesTheOthersAlone() {
        stage(0, 0, staged("e1", "p1", 0, 5));
        stage(1, 0, staged("e2", "p2", 0, 6));
        stage(1, 0, staged("e2", "p2", 0, 6));
        assertThat(StagedTotals.of(database).episodesAccepted()).isEqualTo(2);
    }

    @Test
    void anEpisodeInTwoPlacesIsRejectedInBoth() {
        stage(0, 0, staged("e1", "p1", 0, 5), staged("e2", "p2", 0, 6));
        stage(1, 0, staged("e1", "p1", 3, 5));
        DuplicateEpisodes.mark(database);
        DuplicateEpisodes.mark(database);
        StagedTotals totals = StagedTotals.of(database);
        assertThat(totals.episodesAccepted()).isEqualTo(1);
        assertThat(totals.episodesRejected()).isEqualTo(1);
        assertThat(totals.rowsRead()).isEqualTo(6);
        assertThat(rejections()).extracting(RejectedRows::reason).containsExactly(TWICE, TWICE);
    }

    @Test
    void aGoodPlaceOfAnEpisodeIsRejectedWithItsBadOne() {
        stage(0, 0, staged("e1", "p1", 0, 5), rejected("e1", 9));
        DuplicateEpisodes.mark(database);
        assertThat(rejections())
                .extracting(rows -> rows.origin().firstLine(), RejectedRows::reason)
                .containsExactly(tuple(2L, TWICE), tuple(9L, "BAD"));
        assertThat(StagedTotals.of(database).episodesAccepted()).isZero();
    }

    @Test
    void partsOfAnEpisodeTooLargeForOneItemCountOnce() {
        stage(
                0,
                0,
                rejected("e1", 2),
                new StagedRejections(List.of(new RejectedRows(Origin.ofRow("log.csv", 3), "e1", "", "BAD", 0))));
        DuplicateEpisodes.mark(database);
        assertThat(StagedTotals.of(database).episodesRejected()).isEqualTo(1);
        assertThat(StagedTotals.of(database).rejectedRowsByReason()).isEqualTo(Map.of("BAD", 2L));
    }

    @Test
    void historiesComeInTheOrderOfOnset() {
        stage(0, 0, staged("e9", "p1", 20, 5), staged("e2", "p1", 10, 6), staged("e5", "p2", 0, 7));
        stage(1, 0, staged("e1", "p1", 20, 8));
        try (HistoryReader reader = new HistoryReader(database, 3, 0)) {
            assertThat(histories(reader)).containsExactly(List.of(6, 8, 5));
        }
    }

    @Test
    void onsetsOnDifferentTimeScalesAreNoHistory() {
        stage(
                0,
                0,
                staged("e1", "p1", TimeScale.CALENDAR, 0, 5),
                staged("e2", "p1", TimeScale.STUDY_DAY, 1, 6),
                staged("e3", "p1", TimeScale.STUDY_DAY, 2, 6));
        try (HistoryReader reader = new HistoryReader(database, 3, 0)) {
            assertThat(histories(reader)).isEmpty();
        }
    }

    @Test
    void everyStratumIsCountedByItself() {
        stage(0, 0, staged("e1", "p1", 0, 5), staged("e9", "p2", 0, 20), staged("e3", "p3", 0, 20));
        SortedMap<String, StudyCounts> strata = StagedCounts.byStratum(database, null);
        assertThat(strata).containsOnlyKeys("", "it's another");
        assertThat(strata.values())
                .extracting(stratum -> stratum.asUsed(Population.ALL))
                .containsExactly(
                        Map.of(
                                COLD | HEAT,
                                SurvivalCounts.builder()
                                        .add(5, 1, 0)
                                        .add(20, 1, 0)
                                        .build()),
                        Map.of(
                                COLD | HEAT,
                                SurvivalCounts.builder().add(20, 1, 0).build()));
        assertThat(strata.values())
                .extracting(stratum -> stratum.atLandmark(7))
                .containsExactly(
                        Map.of(COLD, SurvivalCounts.builder().add(13, 1, 0).build()),
                        Map.of(COLD, SurvivalCounts.builder().add(13, 1, 0).build()));
        assertThat(strata.get("it's another").exposures())
                .isEqualTo(ExposureCounts.builder().addSubject(20, true, 0, 10).build());
    }

    @Test
    void whoseBackCrampsOftenIsCountedApartFromTheOthers() {
        stage(0, 0, staged("e1", "p1", 0, 5), staged("e2", "p2", 0, 20), staged("e3", "p3", 0, 20));
        recurs(0, 1);
        SortedMap<String, StudyCounts> strata = StagedCounts.byStratum(database, StratifyBy.RECURRENCE);
        assertThat(strata).containsOnlyKeys("not recurrent", "recurrent");
        assertThat(strata.get("recurrent").asUsed(Population.CHRONIC))
                .isEqualTo(strata.get("recurrent").asUsed(Population.ALL))
                .isEqualTo(Map.of(
                        COLD | HEAT, SurvivalCounts.builder().add(20, 1, 0).build()));
        assertThat(strata.get("recurrent").atLandmark(7))
                .isEqualTo(Map.of(COLD, SurvivalCounts.builder().add(13, 1, 0).build()));
        assertThat(strata.get("not recurrent").asUsed(Population.ALL))
                .isEqualTo(Map.of(
                        COLD | HEAT,
                        SurvivalCounts.builder().add(5, 1, 0).add(20, 1, 0).build()));
    }

    @Test
    void whatIsKnownAtALandmarkIsCountedOfThoseThatGoOn() {
        stage(0, 0, staged("e1", "p1", 0, 5), staged("e2", "p2", 0, 20), staged("e3", "p3", 0, 20));
        recurs(0, 2);
        SurvivalCounts one = SurvivalCounts.builder().add(13, 1, 0).build();
        assertThat(StagedCounts.byStratum(database, null).get("").practiceAtLandmark(7))
                .isEqualTo(Map.of(new PracticeStanding(LATER, false), one, new PracticeStanding(LATER, true), one));
    }

    @Test
    void onlyDatesHaveMonths() {
        stage(
                0,
                0,
                staged("e1", "p1", TimeScale.CALENDAR, 0, 5),
                staged("e2", "p2", TimeScale.CALENDAR, 31, 6),
                staged("e3", "p3", TimeScale.STUDY_DAY, 2, 6));
        StudyCounts counts = StagedCounts.byStratum(database, null).get("");
        assertThat(counts.months())
                .isEqualTo(Map.of(
                        "1970-01", SurvivalCounts.builder().add(5, 1, 0).build(),
                        "1970-02", SurvivalCounts.builder().add(6, 1, 0).build()));
    }

    @Test
    void casesAreCountedByTheirTreatmentsOverTime() {
        stage(0, 0, staged("e1", "p1", 0, 5), staged("e2", "p2", 0, 20), staged("e3", "p3", 0, 20));
        stage(1, 0, staged("e3", "p3", 0, 20));
        DuplicateEpisodes.mark(database);
        StudyCounts counts = StagedCounts.byStratum(database, null).get("");
        // cold from onset, heat from day 10
        assertThat(counts.exposures())
                .isEqualTo(ExposureCounts.builder()
                        .addSubject(5, true, 0, ExposureCounts.NEVER)
                        .addSubject(20, true, 0, 10)
                        .build());
        OrderCounts orders = counts.startOrders();
        assertThat(orders.size()).isEqualTo(3);
        assertThat(orders.begun(1)).isEqualTo(COLD);
        assertThat(orders.before(2)).isEqualTo(1);
        assertThat(orders.begun(2)).isEqualTo(COLD | HEAT);
        assertThat(orders.episodes(2)).isEqualTo(2);
    }

    @Test
    void casesAreCountedByTreatmentsDayAndEnding() {
        stage(0, 0, staged("e1", "p1", 0, 5), staged("e2", "p2", 0, 5), staged("e3", "p3", 0, 20));
        recurs(0, 1);
        StudyCounts counts = StagedCounts.byStratum(database, null).get("");
        assertThat(counts.asUsed(Population.ALL))
                .isEqualTo(Map.of(
                        COLD | HEAT,
                        SurvivalCounts.builder().add(5, 2, 0).add(20, 1, 0).build()));
        assertThat(counts.asUsed(Population.CHRONIC).get(COLD | HEAT).total()).isEqualTo(1);
        // cold from onset, heat from day 10
        assertThat(counts.atLandmark(7))
                .isEqualTo(Map.of(COLD, SurvivalCounts.builder().add(13, 1, 0).build()));
        assertThat(counts.atLandmark(14))
                .isEqualTo(Map.of(
                        COLD | HEAT, SurvivalCounts.builder().add(6, 1, 0).build()));
    }

    @Test
    void whoWasStillIllWhenLastSeenIsCountedAsCensored() {
        stage(0, 0, staged("e1", "p1", new FollowUp(20, false)), staged("e2", "p2", new FollowUp(20, true)));
        StudyCounts counts = StagedCounts.byStratum(database, null).get("");
        assertThat(counts.asUsed(Population.ALL))
                .isEqualTo(Map.of(
                        COLD | HEAT, SurvivalCounts.builder().add(20, 1, 1).build()));
        assertThat(counts.atLandmark(7))
                .isEqualTo(Map.of(COLD, SurvivalCounts.builder().add(13, 1, 1).build()));
        assertThat(counts.exposures())
                .isEqualTo(ExposureCounts.builder()
                        .addSubject(20, false, 0, 10)
                        .addSubject(20, true, 0, 10)
                        .build());
    }

    @Test
    void unrecognisedTextsAreListedByFrequency() {
        stage(0, 0, staged("e1", "p1", 0, 5), staged("e2", "p2", 0, 5));
        assertThat(StagedTotals.unrecognised(database, 1))
                .containsExactly(
                        new UnrecognisedText("leeches", 2),
                        new UnrecognisedText("e1", 1),
                        new UnrecognisedText("e2", 1));
        assertThat(StagedTotals.unrecognised(database, 2)).containsExactly(new UnrecognisedText("leeches", 2));
    }

    @Test
    void aTextThatOneEpisodeRepeatsIsOfOneEpisode() {
        stage(0, 0, staged("often", "p1", 0, 5), staged("e2", "p2", 0, 5));
        stage(1, 0, staged("e3", "p3", 0, 5));
        assertThat(StagedTotals.unrecognised(database, 2))
                .as("\"often\" has three entries")
                .containsExactly(new UnrecognisedText("leeches", 3));
        assertThat(StagedTotals.unrecognised(database, 1)).contains(new UnrecognisedText("often", 3));
    }

    @Test
    void theFingerprintDoesNotDependOnOrderOrPartition() {
        stage(0, 0, staged("e1", "p1", 0, 5), staged("e2", "p2", 0, 6));
        String fingerprint = StagedTotals.of(database).fingerprint();
        stage(0, 0, staged("e2", "p2", 0, 6));
        stage(1, 0, staged("e1", "p1", 0, 5));
        assertThat(StagedTotals.of(database).fingerprint())
                .isEqualTo(fingerprint)
                .hasSize(32);
    }

    @Test
    void theFingerprintsOfTwoLogsDoNotTellWhatCame() {
        BigInteger none = fingerprint();
        stage(0, 0, staged("e1", "p1", 0, 5));
        BigInteger one = fingerprint();
        stage(1, 0, staged("e2", "p2", 0, 6));
        BigInteger both = fingerprint();
        stage(0, 0);
        BigInteger other = fingerprint();
        assertThat(both.subtract(one).mod(BigInteger.TWO.pow(128)))
                .isNotEqualTo(other.subtract(none).mod(BigInteger.TWO.pow(128)));
    }

    private BigInteger fingerprint() {
        return new BigInteger(StagedTotals.of(database).fingerprint(), 16);
    }

    @Test
    void resultsComeBackExactlyAndTheLastOneCounts() {
        ResultStore store = new ResultStore(database);
        store.put("x", 0, List.of(new UnrecognisedText("a", 1), new UnrecognisedText("b", 2)));
        store.put("x", 1, List.of(new UnrecognisedText("c", 3)));
        assertThat(store.get("x", UnrecognisedText.class))
                .containsExactly(new UnrecognisedText("a", 1), new UnrecognisedText("c", 3));
    }

    /** The episode of this number is recurrent. */
    private void recurs(long keepGroups, int item) {
        try (RecurrenceWriter writer = new RecurrenceWriter(database, keepGroups)) {
            Recurrences recurrences = new Recurrences();
            recurrences.add(0, item, CaseClass.CHRONIC);
            writer.write(List.of(recurrences));
        }
    }

    /** Of each patient, how long the episodes last. */
    private static List<List<Integer>> histories(HistoryReader reader) {
        List<List<Integer>> all = new ArrayList<>();
        for (PatientHistories group = reader.read(); group != null; group = reader.read()) {
            for (int episode = 0; episode < group.size(); episode++) {
                if (group.isFirst(episode)) {
                    all.add(new ArrayList<>());
                }
                all.get(all.size() - 1).add(group.followUp(episode).days());
            }
        }
        return all;
    }

    private void stage(int part, long keep, StagedItem... items) {
        try (CaseWriter writer = new CaseWriter(database, part, keep)) {
            writer.write(List.of(items));
        }
    }

    private List<RejectedRows> rejections() {
        List<RejectedRows> all = new ArrayList<>();
        try (RejectionReader reader = new RejectionReader(database)) {
            for (RejectedRows next = reader.read(); next != null; next = reader.read()) {
                all.add(next);
            }
        }
        return all;
    }

    private static StagedItem rejected(String episode, long line) {
        return new StagedRejections(
                List.of(new RejectedRows(Origin.ofRow("log.csv", line), episode, "onset", "BAD", 0)));
    }

    private static StagedItem staged(String key, String patient, int onset, int days) {
        return staged(key, patient, TimeScale.CALENDAR, onset, days);
    }

    private static StagedItem staged(String key, String patient, TimeScale scale, int onset, int days) {
        return staged(key, patient, new Onset(scale, onset), new FollowUp(days, true));
    }

    private static StagedItem staged(String key, String patient, FollowUp followUp) {
        return staged(key, patient, new Onset(TimeScale.CALENDAR, 0), followUp);
    }

    private static StagedItem staged(String key, String patient, Onset onset, FollowUp followUp) {
        Episode episode = new Episode(
                new EpisodeKey(key), new PatientKey(patient), onset, followUp, List.of(), 0, Characteristics.NOT_GIVEN);
        return new StagedCase(
                episode,
                CaseClass.ACUTE,
                key.equals("e9") ? "it's another" : "",
                new Tagged(
                        new Exposure.Builder().add(0, COLD).add(10, HEAT).build(),
                        2,
                        0,
                        key.equals("often") ? List.of(key, "leeches", key, key) : List.of("leeches", key),
                        Verdicts.of("-".repeat(PracticeCheck.values().length)),
                        followUp.days() > 14 ? List.of(LATER, LATER) : Arrays.asList(null, null)),
                key.hashCode() * 7919L,
                new Origin("log.csv", 2, 2, ""));
    }
}
