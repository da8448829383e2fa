package org.recoveryreport.publish;

import java.util.List;
import org.recoveryreport.domain.study.CombinationFigures;
import org.recoveryreport.domain.study.CurveStep;
import org.recoveryreport.domain.study.LandmarkFigures;
import org.recoveryreport.domain.study.LandmarkFlow;
import org.recoveryreport.domain.study.OverallTest;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.domain.study.StudySettings;
import org.recoveryreport.domain.study.Supplement;
import org.recoveryreport.domain.study.UnrecognisedText;

/** A result of which some parts are exchanged; it has neither strata nor a certificate. */
public final class Varied {
    private final StudyResult like;
    private StudySettings settings;
    private List<CombinationFigures> combinations;
    private List<LandmarkFlow> landmarkFlows;
    private List<LandmarkFigures> landmarks;
    private List<OverallTest> tests;
    private List<CurveStep> curves;
    private List<UnrecognisedText> unrecognised;
    private List<CombinationFigures> overall;
    private Supplement supplement;

    private Varied(StudyResult like) {
        this.like = like;
        settings = like.settings();
        combinations = like.combinations();
        landmarkFlows = like.landmarkFlows();
        landmarks = like.landmarks();
        tests = like.tests();
        curves = like.curves();
        unrecognised = like.unrecognised();
        overall = like.overall();
        supplement = like.supplement();
    }

    /** Starts with all parts of a result. */
    public static Varied like(StudyResult result) {
        return new Varied(result);
    }

    /** Starts with the comparison of combinations only. */
    public static Varied comparisonOf(StudyResult result) {
        Varied varied = new Varied(result);
        varied.overall = List.of();
        varied.supplement = Supplement.NONE;
        return varied;
    }

    public Varied settings(StudySettings others) {
        settings = others;
        return this;
    }

    public Varied combinations(List<CombinationFigures> others) {
        combinations = others;
        return this;
    }

    public Varied landmarkFlows(List<LandmarkFlow> others) {
        landmarkFlows = others;
        return this;
    }

    public Varied landmarks(List<LandmarkFigures> others) {
        landmarks = others;
        return this;
    }

    public Varied tests(List<OverallTest> others) {
        tests = others;
        return this;
    }

    public Varied curves(List<CurveStep> others) {
        curves = others;
        return this;
    }

    public Varied unrecognised(List<UnrecognisedText> others) {
        unrecognised = others;
        return this;
    }

    public StudyResult result() {
        return new StudyResult(
                settings,
                like.log(),
                combinations,
                landmarkFlows,
                landmarks,
                tests,
                curves,
                unrecognised,
                overall,
                supplement);
    }
}
