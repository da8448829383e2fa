package org.recoveryreport.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recoveryreport.cli.Main;

/** The table of episodes, as a run leaves it and DuckDB reads it. */
class EpisodeExportTest {
    private static final String HEADER = "episode_id,patient_id,onset,recovered,last_seen,treatment,started,site\n";
    private static final List<String> EPISODES = List.of(
            "E1,P1,2026-03-01,2026-03-11,,ice pack,2026-03-01,hill\nE1,P1,,,,ibuprofen,2026-03-09,\n",
            "E2,P2,2026-03-02,,2026-03-30,,,\n",
            "E3,P3,2026-03-02,2026-03-02,,see letter,2026-03-02,north\n",
            "E4,P4,2026-03-05,2026-03-01,,ice pack,,north\n");

    @TempDir
    private Path folder;

    @Test
    void holdsARowForEveryAcceptedEpisode() throws IOException, SQLException {
        Path table = run("out", EPISODES, "true");
        assertThat(query("SELECT onset_date, onset_study_day, stratum, case_class, days, recovered, combination,"
                        + " combination_at_7, combination_at_14, cold_from_day, nsaid_from_day, cold_first, entries,"
                        + " entries_unrecognised FROM '" + table + "'"))
                .containsExactly(
                        "2026-03-01|null|hill|ACUTE|10|true|cold + nsaid|cold|null|0|8|kept|2|0",
                        "2026-03-02|null|north|ACUTE|0|true|none|null|null|null|null|not_eligible|1|1",
                        "2026-03-02|null|null|UNDETERMINED|28|false|none|none|none|null|null|not_eligible|0|0");
    }

    @Test
    void namesNobodyAndNoPlaceInTheLog() throws IOException, SQLException {
        Path table = run("out", EPISODES, "true");
        assertThat(query("SELECT column_name FROM (DESCRIBE SELECT * FROM '" + table + "')"))
                .contains("onset_date", "professional_when_chronic", "combination_at_28")
                .doesNotContain("episode_id", "patient_id", "source", "first_line", "fingerprint");
        assertThat(Files.readString(table, StandardCharsets.ISO_8859_1))
                .doesNotContain("E1")
                .doesNotContain("P1");
    }

    @Test
    void equalEpisodesGiveEqualBytesWhateverTheirOrder() throws IOException {
        List<String> reversed = new ArrayList<>(EPISODES);
        Collections.reverse(reversed);
        assertThat(run("one", EPISODES, "true")).hasSameBinaryContentAs(run("two", reversed, "true"));
    }

    @Test
    void holdsManyEpisodesInTheOrderOfTheirValues() throws IOException, SQLException {
        List<String> many = IntStream.range(0, 25_000)
                .map(number -> number * 7919 % 25_000)
                .mapToObj(number -> "M%1$d,Q%1$d,%2$s,%3$s,,ice pack,,%4$s\n"
                        .formatted(
                                number,
                                LocalDate.of(2020, 1, 1).plusDays(number % 1000),
                                LocalDate.of(2020, 1, 1).plusDays(number % 1000 + number % 60),
                                List.of("hill", "north", "south").get(number % 3)))
                .toList();
        Path table = run("many", many, "true");
        assertThat(query("SELECT count(*), count(DISTINCT (onset_date, days, stratum)), count(*) FILTER ("
                        + "file_row_number > 0 AND (onset_date, stratum, days) < before) FROM (SELECT *,"
                        + " lag((onset_date, stratum, days)) OVER (ORDER BY file_row_number) AS before"
                        + " FROM read_parquet('" + table + "', file_row_number = true))"))
                .containsExactly("25000|3000|0");
    }

    @Test
    void isThereOnRequestOnly() throws IOException {
        assertThat(run("out", EPISODES, "false")).doesNotExist();
    }

    private Path run(String output, List<String> episodes, String exportEpisodes) throws IOException {
        Path log = Files.writeString(folder.resolve(output + ".csv"), HEADER + String.join("", episodes));
        StringWriter err = new StringWriter();
        int exitCode = Main.run(
                new String[] {
                    "run",
                    "--input",
                    log.toString(),
                    "--output",
                    folder.resolve(output).toString(),
                    "-P",
                    "exportEpisodes=" + exportEpisodes,
                    "-P",
                    "stratifyBy=site",
                    "-P",
                    "maxRejectedPercent=50",
                    "-P",
                    "minCellCount=0"
                },
                new PrintWriter(new StringWriter()),
                new PrintWriter(err));
        assertThat(exitCode).as(err.toString()).isZero();
        return folder.resolve(output).resolve("latest/private/episodes.parquet");
    }

    private static List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(result.getObject(i)));
                }
                rows.add(String.join("|", cells));
            }
        }
        return rows;
    }
}
