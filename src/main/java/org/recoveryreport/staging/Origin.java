package org.recoveryreport.staging;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of an episode stand.
 *
 * @param source name of the file
 * @param lines first line of each row, ascending, starting with 1; not empty
 */
public record Origin(String source, long[] lines) {
    public Origin {
        lines = lines.clone();
        if (lines.length == 0) {
            throw new IllegalArgumentException("an episode has at least one row");
        }
    }

    /** Null where each row stands on the line after the one before, as nearly always. */
    @Nullable
    String unevenLines() {
        for (int i = 1; i < lines.length; i++) {
            if (lines[i] != lines[0] + i) {
                return Arrays.stream(lines).mapToObj(Long::toString).collect(Collectors.joining(" "));
            }
        }
        return null;
    }

    static Origin of(String source, long firstLine, int rows, @Nullable String unevenLines) {
        if (unevenLines != null) {
            return new Origin(
                    source,
                    Arrays.stream(unevenLines.split(" ")).mapToLong(Long::parseLong).toArray());
        }
        long[] lines = new long[rows];
        Arrays.setAll(lines, i -> firstLine + i);
        return new Origin(source, lines);
    }
}
