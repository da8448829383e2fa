package org.recoveryreport.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recoveryreport.domain.study.StratifyBy;
import org.recoveryreport.domain.study.StudySettings.CombineBy;
import org.recoveryreport.domain.survival.ConfidenceType;

class ParameterTest {
    @ParameterizedTest
    @CsvSource({
        "confidence, 0.9f",
        "confidence, 0.9d",
        "confidence, 95%",
        "confidence, 1",
        "confidence, -0.5",
        "confidence, 0x1p-1",
        "confidence, NaN",
        "maxRejectedPercent, 0x1p3",
        "maxRejectedPercent, 5e0",
        "maxRejectedPercent, 101",
        "minCellCount, 1.5",
        "chronicAfterDays, \u0663",
        "landmarkDays, 36526",
        "horizonDays, 2147483647",
        "recurrentOnsets, 2147483647",
        "combineBy, drug",
        "stratifyBy, weight",
        "confidenceType, logit",
        "exportEpisodes, yes"
    })
    void whatIsMalformedIsRefusedByName(String key, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobSettings.of(properties(key, value)))
                .withMessageStartingWith("parameter " + key + "=" + value + " ");
    }

    @Test
    void aNumberInAnotherSpellingIsToldHowToWriteIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobSettings.of(properties("confidence", "0,95")))
                .withMessage("parameter confidence=0,95 must be a number in digits, with a point before decimals");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobSettings.of(properties("minCellCount", "1.5")))
                .withMessage("parameter minCellCount=1.5 must be a whole number, in digits");
    }

    @ParameterizedTest
    @CsvSource({"confidence, 0.9", "confidence, .9", "maxRejectedPercent, 5", "maxRejectedPercent, 2.5"})
    void aNumberIsADecimalNumber(String key, String value) {
        assertThat(JobSettings.of(properties(key, value)).given()).containsValue(value);
    }

    @Test
    void wordsAreTakenInAnyCase() {
        assertThat(JobSettings.of(properties("combineBy", "Family")).study().combineBy())
                .isEqualTo(CombineBy.FAMILY);
        assertThat(JobSettings.of(properties("stratifyBy", "Sex")).study().stratifyBy())
                .isEqualTo(StratifyBy.SEX);
        assertThat(JobSettings.of(properties("confidenceType", "LOG")).study().confidenceType())
                .isEqualTo(ConfidenceType.LOG);
        assertThat(JobSettings.of(properties("exportEpisodes", "TRUE")).exportEpisodes())
                .isTrue();
        assertThat(JobSettings.of(properties("nightGuard", "False")).nightGuard())
                .isFalse();
    }

    private static Properties properties(String key, String value) {
        Properties properties = new Properties();
        properties.setProperty(key, value);
        return properties;
    }
}
