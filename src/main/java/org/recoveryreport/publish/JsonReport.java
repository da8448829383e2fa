package org.recoveryreport.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.recoveryreport.domain.study.LandmarkFlow;
import org.recoveryreport.domain.study.LogSummary;
import org.recoveryreport.domain.study.StratifyBy;
import org.recoveryreport.domain.study.Stratum;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.domain.study.StudySettings;
import org.recoveryreport.domain.study.TreatmentModel;
import org.recoveryreport.domain.survival.ProportionalHazards;

/**
 * Writes {@code report.json}: every published table, what became of the log, settings and definitions, by the JSON Schema
 * {@code report.schema.json} beside this class, which stands in the archive under {@code docs}. Holds nothing about when and where it was written: equal episodes give
 * equal bytes. Null = undefined, not reached or hidden.
 */
public final class JsonReport {
    private JsonReport() {}

    /**
     * Replaces the file.
     *
     * @param version of the application
     */
    public static void write(Path file, StudyResult result, String version) {
        WholeFile.write(
                file,
                out -> JsonWriter.writeObject(out, json -> {
                    json.field("version", version);
                    json.object("settings", part -> settings(part, result.settings()));
                    json.object("log", part -> log(part, result.log()));
                    figures(json, result, ReportTables.ALL);
                    json.objects(
                            "strata",
                            result.strata().stream().map(JsonReport::stratum).toList());
                    json.rows(
                            "definitions",
                            Definitions.of(result.settings()).stream()
                                    .map(JsonReport::definition)
                                    .toList());
                }));
    }

    private static JsonWriter.Part stratum(Stratum stratum) {
        return json -> {
            json.field("stratum", stratum.name());
            figures(json, stratum.result(), ReportTables.OF_STRATA);
        };
    }

    private static void figures(JsonWriter json, StudyResult result, List<ReportTable<?>> tables) throws IOException {
        json.rows(
                "landmark_flows",
                result.landmarkFlows().stream().map(JsonReport::landmarkFlow).toList());
        rows(json, "overall", ReportTables.RECOVERY_BY_COMBINATION, result.overall());
        for (ReportTable<?> table : tables) {
            table(json, table, result);
        }
        for (ReportTable<?> table : ReportTables.JSON_ONLY) {
            table(json, table, result);
        }
        json.object(
                "treatment_model",
                part -> treatmentModel(part, result.supplement().treatmentModel()));
    }

    static void settings(JsonWriter json, StudySettings settings) throws IOException {
        json.field("chronicAfterDays", settings.courseRules().chronicAfterDays());
        json.field("subacuteAfterDays", settings.courseRules().subacuteAfterDays());
        json.field("recurrentOnsets", settings.courseRules().recurrentOnsets());
        json.field("recurrenceWindowDays", settings.courseRules().recurrenceWindowDays());
        json.field("combineBy", settings.combineBy().name().toLowerCase(Locale.ROOT));
        json.field("landmarkDays", settings.landmarkDays());
        json.field("horizonDays", settings.horizonDays());
        json.field("confidence", settings.confidence());
        json.field("confidenceType", settings.confidenceType().label());
        json.field("minCellCount", settings.minCellCount());
        StratifyBy stratifyBy = settings.stratifyBy();
        json.field("stratifyBy", stratifyBy == null ? null : stratifyBy.column());
    }

    private static void log(JsonWriter json, LogSummary log) throws IOException {
        json.field("rows_read", log.rowsRead());
        json.field("rows_accepted", log.rowsAccepted());
        json.field("rows_rejected", log.rowsRejected());
        json.field("episodes_read", log.episodesRead());
        json.field("episodes_accepted", log.episodesAccepted());
        json.field("episodes_rejected", log.episodesRejected());
        json.rows(
                "rejected_rows_by_reason",
                log.rejectedRowsByReason().stream()
                        .<JsonWriter.Part>map(count -> row -> {
                            row.field("reason", count.reason());
                            row.field("rows", count.rows());
                        })
                        .toList());
        json.field("treatment_entries", log.treatmentEntries());
        json.field("entries_without_start", log.entriesWithoutStart());
        json.field("entries_after_end", log.entriesAfterEnd());
        json.field("entries_unrecognised", log.entriesUnrecognised());
        json.field("fingerprint", log.fingerprint());
    }

    private static JsonWriter.Part landmarkFlow(LandmarkFlow flow) {
        return json -> {
            json.field("landmark_days", flow.landmarkDays());
            json.field("compared", flow.compared());
            json.field("recovered_before", flow.recoveredBefore());
            json.field("censored_before", flow.censoredBefore());
        };
    }

    private static void treatmentModel(JsonWriter json, TreatmentModel model) throws IOException {
        ProportionalHazards proportional = model.proportionalHazards();
        json.field("log_likelihood", model.logLikelihood());
        json.field("null_log_likelihood", model.nullLogLikelihood());
        json.field("converged", model.converged());
        json.field(
                "proportional_hazards_chi_squared",
                proportional == null ? null : Double.valueOf(proportional.chiSquared()));
        json.field(
                "proportional_hazards_degrees_of_freedom",
                proportional == null ? null : Integer.valueOf(proportional.degreesOfFreedom()));
        json.field("proportional_hazards_p", proportional == null ? null : Double.valueOf(proportional.pValue()));
    }

    private static <R> void table(JsonWriter json, ReportTable<R> table, StudyResult result) throws IOException {
        rows(json, table.jsonName(), table, table.rows().apply(result));
    }

    private static <R> void rows(JsonWriter json, String name, ReportTable<R> table, List<R> rows) throws IOException {
        List<ReportColumn<R>> columns = table.allColumns();
        json.rows(name, rows, (row, part) -> {
            for (ReportColumn<R> column : columns) {
                part.field(column.name(), column.cell(row));
            }
        });
    }

    private static JsonWriter.Part definition(Definition definition) {
        return json -> {
            json.field("term", definition.term());
            json.field("plain", definition.plain());
            json.field("meaning", definition.meaning());
            json.field("source", definition.source());
        };
    }
}
