package org.recoveryreport.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunOutcomeTest {
    @Test
    void whatTheHistoryKeepsIsReadAgain() {
        for (boolean published : new boolean[] {true, false}) {
            RunOutcome outcome = new RunOutcome(published, 900, 7, 300, 12, "20260302T010000Z-5");
            assertThat(RunOutcome.of(outcome.exitStatus())).contains(outcome);
        }
    }

    @Test
    void aRunOfBeforeEarlierCountsWereToldHasNone() {
        assertThat(RunOutcome.of("PUBLISHED read=900 rejected=7 episodes=300 folder=5"))
                .contains(new RunOutcome(true, 900, 7, 300, 0, "5"));
    }

    @Test
    void aRunThatDidNotComeToItsEndHasNoOutcome() {
        assertThat(RunOutcome.of(null)).isEmpty();
        assertThat(RunOutcome.of("FAILED")).isEmpty();
    }
}
