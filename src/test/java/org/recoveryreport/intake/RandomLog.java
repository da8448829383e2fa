package org.recoveryreport.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;

/** A log of some dozen rows, and ways to spoil it; equal seeds give equal bytes. */
final class RandomLog {
    private static final String[] TEXTS = {
        "",
        "ice pack",
        "\"ice pack, then heat\"",
        "\"said \"\"no ice\"\"\"",
        "\"ice\nthen heat,\r\nthen rest\"",
        "paracétamol 1 g",
        "\"\"",
        "massage; yoga",
        "\"rest\n\nand ice\"",
        "💊 ibuprofen"
    };
    private static final String[] NONSENSE = {
        "0000-00-00",
        "2025-02-30",
        "99999-01-01",
        "1066-10-14",
        "99999999999999999999",
        "-2147483649",
        "1e9",
        "NaN",
        "-",
        "٣",
        "2025-01-01T00:00",
        "20250101",
        ",,,,",
        "\"",
        "\"\"\"",
        "\u0000",
        "\u0007",
        "\ufeff",
        "\u2028",
        "=1+1"
    };

    private final Random random;
    private byte[] bytes;

    RandomLog(long seed) {
        random = new Random(seed);
        bytes = rows().getBytes(StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return bytes;
    }

    /** Does one to four things that happen to files, mostly to the rows. */
    RandomLog spoil() {
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times; i++) {
            spoilOnce();
        }
        return this;
    }

    private String rows() {
        String end = new String[] {"\n", "\r\n", "\r"}[random.nextInt(3)];
        boolean dates = random.nextBoolean();
        StringBuilder log = new StringBuilder(random.nextInt(5) == 0 ? "\ufeff" : "");
        log.append("episode_id,patient_id,onset,recovered,last_seen,treatment,started,ended,severity")
                .append(end);
        int episodes = 1 + random.nextInt(25);
        for (int episode = 0; episode < episodes; episode++) {
            int rows = 1 + random.nextInt(3);
            int onset = random.nextInt(300);
            for (int row = 0; row < rows; row++) {
                log.append("ep")
                        .append(episode)
                        .append(',')
                        .append("pt")
                        .append(episode % 7)
                        .append(',');
                log.append(day(onset, dates)).append(',');
                log.append(episode % 3 == 0 ? "" : day(onset + 9, dates))
                        .append(',')
                        .append(day(onset + 9, dates));
                log.append(',').append(TEXTS[random.nextInt(TEXTS.length)]).append(',');
                log.append(day(onset + row, dates))
                        .append(",,")
                        .append(episode % 11)
                        .append(end);
                if (random.nextInt(12) == 0) {
                    log.append(end);
                }
            }
        }
        return log.toString();
    }

    private static String day(int day, boolean dates) {
        return dates ? LocalDate.of(2025, 1, 1).plusDays(day).toString() : Integer.toString(day);
    }

    private void spoilOnce() {
        int from = random.nextInt(30) == 0 ? 0 : Math.min(bytes.length, 90);
        int at = from + random.nextInt(Math.max(1, bytes.length - from));
        switch (random.nextInt(15)) {
            case 0 -> bytes[Math.min(at, bytes.length - 1)] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes = Arrays.copyOf(bytes, at);
            case 2, 3 -> insert(at, "\"");
            case 4 -> remove(at, '"');
            case 5 -> remove(at, ',');
            case 6 -> insert(at, ",");
            case 7 -> remove(at, '\n');
            case 8 -> insert(at, NONSENSE[random.nextInt(NONSENSE.length)]);
            case 9 -> insert(at, new byte[] {(byte) 0xc3, (byte) random.nextInt(256)});
            case 10 -> insert(at, random.nextInt(40) == 0 ? "x".repeat(1_100_000) : "y".repeat(70_000));
            case 11 -> insert(at, ",".repeat(random.nextInt(60) == 0 ? 1_000_000 : 3_000));
            case 12 -> insert(at, new String[] {"\n", "\r", "\r\n"}[random.nextInt(3)]);
            case 13 -> insert(at, "\n" + ",".repeat(random.nextInt(12)) + "\n" + " ,".repeat(random.nextInt(3)) + "\n");
            default -> {
                byte[] noise = new byte[random.nextInt(40)];
                random.nextBytes(noise);
                insert(at, noise);
            }
        }
        if (bytes.length == 0) {
            bytes = new byte[] {'x'};
        }
    }

    private void insert(int at, String text) {
        insert(at, text.getBytes(StandardCharsets.UTF_8));
    }

    private void insert(int at, byte[] some) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(some);
        out.write(bytes, at, bytes.length - at);
        bytes = out.toByteArray();
    }

    /** Removes the next occurrence of a character. */
    private void remove(int from, char what) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == what) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                out.write(bytes, 0, i);
                out.write(bytes, i + 1, bytes.length - i - 1);
                bytes = out.toByteArray();
                return;
            }
        }
    }
}
