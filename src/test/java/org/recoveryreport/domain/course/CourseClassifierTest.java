package org.recoveryreport.domain.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.recoveryreport.domain.episode.FollowUp;

class CourseClassifierTest {
    private static final FollowUp SHORT = new FollowUp(5, true);

    private final CourseClassifier classifier = new CourseClassifier(new CourseRules(84, null, 3, 365));

    @Test
    void recoveryOnTheLimitIsStillAcute() {
        assertThat(alone(new FollowUp(84, true))).isEqualTo(new Course(CaseClass.ACUTE, Set.of()));
    }

    @Test
    void recoveryAfterTheLimitIsChronicByDuration() {
        assertThat(alone(new FollowUp(85, true)))
                .isEqualTo(new Course(CaseClass.CHRONIC, Set.of(ChronicReason.DURATION)));
    }

    @Test
    void stillIllOnTheLimitIsChronicByDuration() {
        assertThat(alone(new FollowUp(84, false)))
                .isEqualTo(new Course(CaseClass.CHRONIC, Set.of(ChronicReason.DURATION)));
    }

    @Test
    void stillIllWhenLastSeenBeforeTheLimitIsUndetermined() {
        assertThat(alone(new FollowUp(83, false))).isEqualTo(new Course(CaseClass.UNDETERMINED, Set.of()));
    }

    @Test
    void theThirdOnsetWithinTheWindowIsRecurrent() {
        assertThat(classes(0, 100, 364)).containsExactly(CaseClass.ACUTE, CaseClass.ACUTE, CaseClass.CHRONIC);
    }

    @Test
    void theWindowEndsWithTheDayOfOnset() {
        assertThat(classes(0, 100, 365)).containsExactly(CaseClass.ACUTE, CaseClass.ACUTE, CaseClass.ACUTE);
    }

    @Test
    void onsetsOfOneDayCountInTheirOrder() {
        assertThat(classes(7, 7, 7)).containsExactly(CaseClass.ACUTE, CaseClass.ACUTE, CaseClass.CHRONIC);
    }

    @Test
    void theWindowMovesWithTheOnsets() {
        assertThat(classes(0, 200, 400, 500, 900))
                .containsExactly(CaseClass.ACUTE, CaseClass.ACUTE, CaseClass.ACUTE, CaseClass.CHRONIC, CaseClass.ACUTE);
    }

    @Test
    void noLimitLeavesAClassOrAWindowWithoutADay() {
        assertThat(new CourseRules(2, 1, 2, 1).subacuteAfterDays()).isEqualTo(1);
        assertThat(new CourseRules(1, null, 2, 1).chronicAfterDays()).isEqualTo(1);
        assertThatThrownBy(() -> new CourseRules(0, null, 2, 1)).hasMessageContaining("chronicAfterDays");
        assertThatThrownBy(() -> new CourseRules(84, 84, 2, 1)).hasMessageContaining("subacuteAfterDays");
        assertThatThrownBy(() -> new CourseRules(84, 0, 2, 1)).hasMessageContaining("subacuteAfterDays");
        assertThatThrownBy(() -> new CourseRules(84, null, 1, 1)).hasMessageContaining("recurrentOnsets");
        assertThatThrownBy(() -> new CourseRules(84, null, 2, 0)).hasMessageContaining("recurrenceWindowDays");
    }

    @Test
    void recurrenceAndDurationAreBothGivenAsReasons() {
        classes(0, 1);
        assertThat(classifier.classify(2, new FollowUp(200, false)).reasons())
                .containsExactlyInAnyOrder(ChronicReason.DURATION, ChronicReason.RECURRENCE);
    }

    @Test
    void theNextPatientHasNoHistory() {
        classes(0, 1);
        classifier.nextPatient();
        assertThat(classifier.classify(2, SHORT).caseClass()).isEqualTo(CaseClass.ACUTE);
    }

    @Test
    void subacuteIsSplitOffWhereTheClinicWantsIt() {
        CourseClassifier split = new CourseClassifier(new CourseRules(84, 28, 3, 365));
        assertThat(split.classify(0, new FollowUp(28, true)).caseClass()).isEqualTo(CaseClass.ACUTE);
        assertThat(split.classify(0, new FollowUp(29, true)).caseClass()).isEqualTo(CaseClass.SUBACUTE);
    }

    @Test
    void episodesOutOfOrderAreAMistakeOfTheCaller() {
        classes(10, 20);
        assertThatThrownBy(() -> classifier.classify(5, SHORT)).isInstanceOf(IllegalArgumentException.class);
    }

    private Course alone(FollowUp followUp) {
        return classifier.classify(0, followUp);
    }

    private CaseClass[] classes(int... onsets) {
        CaseClass[] classes = new CaseClass[onsets.length];
        for (int i = 0; i < onsets.length; i++) {
            classes[i] = classifier.classify(onsets[i], SHORT).caseClass();
        }
        return classes;
    }
}
