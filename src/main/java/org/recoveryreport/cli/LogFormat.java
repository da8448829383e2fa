package org.recoveryreport.cli;

/** How a run tells of its steps on standard error. */
enum LogFormat {
    /** A line of text for each step. */
    TEXT,
    /** Everything as JSON, an object on a line. */
    JSON,
    /** Nothing but what went wrong. */
    NONE
}
