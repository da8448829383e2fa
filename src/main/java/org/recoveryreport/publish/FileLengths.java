package org.recoveryreport.publish;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many bytes of each file are safely on disk: what a restarted step needs to go on writing.
 *
 * @param byFile bytes by file name
 */
public record FileLengths(SortedMap<String, Long> byFile) implements Serializable {
    public FileLengths {
        byFile = Collections.unmodifiableSortedMap(new TreeMap<>(byFile));
    }

    FileLengths(Map<String, Long> byFile) {
        this(new TreeMap<>(byFile));
    }

    long of(String file) {
        Long length = byFile.get(file);
        if (length == null) {
            throw new IllegalArgumentException("no length recorded for " + file);
        }
        return length;
    }
}
