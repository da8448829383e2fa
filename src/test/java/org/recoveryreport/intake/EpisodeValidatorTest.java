package org.recoveryreport.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recoveryreport.domain.episode.Episode;
import org.recoveryreport.domain.episode.EpisodeKey;
import org.recoveryreport.domain.episode.FollowUp;
import org.recoveryreport.domain.episode.Onset;
import org.recoveryreport.domain.episode.PatientKey;
import org.recoveryreport.domain.episode.TimeScale;
import org.recoveryreport.domain.episode.TreatmentEntry;
import org.recoveryreport.intake.EpisodeReading.AcceptedEpisode;

class EpisodeValidatorTest {
    @TempDir
    private Path folder;

    @Test
    void anEpisodeIsReadAsTheLogTellsIt() {
        Episode episode =
                Logs.only(read("E1,P1,2024-02-28,2024-03-01,,ice pack,2024-02-29,,7", "E1,,,,,massage,,2024-03-05,"));

        assertThat(episode.key()).isEqualTo(new EpisodeKey("E1"));
        assertThat(episode.patient()).isEqualTo(new PatientKey("P1"));
        assertThat(episode.onset()).isEqualTo(new Onset(TimeScale.CALENDAR, 19_781));
        assertThat(episode.followUp()).isEqualTo(new FollowUp(2, true));
        assertThat(episode.treatments())
                .containsExactly(new TreatmentEntry("ice pack", 1, null), new TreatmentEntry("massage", null, 6));
        assertThat(episode.characteristics().severity()).isEqualTo(7);
    }

    @Test
    void anEpisodeNotRecoveredIsCensoredWhenLastSeen() {
        assertThat(Logs.only(read("E1,P1,3,,10,,,,")).followUp()).isEqualTo(new FollowUp(7, false));
    }

    @Test
    void recoveryMayBeHeardOfAfterTheLastVisit() {
        assertThat(Logs.only(read("E1,P1,3,12,10,,,,")).followUp()).isEqualTo(new FollowUp(9, true));
    }

    @Test
    void aValueGivenInAnyRowIsTheEpisodes() {
        Episode episode = Logs.only(read("E1,,0,,,ice,,,", "E1,P1,,4,,,,,3"));

        assertThat(episode.followUp().days()).isEqualTo(4);
        assertThat(episode.characteristics().severity()).isEqualTo(3);
        assertThat(episode.treatments()).hasSize(1);
    }

    @Test
    void treatmentsCountFromOnsetToTheEndOfTheEpisode() {
        Episode episode = Logs.only(
                read("E1,P1,10,20,,before,3,5,", "E1,,,,,last day,20,,", "E1,,,,,after,21,,", "E1,,,,,,30,,"));

        assertThat(episode.treatments())
                .containsExactly(new TreatmentEntry("before", 0, 0), new TreatmentEntry("last day", 10, null));
        assertThat(episode.startedAfterEnd()).isEqualTo(1);
    }

    @Test
    void aHeaderRowAmongTheOthersIsCalledSo() {
        assertThat(Logs.rejected(read("E1,P1,0,7,,,,,", Logs.HEADER.trim(), "E2,P1,20,27,,,,,")))
                .containsExactly("3 episode_id SECOND_HEADER");
    }

