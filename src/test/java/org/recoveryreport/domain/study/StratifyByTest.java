package org.recoveryreport.domain.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.recoveryreport.domain.episode.Characteristics;

class StratifyByTest {
    @Test
    void anEpisodeBelongsToTheStratumOfItsValue() {
        Characteristics known = new Characteristics("40-49", "female", 0, "north", List.of());
        assertThat(StratifyBy.values())
                .extracting(by -> by.column() + "=" + by.stratum(known))
                .containsExactly("sex=female", "age_band=40-49", "site=north", "severity=0", "recurrence=");
    }

    @Test
    void withoutAValueItBelongsToAStratumOfItsOwn() {
        assertThat(StratifyBy.values())
                .extracting(by -> by.stratum(Characteristics.NOT_GIVEN))
                .containsOnly("");
    }
}
