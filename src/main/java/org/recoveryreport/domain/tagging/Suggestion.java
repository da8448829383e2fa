package org.recoveryreport.domain.tagging;

import java.io.Serializable;

/**
 * A phrase of the catalogue that comes near words which nothing was recognised in.
 *
 * @param phrase what the words may have meant
 * @param similarity shared pairs of neighbouring letters (Dice's coefficient), in (0, 1]
 */
public record Suggestion(Phrase phrase, double similarity) implements Serializable {}
