package org.recoveryreport.publish.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
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
 * @param packed the rows as HTML, deflated (RFC 1950), in Base64; null = they are in the file only
 */
record Rest(String count, String file, @Nullable String packed) {
    private record Rows(List<? extends Record> rows) {}

    /**
     * Of rows, as a template writes them; null where there are none.
     *
     * @param template of the table's rows; null = they are not packed
     */
    static @Nullable Rest of(List<? extends Record> rows, @Nullable String template, String file) {
        return rows.isEmpty()
                ? null
                : new Rest(
                        PageNumber.count((long) rows.size()),
                        file,
                        template == null ? null : packed(HtmlTemplate.render(template, new Rows(rows))));
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
