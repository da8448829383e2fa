package org.recoveryreport.domain.practice;

import java.io.Serializable;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.recoveryreport.domain.tagging.EntryDetails;
import org.recoveryreport.domain.tagging.Tag;

/**
 * A treatment named as used in a text, with what the text says of this treatment.
 *
 * @param tags what it earned; several for a compound medicine or a medicine in a gel
 * @param substances the medicines that a check singles out
 * @param phrase the phrase of the catalogue
 * @param details dose, frequency and length of this treatment alone
 * @param concerned the {@linkplain PracticeCheck#bit() bits} of the checks that it makes concern an episode
 */
public record Mention(Set<Tag> tags, Set<Substance> substances, String phrase, EntryDetails details, int concerned)
        implements Serializable {
    /** Rest that lets the patient be up: from work, from lifting, in sports, or a way to lie at night. */
    private static final Pattern UP_AND_ABOUT = Pattern.compile(
            "work|dut(y|ies)|activit|lifting|bending|twisting|exert|exercise|sport|gym|sitting|sick|leave|\\boff\\b|note"
                    + "|sleep|pillow|position|side|relative|breaks|pacing|travail|krank|arbeits|lagerung");

    public Mention {
        tags = Set.copyOf(tags);
        substances = Set.copyOf(substances);
    }

    /** Finds out what it concerns. */
    static Mention of(Set<Tag> tags, Set<Substance> substances, String phrase, EntryDetails details) {
        Mention mention = new Mention(tags, substances, phrase, details, 0);
        int bits = 0;
        for (PracticeCheck check : PracticeCheck.values()) {
            bits |= check.isAbout(mention) ? check.bit() : 0;
        }
        return new Mention(tags, substances, phrase, details, bits);
    }

    /** Whether it makes a check concern an episode. */
    boolean concerns(PracticeCheck check) {
        return (concerned & check.bit()) != 0;
    }

    boolean has(Tag tag) {
        return tags.contains(tag);
    }

    /** Whether it is the substance and nothing else, to be swallowed. */
    boolean isPlain(Substance substance) {
        return substances.contains(substance) && tags.size() == 1;
    }

    /** Whether a rest is one from being up at all. Light duty or no lifting is what guides put in the place of bed rest. */
    boolean isBedRest() {
        return !UP_AND_ABOUT.matcher(phrase.toLowerCase(Locale.ROOT)).find();
    }
}
