package org.recoveryreport.domain.tagging;

import java.io.Serializable;

/**
 * What the catalogue knows of a treatment. Everything but tag, label and family may be empty.
 *
 * @param label what people call it
 * @param family the group it belongs to
 * @param complexity how hard it is to give or do
 * @param resources what it takes
 * @param setting who gives it: self-care, over the counter, prescription, professional
 * @param expectedOutcome what the source expects of it
 * @param idealUse whom the source expects it to suit
 * @param source where these statements are from
 */
public record Treatment(
        Tag tag,
        String label,
        Family family,
        String complexity,
        String resources,
        String setting,
        String expectedOutcome,
        String idealUse,
        String source)
        implements Serializable {
    public Treatment {
        if (label.isBlank()) {
            throw new IllegalArgumentException("the treatment " + tag + " needs a label");
        }
    }
}
