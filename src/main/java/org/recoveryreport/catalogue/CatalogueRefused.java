package org.recoveryreport.catalogue;

/** A catalogue that cannot be used. The message names the file, the line and the column, and what to do. */
public final class CatalogueRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    CatalogueRefused(String message) {
        super(message);
    }
}
