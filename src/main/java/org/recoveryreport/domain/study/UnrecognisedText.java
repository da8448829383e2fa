package org.recoveryreport.domain.study;

import java.io.Serializable;

/**
 * A row of {@code unrecognised.csv}: a treatment text in which nothing was recognised.
 *
 * @param text as written
 * @param entries how many treatment entries consist of it
 */
public record UnrecognisedText(String text, long entries) implements Serializable {}
