package org.recoveryreport.publish.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.publish.PageNumber;

/**
 * The rows of a table that are too many to stand in the page, where they would make it slow and too large for an e-mail: the
 * script turns to them page by page, and who reads without one finds them in a file.
 *
 * @param count how many
 * @param file that holds them
 * @param onPage how many rows stand before them in the page
 * @param packed the first of them; null = none, they are in the file only
 * @param unpacked how many the script does not have either, the last of them; null = it has all
 */
record Rest(
        String count,
        String file,
        int onPage,
        @Nullable Packed packed,
        @Nullable String unpacked) {
    private static final int ROWS_AT_A_TIME = 256;

    /**
     * Rows for the script.
     *
     * @param count how many
     * @param text the rows as HTML, deflated (RFC 1950), in Base64
     */
    record Packed(int count, String text) {}

    /**
     * Of figures; null where there are none.
     *
     * @param row what the template is filled in with, of one of them
     * @param template of the table's rows; null = they are not packed
     */
    static <F> @Nullable Rest of(
            List<F> figures, Function<F, ? extends Record> row, @Nullable String template, String file, Room room) {
        if (figures.isEmpty()) {
            return null;
        }
        Packed packed =
                template == null ? null : packed(figures, HtmlTemplate.ofRow(template, row), room.packedLetters());
        int unpacked = figures.size() - (packed == null ? 0 : packed.count());
        return new Rest(
                PageNumber.count((long) figures.size()),
                file,
                room.rows(),
                packed,
                unpacked == 0 ? null : PageNumber.count((long) unpacked));
    }

    /** As many rows as there is room for; null where that is none. Of tens of thousands few fit, so no more than these are made. */
    private static <F> @Nullable Packed packed(List<F> figures, Function<F, String> row, int mostLetters) {
        List<String> fitting = new ArrayList<>();
        int letters = 0;
        while (fitting.size() < figures.size() && letters <= mostLetters) {
            int more = Math.min(fitting.size() + ROWS_AT_A_TIME, figures.size());
            List<String> rows =
                    figures.subList(fitting.size(), more).stream().map(row).toList();
            // packed by themselves they take a little more than they will with the others
            letters += packed(String.join("", rows)).length();
            fitting.addAll(rows);
        }
        while (!fitting.isEmpty()) {
            String text = packed(String.join("", fitting));
            if (text.length() <= mostLetters) {
                return new Packed(fitting.size(), text);
            }
            // a little less than in proportion, for the next try to fit
            int fewer = (int) (0.98 * fitting.size() * mostLetters / text.length());
            fitting.subList(fewer, fitting.size()).clear();
        }
        return null;
    }

    private static String packed(String html) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(html.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
