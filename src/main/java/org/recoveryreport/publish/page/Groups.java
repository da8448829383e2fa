package org.recoveryreport.publish.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.recoveryreport.domain.study.TreatmentNames;

/** The groups with a part of their own: whom others are compared with, and the rare ones together. */
final class Groups {
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

    /** As many rows, in page order, as a table of the page shows at once; the rare ones together are always among them. */
    static <R> List<R> onPage(List<R> inPageOrder, Function<R, String> combination, int onPage) {
        int size = inPageOrder.size();
        int beyond = beyondPage(inPageOrder, combination, onPage).size();
        if (beyond == 0) {
            return inPageOrder;
        }
        List<R> shown = new ArrayList<>(inPageOrder.subList(0, onPage));
        shown.addAll(inPageOrder.subList(onPage + beyond, size));
        return shown;
    }

    /** The others. */
    static <R> List<R> beyondPage(List<R> inPageOrder, Function<R, String> combination, int onPage) {
        int end = inPageOrder.size();
        if (end > onPage && combination.apply(inPageOrder.get(end - 1)).equals(TreatmentNames.OTHER)) {
            end--;
        }
        return inPageOrder.subList(Math.min(onPage, end), end);
    }

    private static int place(String combination) {
        return switch (combination) {
            case TreatmentNames.NONE -> 0;
            case TreatmentNames.OTHER -> 2;
            default -> 1;
        };
    }
}
