package org.recoveryreport.job;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.course.CourseRules;
import org.recoveryreport.domain.study.StudySettings;

/**
 * Everything a run was told, validated.
 *
 * @param study what the figures depend on
 * @param maxRejectedPercent above this share of rejected rows nothing is published, in [0, 100]
 * @param catalogue folder of the clinic's catalogue; null = the built-in one
 * @param partitions how many parts of the log are read at once
 * @param nightGuard whether a report must not differ from the one before by a small count
 * @param exportEpisodes whether the episodes are written as a table of their own
 * @param given every parameter as given or by default, for the record
 */
public record JobSettings(
        StudySettings study,
        double maxRejectedPercent,
        @Nullable Path catalogue,
        int partitions,
        boolean nightGuard,
        boolean exportEpisodes,
        Map<Parameter, String> given) {
    public JobSettings {
        given = Collections.unmodifiableMap(new EnumMap<>(given));
    }

    /**
     * Reads the parameters that are there; for the others their defaults hold.
     *
     * @param properties values by {@link Parameter#key()}; blank = not given; other names are none of ours
     * @throws IllegalArgumentException naming the parameter that cannot be used
     */
    public static JobSettings of(Properties properties) {
        Map<Parameter, String> given = new EnumMap<>(Parameter.class);
        for (Parameter parameter : Parameter.values()) {
            String value = properties.getProperty(parameter.key(), "").strip();
            if (!value.isEmpty()) {
                parameter.check(value);
            }
            given.put(parameter, value.isEmpty() ? parameter.defaultValue() : value);
        }
        String subacute = get(given, Parameter.SUBACUTE_AFTER_DAYS);
        String catalogue = get(given, Parameter.CATALOGUE);
        String partitions = get(given, Parameter.PARTITIONS);
        CourseRules rules = new CourseRules(
                number(given, Parameter.CHRONIC_AFTER_DAYS),
                subacute.isEmpty() ? null : Integer.valueOf(subacute),
                number(given, Parameter.RECURRENT_ONSETS),
                number(given, Parameter.RECURRENCE_WINDOW_DAYS));
        StudySettings study = new StudySettings(
                rules,
                Parameter.combineBy(get(given, Parameter.COMBINE_BY)),
                number(given, Parameter.LANDMARK_DAYS),
                number(given, Parameter.HORIZON_DAYS),
                Double.parseDouble(get(given, Parameter.CONFIDENCE)),
                Parameter.confidenceType(get(given, Parameter.CONFIDENCE_TYPE)),
                number(given, Parameter.MIN_CELL_COUNT),
                Parameter.stratifyBy(get(given, Parameter.STRATIFY_BY)));
        return new JobSettings(
                study,
                Double.parseDouble(get(given, Parameter.MAX_REJECTED_PERCENT)),
                catalogue.isEmpty() ? null : Path.of(catalogue),
                partitions.isEmpty() ? Runtime.getRuntime().availableProcessors() : Integer.parseInt(partitions),
                Boolean.parseBoolean(get(given, Parameter.NIGHT_GUARD)),
                Boolean.parseBoolean(get(given, Parameter.EXPORT_EPISODES)),
                given);
    }

    private static String get(Map<Parameter, String> given, Parameter parameter) {
        return given.getOrDefault(parameter, "");
    }

    private static int number(Map<Parameter, String> given, Parameter parameter) {
        return Integer.parseInt(get(given, parameter));
    }
}
