/**
 * Turns a treatment's free text into tags of a given catalogue, with the words that earned them.
 *
 * <p>Start with {@link org.recoveryreport.domain.tagging.Tagger}, which passes a text through small stages:
 * {@link org.recoveryreport.domain.tagging.FoldedText} folds letters and keeps offsets,
 * {@link org.recoveryreport.domain.tagging.Tokens} are its words and separators,
 * {@link org.recoveryreport.domain.tagging.Vocabulary} knows the words and corrects misspelt ones
 * ({@link org.recoveryreport.domain.tagging.Spelling}), {@link org.recoveryreport.domain.tagging.PhraseSearch} finds the
 * longest phrases in a {@link org.recoveryreport.domain.tagging.PhraseTrie}, even with a slip in one of their words
 * ({@link org.recoveryreport.domain.tagging.PhraseSpelling}), {@link org.recoveryreport.domain.tagging.PatientReading} tells the patient from physical therapy,
 * {@link org.recoveryreport.domain.tagging.Marks} reads signs such as "heat +, ice -",
 * {@link org.recoveryreport.domain.tagging.Forms} gives drugs the tag of their form, and
 * {@link org.recoveryreport.domain.tagging.UseReading} decides by the cues what counts as used, and
 * {@link org.recoveryreport.domain.tagging.Punctuation} by the separators how far they speak, both in a
 * {@link org.recoveryreport.domain.tagging.Statement} of what the clause said so far, with
 * {@link org.recoveryreport.domain.tagging.Reach} for what a cue speaks about that stands before it. All language is data of the
 * {@link org.recoveryreport.domain.tagging.TagCatalogue}; the code holds only the rules.
 */
@NullMarked
package org.recoveryreport.domain.tagging;

import org.jspecify.annotations.NullMarked;
