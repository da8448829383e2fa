package org.recoveryreport.domain.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CurveStepsTest {
    private static final List<CurveStep> STEPS = List.of(
            step("none", 0, 4, 40L, 11L),
            step("none", 0, 9, null, null),
            step("ibuprofen", 0, 4, 12L, 0L),
            step("none", 14, 4, 11L, 0L),
            new CurveStep(Analysis.AS_USED, Population.CHRONIC, 0, "none", 90, 11, 11L, 0L, 0, null, null));

    @Test
    void areTheStepsTheyWereMadeOf() {
        assertThat(CurveSteps.copyOf(STEPS)).isEqualTo(STEPS).containsExactlyElementsOf(STEPS);
        assertThat(CurveSteps.copyOf(List.of())).isEmpty();
    }

    @Test
    void areTheSameWhenReadAgain() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(CurveSteps.copyOf(STEPS));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(STEPS);
        }
    }

    private static CurveStep step(
            String combination, int landmarkDays, int day, @Nullable Long recovered, @Nullable Long censored) {
        return new CurveStep(
                landmarkDays == 0 ? Analysis.AS_USED : Analysis.LANDMARK,
                Population.ALL,
                landmarkDays,
                combination,
                day,
                100,
                recovered,
                censored,
                0.5,
                0.4,
                0.6);
    }
}
