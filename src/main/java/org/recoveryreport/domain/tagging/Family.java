package org.recoveryreport.domain.tagging;

import java.io.Serializable;

/**
 * A group of like treatments, coarser than a {@link Tag}.
 *
 * @param name lower-case letters, digits and hyphens, such as {@code heat-and-cold}
 */
public record Family(String name) implements Comparable<Family>, Serializable {
    public Family {
        Names.check("family", name);
    }

    @Override
    public int compareTo(Family other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
