package org.recoveryreport.job;

/** The version of the application, from its jar. */
public final class Version {
    /** For example {@code 0.1.0}; {@code development} where the application does not run from its jar. */
    public static final String NUMBER = number();

    private Version() {}

    private static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
