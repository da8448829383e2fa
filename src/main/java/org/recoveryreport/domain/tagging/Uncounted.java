package org.recoveryreport.domain.tagging;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Words that were found and do not count as a treatment used.
 *
 * @param tag what they would have earned; null for words that only look like a treatment
 * @param start index of the first UTF-16 unit in the original text
 * @param end index after the last
 * @param phrase the phrase of the catalogue that these words were taken for
 * @param reason why they do not count
 */
public record Uncounted(@Nullable Tag tag, int start, int end, String phrase, Reason reason) implements Serializable {}
