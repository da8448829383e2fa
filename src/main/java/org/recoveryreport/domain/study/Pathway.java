package org.recoveryreport.domain.study;

import java.io.Serializable;
import java.util.List;

/**
 * In which order the treatments of a combination began.
 *
 * @param combination the combination as used
 * @param steps treatments in the order in which they began, those of one day joined with {@code " + "}; empty = in whatever
 *     order, or without treatment
 * @param episodes how many
 */
public record Pathway(String combination, List<String> steps, long episodes) implements Serializable {
    public Pathway {
        steps = List.copyOf(steps);
    }
}
