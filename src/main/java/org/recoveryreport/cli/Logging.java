package org.recoveryreport.cli;

import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** Keeps the libraries quiet: what a run does, and why it failed, is said by the commands. */
final class Logging {
    private static final Logger ROOT = Logger.getLogger("");

    private Logging() {}

    /** Only what libraries hold for severe reaches standard error; {@code RECOVERY_REPORT_LOG=INFO} asks for more. */
    static void toStandardError() {
        // JBoss Logging, SLF4J and java.util.logging all end here
        System.setProperty("org.jboss.logging.provider", "jdk");
        LogManager.getLogManager().reset();
        ConsoleHandler handler = new ConsoleHandler();
        handler.setLevel(Level.ALL);
        ROOT.addHandler(handler);
        String level = System.getenv("RECOVERY_REPORT_LOG");
        ROOT.setLevel(level == null ? Level.OFF : Level.parse(level));
    }
}
