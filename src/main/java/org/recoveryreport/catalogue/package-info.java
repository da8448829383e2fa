/**
 * Reads the catalogue of treatments, phrases and cues from CSV files: the built-in ones, and those of a clinic. Start with
 * {@link org.recoveryreport.catalogue.CatalogueReader}.
 */
@NullMarked
package org.recoveryreport.catalogue;

import org.jspecify.annotations.NullMarked;
