package org.recoveryreport.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KnownTextsTest {
    private final KnownTexts known = new KnownTexts();

    @Test
    void aTextThatComesAgainIsTheSame() {
        KnownTexts.Text text = text("ice pack, µg");
        assertThat(text.value()).isEqualTo("ice pack, µg");
        assertThat(text("ice pack, µg")).isSameAs(text);
        assertThat(text("ice pack, µg ").value()).isEqualTo("ice pack, µg ");
        assertThat(text("").value()).isEmpty();
    }

    @Test
    void whatATextGivesAwayIsKnownWithIt() {
        assertThat(text("call Mrs Miller").identity()).isEqualTo(RejectionReason.LOOKS_LIKE_PERSON);
        assertThat(text("ice pack").identity()).isNull();
    }

    @Test
    void manyTextsAreReadAsTheyAreThoughSomeAreForgotten() {
        KnownTexts.Text first = text("text 0");
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 100_000; i++) {
                assertThat(text("text " + i).value()).isEqualTo("text " + i);
            }
        }
        assertThat(text("text 0")).isNotSameAs(first);
    }

    /** Among other bytes. */
    private KnownTexts.Text text(String text) {
        byte[] bytes = ("x" + text + "y").getBytes(StandardCharsets.UTF_8);
        return known.text(bytes, 1, bytes.length - 1);
    }
}
