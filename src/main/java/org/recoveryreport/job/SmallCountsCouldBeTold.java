package org.recoveryreport.job;

import java.util.List;
import java.util.stream.Collectors;
import org.recoveryreport.domain.disclosure.Cell;

/** A report is not published, because small counts could be worked out from it. The message is for people. */
public final class SmallCountsCouldBeTold extends RuntimeException {
    /** Names tables only: rows may name sites. */
    SmallCountsCouldBeTold(List<Cell> leaks) {
        super((leaks.size() == 1 ? "A small count" : leaks.size() + " small counts")
                + " could be worked out from the report, in "
                + leaks.stream().map(Cell::table).distinct().sorted().collect(Collectors.joining(", "))
                + ". It is not published. Please report this: the application should have hidden more.");
    }
}
