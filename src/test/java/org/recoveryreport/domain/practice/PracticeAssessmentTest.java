package org.recoveryreport.domain.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.recoveryreport.domain.course.CaseClass;

class PracticeAssessmentTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/practice/verdicts.csv", numLinesToSkip = 1)
    void everyEpisodeGetsItsVerdict(
            String check, Verdict verdict, @Nullable String treatments, @Nullable String redFlags) {
        assertThat(Episodes.assess(treatments, redFlags, PracticeRules.GUIDE_A).verdict(check(check)))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/practice/verdicts-as-of-day-14.csv", numLinesToSkip = 1)
    void onlyWhatIsKnownOnADayCountsThere(
            String check, Verdict verdict, @Nullable String treatments, @Nullable String redFlags) {
        assertThat(Episodes.assessAsOf(14, treatments, redFlags).verdict(check(check)))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/practice/verdicts-as-of-day-14.csv", numLinesToSkip = 1)
    void aDayAfterOthersSaysWhatItSaysByItself(
            String check, Verdict verdict, @Nullable String treatments, @Nullable String redFlags) {
        List<Integer> days = IntStream.range(0, 120).boxed().toList();
        assertThat(Episodes.assessAsOf(days, treatments, redFlags))
                .containsExactlyElementsOf(days.stream()
                        .map(day -> Episodes.assessAsOf(day, treatments, redFlags))
                        .toList());
    }

    @Test
    void noDayFromTheEndOnHasAnAnswer() {
        assertThat(Episodes.assessAsOf(List.of(119, 120, 121), "rest @0..", null))
                .extracting(Objects::nonNull)
                .containsExactly(true, false, false);
    }

    @Test
    void guideBWaitsLongerWithHeatAndAllowsColdForLonger() {
        PracticeRules a = PracticeRules.GUIDE_A;
        PracticeRules b =
                new PracticeRules(2, 72, 72, 20, a.ibuprofen(), a.naproxen(), a.relaxantDays(), a.carisoprodolDays());
        PracticeVerdicts verdicts = Episodes.assess("ice pack @3.. | heat @2..", null, b);
        assertThat(verdicts.verdict(PracticeCheck.COLD_FIRST)).isEqualTo(Verdict.KEPT);
        assertThat(verdicts.verdict(PracticeCheck.HEAT_NOT_BEFORE)).isEqualTo(Verdict.BROKEN);
        assertThat(Episodes.assess("heat @3..", null, b).verdict(PracticeCheck.HEAT_NOT_BEFORE))
                .isEqualTo(Verdict.KEPT);
    }

    @Test
    void anEpisodeGetsOneVerdictForEachCheck() {
        PracticeVerdicts verdicts = Episodes.assess(
                "bed rest @0..9 | ice pack 15 min @0.. | ibuprofen @?.. | massage @3..",
                "fever",
                PracticeRules.GUIDE_A);
        assertThat(verdicts).isEqualTo(Verdicts.of("bk-k?---kk"));
    }

    @Test
    void oneVerdictIsReplacedAndTheOthersStay() {
        PracticeVerdicts verdicts = Verdicts.of("bk-k?---kk").with(PracticeCheck.SESSION_LENGTH, Verdict.BROKEN);
        assertThat(verdicts).isEqualTo(Verdicts.of("bk-b?---kk"));
        assertThat(PracticeVerdicts.NOT_ELIGIBLE.with(PracticeCheck.RED_FLAG_REFERRED, Verdict.NOT_ASSESSABLE))
                .isEqualTo(Verdicts.of("---------?"));
    }

    @Test
    void onlyCodesOfVerdictsAreTaken() {
        assertThat(new PracticeVerdicts(PracticeVerdicts.CODES - 1)).isEqualTo(Verdicts.of("?".repeat(10)));
        assertThatThrownBy(() -> new PracticeVerdicts(PracticeVerdicts.CODES))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PracticeVerdicts(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyChronicCasesCallForAProfessional() {
        PracticeVerdicts verdicts = Episodes.assess("rest @0..", null, PracticeRules.GUIDE_A);
        PracticeCheck check = PracticeCheck.PROFESSIONAL_WHEN_CHRONIC;
        assertThat(verdicts.onCase(CaseClass.CHRONIC).verdict(check)).isEqualTo(Verdict.BROKEN);
        assertThat(verdicts.onCase(CaseClass.ACUTE).verdict(check)).isEqualTo(Verdict.NOT_ELIGIBLE);
        assertThat(verdicts.onCase(CaseClass.UNDETERMINED).verdict(check)).isEqualTo(Verdict.NOT_ELIGIBLE);
    }

    private static PracticeCheck check(String id) {
        return Arrays.stream(PracticeCheck.values())
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
