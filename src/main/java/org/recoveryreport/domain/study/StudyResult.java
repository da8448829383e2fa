package org.recoveryreport.domain.study;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.Audit;

/**
 * All that gets published of a study; every count and figure in it may be shown. The lists are in the order of the
 * published files.
 *
 * @param settings what the figures depend on
 * @param log what became of the log's rows
 * @param combinations by population, then combination
 * @param landmarkFlows by landmark
 * @param landmarks by landmark, then combination
 * @param tests as-used by population, then landmark by day
 * @param curves by analysis, population, landmark, combination and day
 * @param unrecognised the most frequent first
 * @param overall all combinations together, one row per population; without log-rank tests, for there is no other group.
 *     Empty where these may not be shown. In no table of its own
 * @param supplement what is said beyond the comparison of combinations
 * @param strata the same for the episodes of each stratum; empty where the study is not stratified
 * @param audit of all counts before they are published; null = every count may be shown, or it is not published yet
 * @param earlier counts that an earlier report showed and this one does not show anew, by where they stand
 */
public record StudyResult(
        StudySettings settings,
        LogSummary log,
        List<CombinationFigures> combinations,
        List<LandmarkFlow> landmarkFlows,
        List<LandmarkFigures> landmarks,
        List<OverallTest> tests,
        List<CurveStep> curves,
        List<UnrecognisedText> unrecognised,
        List<CombinationFigures> overall,
        Supplement supplement,
        List<Stratum> strata,
        @Nullable Audit audit,
        List<EarlierCount> earlier)
        implements Serializable {
    public StudyResult {
        combinations = List.copyOf(combinations);
        landmarkFlows = List.copyOf(landmarkFlows);
        landmarks = List.copyOf(landmarks);
        tests = List.copyOf(tests);
        curves = CurveSteps.copyOf(curves);
        unrecognised = List.copyOf(unrecognised);
        overall = List.copyOf(overall);
        strata = List.copyOf(strata);
        earlier = List.copyOf(earlier);
    }

    /**
     * Puts together the figures of a study, and of its strata.
     *
     * @param log what may be told of it
     * @param texts those that may be listed
     */
    public static StudyResult of(
            StudySettings settings, LogSummary log, List<UnrecognisedText> texts, List<StudyFigures> all) {
        Map<String, List<StudyFigures>> byStratum = new LinkedHashMap<>();
        of(StratumFigures.class, all).forEach(f -> byStratum
                .computeIfAbsent(f.stratum(), stratum -> new ArrayList<>())
                .add(f.figures()));
        List<Stratum> strata = new ArrayList<>();
        byStratum.forEach((stratum, figures) ->
                strata.add(new Stratum(stratum, ofOne(settings, LogSummary.NOT_SAID, List.of(), figures))));
        return ofOne(settings, log, texts, all).withStrata(strata);
    }

    private static StudyResult ofOne(
            StudySettings settings, LogSummary log, List<UnrecognisedText> texts, List<StudyFigures> all) {
        List<ComparisonFigures> figures = of(ComparisonFigures.class, all);
        return new StudyResult(
                settings,
                log,
                figures.stream().flatMap(f -> f.combinations().stream()).toList(),
                figures.stream().flatMap(f -> f.flow().stream()).toList(),
                figures.stream().flatMap(f -> f.landmarks().stream()).toList(),
                figures.stream().map(ComparisonFigures::test).toList(),
                figures.stream().flatMap(f -> f.curves().stream()).toList(),
                texts,
                figures.stream().flatMap(f -> f.overall().stream()).toList(),
                Supplement.of(all));
    }

    /** Those figures that are of a kind. */
    static <F> List<F> of(Class<F> type, List<StudyFigures> figures) {
        return figures.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** A result without strata. */
    public StudyResult(
            StudySettings settings,
            LogSummary log,
            List<CombinationFigures> combinations,
            List<LandmarkFlow> landmarkFlows,
            List<LandmarkFigures> landmarks,
            List<OverallTest> tests,
            List<CurveStep> curves,
            List<UnrecognisedText> unrecognised,
            List<CombinationFigures> overall,
            Supplement supplement) {
        this(
                settings,
                log,
                combinations,
                landmarkFlows,
                landmarks,
                tests,
                curves,
                unrecognised,
                overall,
                supplement,
                List.of(),
                null,
                List.of());
    }

    /** Nothing is said but what became of the log's rows. */
    public static StudyResult nothing(StudySettings settings, LogSummary log) {
        return new StudyResult(
                settings,
                log,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Supplement.NONE);
    }

    /** The same with strata. */
    public StudyResult withStrata(List<Stratum> ofThese) {
        return with(ofThese, audit, earlier);
    }

    /** The same with the certificate of its audit. */
    public StudyResult withAudit(@Nullable Audit certificate) {
        return with(strata, certificate, earlier);
    }

    /** The same with counts of an earlier report. */
    public StudyResult withEarlier(List<EarlierCount> counts) {
        return with(strata, audit, counts);
    }

    private StudyResult with(List<Stratum> ofThese, @Nullable Audit certificate, List<EarlierCount> counts) {
        return new StudyResult(
                settings,
                log,
                combinations,
                landmarkFlows,
                landmarks,
                tests,
                curves,
                unrecognised,
                overall,
                supplement,
                ofThese,
                certificate,
                counts);
    }
}
