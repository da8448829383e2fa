package org.recoveryreport.publish.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.publish.PageNumber;
import org.recoveryreport.publish.ReportTable;

/** The groups with a part of their own: whom others are compared with, and the rare ones together. */
final class Groups {
    static final String NONE = "none";
    static final String OTHER = "other combinations";

    /** Keeps a page of thousands of combinations readable, and small enough for an e-mail. */
    private static final int ON_PAGE = 250;

    private Groups() {}

    /**
     * The comparison group first, the rare ones last, between them the largest first, never the best; equally large ones by
     * name.
     */
    static <R> List<R> inPageOrder(List<R> rows, Function<R, String> combination, ToLongFunction<R> episodes) {
        return rows.stream()
                .sorted(Comparator.<R>comparingInt(row -> place(combination.apply(row)))
                        .thenComparing(Comparator.comparingLong(episodes).reversed())
                        .thenComparing(combination))
                .toList();
    }

    /** As many rows, in page order, as a table of the page shows; the rare ones together are always among them. */
    static <R> List<R> onPage(List<R> inPageOrder, Function<R, String> combination) {
        if (inPageOrder.size() <= ON_PAGE) {
            return inPageOrder;
        }
        List<R> shown = new ArrayList<>(inPageOrder.subList(0, ON_PAGE));
        R last = inPageOrder.get(inPageOrder.size() - 1);
        if (combination.apply(last).equals(OTHER)) {
            shown.add(last);
        }
        return shown;
    }

    /** Where to find the rows that a table of the page does not show; null = it shows all. */
    static @Nullable String leftOut(int rows, int shown, ReportTable<?> table) {
        return rows == shown
                ? null
                : PageNumber.count((long) rows - shown) + " smaller groups are in " + table.fileName() + " only.";
    }

    private static int place(String combination) {
        return switch (combination) {
            case NONE -> 0;
            case OTHER -> 2;
            default -> 1;
        };
    }
}
