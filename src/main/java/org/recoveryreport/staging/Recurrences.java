package org.recoveryreport.staging;

import org.recoveryreport.domain.course.CaseClass;

/** What histories say of episodes: which are recurrent, and of which class that makes them. */
public final class Recurrences {
    private final ByteSink classes = new ByteSink();

    /**
     * An episode is recurrent.
     *
     * @param part partition that staged it
     * @param item its number there
     */
    public void add(int part, int item, CaseClass caseClass) {
        classes.number(part);
        classes.number(item);
        classes.number(CaseRows.code(caseClass));
    }

    /** As it is kept. */
    ByteSink bytes() {
        return classes;
    }
}
