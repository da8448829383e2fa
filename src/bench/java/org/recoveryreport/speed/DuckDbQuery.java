package org.recoveryreport.speed;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The peer: the core of a run as DuckDB alone does it. Reads a sample log, looks texts up in a dictionary, folds rows to
 * episodes, sees recurrence, decides classes and writes counts and the Kaplan-Meier median of each class and combination. It
 * validates nothing, cannot go on after a power cut and protects nobody, and its dictionary is made beforehand.
 *
 * <p>Arguments: the log, the dictionary with the columns {@code text} and {@code tags}, the file to write.
 */
final class DuckDbQuery {
    private static final String QUERY = """
            CREATE TEMP TABLE log AS
            FROM read_csv('%1$s', header = true, auto_detect = false, delim = ',', quote = '"', new_line = '\\n', columns = {
              episode_id: 'VARCHAR', patient_id: 'VARCHAR', onset: 'DATE', recovered: 'DATE', last_seen: 'DATE',
              treatment: 'VARCHAR', started: 'DATE', ended: 'DATE', age_band: 'VARCHAR', sex: 'VARCHAR',
              severity: 'INTEGER', site: 'VARCHAR', red_flags: 'VARCHAR'})
            SELECT episode_id, patient_id, onset, recovered, last_seen, treatment, started;

            CREATE TEMP TABLE meaning AS
            SELECT text, unnest(string_split(tags, ' ')) AS tag
            FROM read_csv('%2$s', header = true, delim = ',', quote = '"', all_varchar = true) WHERE tags IS NOT NULL;

            CREATE TEMP TABLE tag AS
            SELECT tag, 1::BIGINT << (row_number() OVER (ORDER BY tag) - 1)::BIGINT AS bit
            FROM (SELECT DISTINCT tag FROM meaning);

            CREATE TEMP TABLE dictionary AS SELECT text, bit_or(bit) AS mask FROM meaning JOIN tag USING (tag) GROUP BY text;

            CREATE TEMP TABLE episode AS
            WITH folded AS (
              SELECT episode_id, any_value(patient_id) AS patient_id, min(onset) AS onset,
                min(recovered) IS NOT NULL AS recovered, coalesce(min(recovered), min(last_seen)) AS ending
              FROM log GROUP BY episode_id),
            treated AS (
              SELECT episode_id, bit_or(mask) AS mask
              FROM log JOIN dictionary ON treatment = text JOIN folded USING (episode_id)
              WHERE started IS NULL OR started <= ending
              GROUP BY episode_id),
            seen AS (
              SELECT *, ending - onset AS days,
                onset - lag(onset, 2) OVER (PARTITION BY patient_id ORDER BY onset, episode_id) AS days_since_two_before
              FROM folded)
            SELECT coalesce(mask, 0) AS mask, days, recovered,
              CASE WHEN coalesce(days_since_two_before < 365, false) OR days > 84 OR (days = 84 AND NOT recovered)
                THEN 'CHRONIC' WHEN recovered THEN 'ACUTE' ELSE 'UNDETERMINED' END AS case_class
            FROM seen LEFT JOIN treated USING (episode_id);

            COPY (
              WITH counts AS (
                SELECT case_class, mask, days, count(*) FILTER (WHERE recovered) AS events, count(*) AS n
                FROM (SELECT * FROM episode UNION ALL SELECT * REPLACE ('ALL' AS case_class) FROM episode)
                GROUP BY ALL),
              at_risk AS (
                SELECT *, sum(n) OVER later AS at_risk, first_value(days) OVER later AS last_day FROM counts
                WINDOW later AS (PARTITION BY case_class, mask ORDER BY days DESC)),
              curve AS (
                SELECT *, product(1 - events / at_risk) OVER before AS not_recovered,
                  lead(days) OVER (PARTITION BY case_class, mask ORDER BY days) AS next_step
                FROM at_risk WHERE events > 0
                WINDOW before AS (PARTITION BY case_class, mask ORDER BY days)),
              median AS (
                SELECT case_class, mask, arg_min(
                  CASE WHEN abs(not_recovered - 0.5) < 1e-9 THEN (days + coalesce(next_step, last_day)) / 2 ELSE days END, days)
                  AS median_days
                FROM curve WHERE not_recovered < 0.5 + 1e-9 GROUP BY ALL),
              named AS (
                SELECT mask, coalesce((
                  SELECT string_agg(tag, ' + ' ORDER BY tag) FROM tag WHERE mask & bit <> 0), 'none') AS combination
                FROM (SELECT DISTINCT mask FROM counts))
              SELECT case_class, combination, sum(n)::BIGINT AS episodes, sum(events)::BIGINT AS recovered,
                any_value(median_days) AS median_days
              FROM counts LEFT JOIN median USING (case_class, mask) JOIN named USING (mask)
              GROUP BY case_class, combination ORDER BY case_class, combination)
            TO '%3$s' (HEADER);
            """;

    private DuckDbQuery() {}

    public static void main(String[] files) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET preserve_insertion_order = false");
            statement.execute(String.format(QUERY, files[0], files[1], files[2]));
        }
    }
}
