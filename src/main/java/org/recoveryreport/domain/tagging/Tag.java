package org.recoveryreport.domain.tagging;

import java.io.Serializable;

/**
 * What a treatment text is mapped to. Obtained from a {@link TagCatalogue}.
 *
 * @param name lower-case letters, digits and hyphens, such as {@code muscle-relaxant}
 */
public record Tag(String name) implements Comparable<Tag>, Serializable {
    public Tag {
        Names.check("tag", name);
    }

    @Override
    public int compareTo(Tag other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
