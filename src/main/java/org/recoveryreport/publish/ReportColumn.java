package org.recoveryreport.publish;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a published table.
 *
 * @param name as in the header
 * @param type what its cells hold
 * @param description what a cell says, with unit and range
 * @param value takes the cell out of a row; null = undefined, not reached or hidden
 * @param <R> the table's rows
 */
public record ReportColumn<R>(
        String name, Type type, String description, Function<? super R, ? extends @Nullable Object> value) {
    /** What the cells of a column hold. */
    public enum Type {
        /** A {@link String}. */
        TEXT,
        /** A whole number: {@link Integer} or {@link Long}. */
        COUNT,
        /** A {@link Double}. */
        NUMBER,
        /** A {@link Boolean}. */
        TRUTH
    }

    static <R> ReportColumn<R> text(String name, String description, Function<R, @Nullable String> value) {
        return new ReportColumn<>(name, Type.TEXT, description, value);
    }

    static <R> ReportColumn<R> count(String name, String description, Function<R, @Nullable Number> value) {
        return new ReportColumn<>(name, Type.COUNT, description, value);
    }

    static <R> ReportColumn<R> number(String name, String description, Function<R, @Nullable Double> value) {
        return new ReportColumn<>(name, Type.NUMBER, description, value);
    }

    static <R> ReportColumn<R> truth(String name, String description, Function<R, @Nullable Boolean> value) {
        return new ReportColumn<>(name, Type.TRUTH, description, value);
    }

    /** The same column of rows about strata. */
    ReportColumn<StratumRow<R>> byStratum() {
        return new ReportColumn<>(name, type, description, row -> value.apply(row.row()));
    }

    /** The cell of a row. */
    public @Nullable Object cell(R row) {
        return value.apply(row);
    }
}