    @Test
    void wholeNumbersOfStatisticsProgramsAreWhole() {
        assertThat(Logs.only(read("E1,P1,0,7.0,,,,,5.0")).followUp().days()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P1,0,,,,,,        | 2 last_seen NO_ENDING",
                "P1,,5,,,,,        | 2 onset MISSING_VALUE",
                ",0,5,,,,,         | 2 patient_id MISSING_VALUE",
                "P1,1,0,,,,,       | 2 recovered RECOVERED_BEFORE_ONSET",
                "P1,1,,0,,,,       | 2 last_seen LAST_SEEN_BEFORE_ONSET",
                "P1,1,2,0,,,,      | 2 last_seen LAST_SEEN_BEFORE_ONSET",
                "P1,1,36527,,,,,   | 2 recovered EPISODE_TOO_LONG",
                "P1,1,,36527,,,,   | 2 last_seen EPISODE_TOO_LONG",
                "P1,one,2,,,,,     | 2 onset UNREADABLE_STUDY_DAY",
                "P1,1.5,2,,,,,     | 2 onset UNREADABLE_STUDY_DAY",
                "P1,1.,2,,,,,      | 2 onset UNREADABLE_STUDY_DAY",
                "P1,1,9999999999999999999999,,,,, | 2 recovered STUDY_DAY_BEYOND_SENSE",
                "P1,20240101,20240102,,,,,        | 2 onset STUDY_DAY_BEYOND_SENSE",
                "P1,1,2024-01-01,,,,,             | 2 recovered DATE_AMONG_STUDY_DAYS",
                "P1,1,2,,,3,2,     | 2 ended ENDED_BEFORE_STARTED",
                "P1,1,2,,ice,,36527, | 2 ended ENDED_BEYOND_SENSE",
                "P1,1,2,,,x,2,     | 2 started UNREADABLE_STUDY_DAY",
                "P1,1,2,,,,,11     | 2 severity SEVERITY_OUT_OF_RANGE",
                "P1,1,2,,,,,-1     | 2 severity SEVERITY_OUT_OF_RANGE",
                "P1,1,2,,,,,99999999999           | 2 severity SEVERITY_OUT_OF_RANGE",
                "P1,1,2,,,,,bad    | 2 severity UNREADABLE_SEVERITY",
                "P1,1,2,,,,        | 2 WRONG_NUMBER_OF_FIELDS",
                "P1,1,2,,,,,,      | 2 WRONG_NUMBER_OF_FIELDS",
                "P1,1,2,,call Dr. Smith,,,        | 2 treatment LOOKS_LIKE_PERSON",
                "a@b.org,1,2,,,,,  | 2 patient_id LOOKS_LIKE_EMAIL",
            })
    void aBadValueIsRejectedWhereItStands(String rest, String rejection) {
        assertThat(Logs.rejected(read("E1," + rest, "E2,P2,0,1,,,,,"))).containsExactly(rejection);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-30,UNREADABLE_DATE",
        "2023-02-29,UNREADABLE_DATE",
        "2024-13-01,UNREADABLE_DATE",
        "2024-1-1,UNREADABLE_DATE",
        "01/02/2024,UNREADABLE_DATE",
        "10000-01-01,UNREADABLE_DATE",
        "-100-01-01,UNREADABLE_DATE",
        "20240101,STUDY_DAY_AMONG_DATES",
    })
    void aBadDateIsRejected(String date, String reason) {
        assertThat(Logs.rejected(read(
                        "E1,P1," + date + ",2199-12-31,,,,,",
                        "E2,P2,2024-01-01,2024-01-02,,,,,",
                        "E3,P2,1900-01-01,1900-01-02,,,,,")))
                .containsExactly("2 onset " + reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0000-01-01", "0000-02-29", "0001-03-01", "1066-10-14", "1899-12-31", "2212-02-28", "9999-12-31"
            })
    void aLogMayBeShiftedByCenturies(String date) {
        assertThat(Logs.only(read("E1,P1," + date + "," + date + ",,,,,"))
                        .onset()
                        .day())
                .isEqualTo((int) LocalDate.parse(date).toEpochDay());
    }

    @Test
    void redFlagsAreTheSameInAnyOrderAndOtherValuesOnlyAsWritten() throws IOException {
        Path log = Files.writeString(folder.resolve("flags.csv"), """
                episode_id,patient_id,onset,recovered,treatment,sex,red_flags
                E1,P1,0,7,ice,F,fever; numbness
                E1,,,,heat,,numbness;fever;
                E2,P2,0,7,ice,F,
                E2,,,,heat,f,
                E3,P3,0,7,ice,F,fever
                E3,,,,heat,,fever;numbness
                """);

        assertThat(Logs.rejected(Logs.read(log)))
                .containsExactly(
                        "4 ANOTHER_ROW_REJECTED 5",
                        "5 sex CONFLICTING_VALUES",
                        "6 ANOTHER_ROW_REJECTED 7",
                        "7 red_flags CONFLICTING_VALUES");
    }

    @Test
    void aRowsOwnFirstProblemIsItsReasonAndInnocentRowsNameTheLine() {
        List<EpisodeReading> readings =
                read("E1,P1,0,5,,ice,,,", "E1,P2,x,,,,,,", "E1,,,6,,,,,", "E1,,,,,heat,2,1,", "E2,P2,0,1,,,,,");

        assertThat(Logs.rejected(readings))
                .containsExactly(
                        "2 ANOTHER_ROW_REJECTED 3",
                        "3 patient_id CONFLICTING_VALUES",
                        "4 recovered CONFLICTING_VALUES",
                        "5 ended ENDED_BEFORE_STARTED");
        assertThat(Logs.rejections(readings).get(0).reasonText()).endsWith("(line 3)");
        assertThat(Logs.keys(readings)).containsExactly("E2");
    }

    @Test
    void aRowWhoseEpisodeCannotBeReadRejectsItsNeighbours() {
        List<EpisodeReading> readings =
                read("E0,P0,0,1,,,,,", "E1,P1,0,5,,ice,,,", "\"E1\"x,,,,,heat,,,", "E2,P2,0,1,,,,,", "E3,P3,0,1,,,,,");

        assertThat(Logs.rejected(readings))
                .containsExactly("3 ANOTHER_ROW_REJECTED 4", "4 TEXT_AFTER_QUOTE", "5 NEXT_TO_DAMAGED_LINE 4");
        assertThat(Logs.keys(readings)).containsExactly("E0", "E3");
    }

    @Test
    void aRowWithoutIdThatNamesAnotherPatientOrOnsetLeavesItsNeighboursAlone() {
        List<EpisodeReading> readings = read("E1,P1,0,5,,ice,,,", ",P7,0,6,,heat,,,", "E2,P2,0,1,,,,,");

        assertThat(Logs.rejected(readings)).containsExactly("3 episode_id MISSING_VALUE");
        assertThat(Logs.keys(readings)).containsExactly("E1", "E2");
    }

    @Test
    void aRowOfNothingButCommasIsRejectedByItself() {
        List<EpisodeReading> readings = read(
                "E1,P1,0,5,,ice,,,",
                ",,,,,,,,",
                ",,,",
                " ",
                "E2,P2,0,1,,,,,",
                "\"E2\"x,,,,,,,,",
                ",,",
                "E3,P3,0,1,,,,,");

        assertThat(Logs.rejected(readings))
                .containsExactly(
                        "3 BLANK_ROW",
                        "4 BLANK_ROW",
                        "5 BLANK_ROW",
                        "6 ANOTHER_ROW_REJECTED 7",
                        "7 TEXT_AFTER_QUOTE",
                        "8 BLANK_ROW",
                        "9 NEXT_TO_DAMAGED_LINE 7");
        assertThat(Logs.keys(readings)).containsExactly("E1");
        assertThat(readings).extracting(EpisodeReading::episodes).containsExactly(1, 0, 1, 0, 1);
    }

    @Test
    void aDamagedRowBelongsToTheEpisodeNamedBeforeTheDamage() {
        List<EpisodeReading> readings = read("E1,P1,0,5,,ice,,,", "E1,,,,,he\"at,,,", "E2,P2,0,1,,,,,");

        assertThat(Logs.rejected(readings)).containsExactly("2 ANOTHER_ROW_REJECTED 3", "3 STRAY_QUOTE");
        assertThat(Logs.keys(readings)).containsExactly("E2");
    }

    @Test
    void theLinesOfAllRowsCanBeToldAfterwards() {
        List<EpisodeReading> readings = read(
                "E1,P1,0,5,,\"ice",
                "pack\",,,",
                "",
                "E1,,,,,heat,,,",
                "E1,,,,,rest,,,",
                "E2,P2,0,1,,,,,",
                "E2,,,,,,,,");

        RowSpan apart = ((AcceptedEpisode) readings.get(0)).span();
        assertThat(apart.lines()).containsExactly(2L, 5L, 6L);
        assertThat(apart.rejected("E1", LogColumn.EPISODE_ID, RejectionReason.EPISODE_IN_TWO_PLACES))
                .extracting(Rejection::line)
                .containsExactly(2L, 5L, 6L);
        RowSpan together = ((AcceptedEpisode) readings.get(1)).span();
        assertThat(together.steps()).isEmpty();
        assertThat(together.lines()).containsExactly(7L, 8L);
    }

    @Test
    void nothingThatIsPrintedTellsAnIdOrAText() {
        List<EpisodeReading> readings = read("E1,P1,0,5,,ice,,,", "E2,P2,x,5,,ice,,,");

        assertThat(readings.toString()).doesNotContain("E1", "P1", "E2", "P2", "ice");
    }

    private List<EpisodeReading> read(String... lines) {
        return Logs.read(Logs.log(folder, lines));
    }
}
