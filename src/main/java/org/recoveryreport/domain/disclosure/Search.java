package org.recoveryreport.domain.disclosure;

/** How thoroughly to search for what all sums together tell. Where that does not do, nothing is shown. */
public enum Search {
    /** As often as needed: a study that is not safe after 16 searches is small and cut up finely. */
    THOROUGH(16),
    /** Where thousands of counts might hang together, of each of which a linear program would take milliseconds: without them. */
    QUICK(3),
    /** The same once: with no more hidden than what single sums ask for. */
    ONCE(1);

    private final int times;

    Search(int times) {
        this.times = times;
    }

    /** How often at most. */
    int times() {
        return times;
    }
}
