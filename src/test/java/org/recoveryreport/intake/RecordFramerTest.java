package org.recoveryreport.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordFramerTest {
    private static final LogColumns COLUMNS =
            LogColumns.of(List.of("episode_id", "patient_id", "onset", "recovered", "last_seen", "treatment"));

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyKindOfLineEndEndsALine(String end) throws IOException {
        assertThat(frame("a,b" + end + end + "c" + end + "\"d" + end + "e\"" + end + "f"))
                .containsExactly("1 a,b", "3 c", "4 \"d" + end + "e\"", "6 f");
    }

    @Test
    void aQuoteNobodyClosesDamagesOneLine() throws IOException {
        assertThat(frame("a\nE1,\"b\nc\nd\n")).containsExactly("1 a", "2 UNCLOSED_QUOTE E1", "3 c", "4 d");
    }

    @Test
    void aQuoteClosedRowsLaterDoesNotSwallowThem() throws IOException {
        assertThat(frame("E1,P1,0,3,,\"ice\nE2,P2,0,4,,heat\nE3,P3,0,5,,rest\"\nE4,P4,0,5,,\n"))
                .containsExactly("1 UNCLOSED_QUOTE E1", "2 E2,P2,0,4,,heat", "3 STRAY_QUOTE E3", "4 E4,P4,0,5,,");
    }

    @Test
    void quotesAreReadAsTheStandardSays() throws IOException {
        assertThat(frame("\"a\"\"b\",\"\",\"x,\ny\"\n\"E1\" ,b\nE2,b\"c\nE3,\"b\"c\n\"E\"\"4\",\"b\" \n"))
                .containsExactly(
                        "1 \"a\"\"b\",\"\",\"x,\ny\"",
                        "3 TEXT_AFTER_QUOTE null",
                        "4 STRAY_QUOTE E2",
                        "5 TEXT_AFTER_QUOTE E3",
                        "6 TEXT_AFTER_QUOTE E\"4");
    }

    @Test
    void damageIsToldWithTheEpisodeOnlyWhereItComesLater() throws IOException {
        assertThat(frame("E1,\u0000\nE\u0007,x\nE3,\"x\n\u001b\",y\ngood,\ttab\n"))
                .containsExactly(
                        "1 CONTROL_CHARACTER E1", "2 CONTROL_CHARACTER null", "3 CONTROL_CHARACTER E3", "5 good,\ttab");
        byte[] bytes = "E1,\u00e4\nE2,X\nE3,\u00e4".getBytes(StandardCharsets.UTF_8);
        bytes[9] = (byte) 0xe4;
        assertThat(frame(new ByteArrayInputStream(bytes)))
                .containsExactly("1 E1,\u00e4", "2 INVALID_UTF8 E2", "3 E3,\u00e4");
        bytes[7] = (byte) 0xff;
        assertThat(frame(new ByteArrayInputStream(bytes))).element(1).isEqualTo("2 INVALID_UTF8 null");
    }

    @Test
    void aRecordMayBeAsLongAsAMebibyte() throws IOException {
        String longest = "E1," + "x".repeat(RecordFramer.LONGEST_RECORD - 3);

        assertThat(frame(longest + "\r\n" + longest + "y\r\nnext\n"))
                .containsExactly("1 " + longest, "2 LINE_TOO_LONG E1", "3 next");
        String lines = "E1,\"" + "line of text\n".repeat(100_000);
        assertThat(frame(lines)).hasSize(100_000).startsWith("1 UNCLOSED_QUOTE E1", "2 line of text");
    }

    @Test
    void aLineOfAGigabyteIsPassedOverInBoundedMemory() throws IOException {
        InputStream log = new SequenceInputStream(Collections.enumeration(
                List.of(text("before\nE1,"), new Repeated((byte) 'x', 1L << 30), text("\r\nafter\n"))));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId());

        assertThat(frame(log)).containsExactly("1 before", "2 LINE_TOO_LONG E1", "3 after");
        assertThat(threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocated)
                .isLessThan(16 << 20);
    }

    private static List<String> frame(String log) throws IOException {
        return frame(text(log));
    }

    /** For each record its line, and its text, or its damage and the episode. */
    private static List<String> frame(InputStream log) throws IOException {
        List<String> records = new ArrayList<>();
        try (RecordFramer framer = new RecordFramer(log, 0, 1, Long.MAX_VALUE, COLUMNS)) {
            while (framer.next()) {
                String what = framer.damage() + " " + framer.damagedId();
                if (framer.damage() == null) {
                    what = framer.text();
                }
                records.add(framer.line() + " " + what);
            }
        }
        return records;
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One byte, over and over. */
    private static final class Repeated extends InputStream {
        private final byte what;
        private long left;

        Repeated(byte what, long count) {
            this.what = what;
            this.left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? what : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            Arrays.fill(target, offset, offset + count, what);
            left -= count;
            return count;
        }
    }
}
