package org.recoveryreport.cli;

/** Entry point of the application. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(2);
    }
}
