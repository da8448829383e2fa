package org.recoveryreport.domain.tagging;

import java.io.Serializable;

/**
 * A tag and the words that earned it.
 *
 * @param start index of the first UTF-16 unit in the original text
 * @param end index after the last
 * @param phrase the phrase of the catalogue that these words were taken for; differs from them when they are misspelt
 */
public record Match(Tag tag, int start, int end, String phrase) implements Serializable {}
