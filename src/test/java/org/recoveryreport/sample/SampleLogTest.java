package org.recoveryreport.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class SampleLogTest {
    private static final SampleSettings SETTINGS = SampleSettings.of(5_000, 1);

    @Test
    void equalSettingsGiveEqualBytes() throws IOException {
        assertThat(log(SETTINGS.withBadRows(2))).isEqualTo(log(SETTINGS.withBadRows(2)));
    }

    @Test
    void anotherSeedGivesAnotherLog() throws IOException {
        assertThat(log(SETTINGS)).isNotEqualTo(log(SampleSettings.of(5_000, 2)));
    }

    @Test
    void theLogIsCsvWithAboutTwoRowsAnEpisode() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SampleTruth truth = SampleLog.write(SETTINGS, bytes);
        List<CSVRecord> records = parse(bytes.toString(StandardCharsets.UTF_8));
        assertThat(records).hasSize(Math.toIntExact(truth.rowsWritten())).allMatch(CSVRecord::isConsistent);
        assertThat(records.stream().map(row -> row.get("episode_id")).distinct())
                .hasSize(5_000);
        assertThat(truth.rowsWritten()).isBetween(9_000L, 11_000L);
        assertThat(truth.episodesAccepted()).isEqualTo(5_000);
        assertThat(truth.rowsRejected()).isZero();
    }

    @Test
    void theTruthIsThatOfTheRows() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SampleTruth truth = SampleLog.write(SETTINGS, bytes);
        List<CSVRecord> records = parse(bytes.toString(StandardCharsets.UTF_8));
        Set<String> recovered = records.stream()
                .filter(row -> !row.get("recovered").isEmpty())
                .map(row -> row.get("episode_id"))
                .collect(Collectors.toSet());
        assertThat(truth.recovered()).isEqualTo(recovered.size());
        assertThat(truth.censored()).isEqualTo(5_000 - recovered.size());
        List<CSVRecord> withText =
                records.stream().filter(row -> !row.get("treatment").isEmpty()).toList();
        assertThat(truth.entries()).isEqualTo(withText.size());
        assertThat(truth.entriesWithoutStart())
                .isEqualTo(withText.stream()
                        .filter(row -> row.get("started").isEmpty())
                        .count());
    }

    @Test
    void someTextsAreNegatedPlannedMisspeltAndUnknown() throws IOException {
        SampleTruth truth = SampleLog.write(SampleSettings.of(20_000, 1), OutputStream.nullOutputStream());
        assertThat(share(truth, Phrase.Kind.NEGATED)).isBetween(0.02, 0.06);
        assertThat(share(truth, Phrase.Kind.PLANNED)).isBetween(0.01, 0.04);
        assertThat(share(truth, Phrase.Kind.LOOK_ALIKE)).isBetween(0.01, 0.04);
        assertThat(share(truth, Phrase.Kind.UNRECOGNISED)).isBetween(0.02, 0.06);
        assertThat(share(truth, Phrase.Kind.PARTLY)).isBetween(0.02, 0.08);
        assertThat(share(truth, Phrase.Kind.MISSPELT)).isBetween(0.03, 0.09);
    }

    @Test
    void badRowsAreOfEveryKindAndAsManyAsAsked() throws IOException {
        SampleTruth truth = SampleLog.write(SETTINGS.withBadRows(3), OutputStream.nullOutputStream());
        assertThat(truth.badRows().keySet()).containsExactly(BadRow.values());
        assertThat((double) truth.episodesRejected() / truth.rowsWritten()).isCloseTo(0.03, within(0.001));
        assertThat(truth.episodesAccepted() + truth.episodesRejected()).isEqualTo(5_000);
        assertThat(truth.rowsRejected())
                .isEqualTo(truth.badRows().entrySet().stream()
                        .mapToLong(kind -> kind.getValue() * kind.getKey().rowsLost())
                        .sum());
    }

    @Test
    void onlyTheFirstAndTheLastEpisodeAreGoodWhereEveryRowIsToBeBad() throws IOException {
        SampleTruth truth = SampleLog.write(SETTINGS.withBadRows(100), OutputStream.nullOutputStream());
        assertThat(truth.episodesAccepted()).isEqualTo(2);
        assertThat(episodesOfRows(SETTINGS.withBadRows(100))).hasSize(Math.toIntExact(truth.rowsWritten()));
    }

    @Test
    void anEpisodeInTwoPlacesHasAnotherOneBetween() throws IOException {
        List<String> episodes = episodesOfRows(SETTINGS.withBadRows(100));
        long apart = episodes.stream()
                .distinct()
                .filter(episode -> episodes.lastIndexOf(episode) - episodes.indexOf(episode) > 1)
                .filter(episode -> !episodes.get(episodes.indexOf(episode) + 1).equals(episode))
                .count();
        SampleTruth truth = SampleLog.write(SETTINGS.withBadRows(100), OutputStream.nullOutputStream());
        assertThat(apart).isEqualTo(truth.badRows().get(BadRow.TWO_PLACES));
    }

    @Test
    void studyDaysAndDatesTellTheSameStory() throws IOException {
        List<CSVRecord> dates = parse(new String(log(SETTINGS), StandardCharsets.UTF_8));
        List<CSVRecord> days = parse(new String(log(SETTINGS.inStudyDays()), StandardCharsets.UTF_8));
        assertThat(dates.get(0).get("onset")).startsWith("2025-01-");
        for (int i = 0; i < dates.size(); i++) {
            int day = Integer.parseInt(days.get(i).get("onset"));
            assertThat(LocalDate.of(2025, 1, 1).plusDays(day))
                    .hasToString(dates.get(i).get("onset"));
        }
    }

    @Test
    void aLongLogNeedsNoMoreMemoryThanAShortOne() throws IOException {
        long small = memoryHeldWhileWriting(20_000);
        long large = memoryHeldWhileWriting(300_000);
        assertThat(large - small).isLessThan(4L << 20);
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SampleSettings.of(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> SETTINGS.withBadRows(101));
        assertThatIllegalArgumentException().isThrownBy(() -> SETTINGS.withBadRows(Double.NaN));
    }

    private static long memoryHeldWhileWriting(long episodes) throws IOException {
        long[] most = {0};
        OutputStream sink = new OutputStream() {
            private int writes;

            @Override
            public void write(int b) {}

            @Override
            public void write(byte[] bytes, int offset, int length) {
                if (writes++ % 60 == 0) {
                    System.gc();
                    Runtime runtime = Runtime.getRuntime();
                    most[0] = Math.max(most[0], runtime.totalMemory() - runtime.freeMemory());
                }
            }
        };
        SampleLog.write(SampleSettings.of(episodes, 1), sink);
        return most[0];
    }

    /** By lines, because a reader would stumble over the bad ones; the second line of a quoted cell is no row. */
    private static List<String> episodesOfRows(SampleSettings settings) throws IOException {
        return new String(log(settings), StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.startsWith("E1"))
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    private static double share(SampleTruth truth, Phrase.Kind kind) {
        long all = truth.phrases().values().stream().mapToLong(Long::longValue).sum();
        return (double) truth.phrases().get(kind) / all;
    }

    private static byte[] log(SampleSettings settings) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SampleLog.write(settings, bytes);
        return bytes.toByteArray();
    }

    private static List<CSVRecord> parse(String log) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(log, format)) {
            return parser.getRecords();
        }
    }
}
