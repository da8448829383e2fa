package org.recoveryreport.intake;

import org.recoveryreport.domain.episode.FollowUp;

/** Why a row is rejected. The text says what is wrong and what to do about it, and never quotes a value. */
public enum RejectionReason {
    /** The line cannot be split into fields. */
    UNCLOSED_QUOTE("a quoted field does not end: close it with a quote, and double the quotes inside it"),
    /** Likewise. */
    TEXT_AFTER_QUOTE("text follows a closing quote: double the quotes inside a quoted field"),
    /** Likewise. */
    STRAY_QUOTE(
            "a quote stands inside a field that does not begin with one: quote the whole field and double the quotes"
                    + " inside it"),
    /** Bytes that are no text. */
    INVALID_UTF8("invalid UTF-8: save the log as UTF-8"),
    /** A character below 32 other than tab, carriage return and line feed. */
    CONTROL_CHARACTER("a control character: remove it"),
    /** Beyond {@link RecordFramer#LONGEST_RECORD}. */
    LINE_TOO_LONG("longer than 1,048,576 bytes: check for missing line ends"),
    /** Fields or none, nothing stands in them: spreadsheets leave such rows behind. Never blamed on an episode. */
    BLANK_ROW("nothing in any field: remove the row"),
    /** Fields missing or too many. */
    WRONG_NUMBER_OF_FIELDS(
            "wrong number of fields: give as many as the header has, and quote fields that contain commas"),
    /** More rows than {@link LogReader#MOST_ROWS}, or as large. */
    EPISODE_TOO_LARGE("more rows than an episode may have (10,000 rows, 8 MiB): check how episode_id is filled"),
    /** Where logs were put one behind the other. */
    SECOND_HEADER("a second header row: remove it"),
    /** A required value is blank in all rows of the episode. */
    MISSING_VALUE("missing value: give one in at least one row of the episode"),
    /** Neither recovered nor last seen. */
    NO_ENDING("missing value: recovered and last_seen are both blank, give one of them"),
    /** Not an ISO date. */
    UNREADABLE_DATE("not readable as a date: write it as YYYY-MM-DD"),
    /** Not a whole number. */
    UNREADABLE_STUDY_DAY("not readable as a whole study day: write it in digits"),
    /** Too far from zero to be a count of days. */
    STUDY_DAY_BEYOND_SENSE("not readable as a study day, beyond 10,000,000: correct it, and write dates as YYYY-MM-DD"),
    /** A study day in a log of dates. */
    STUDY_DAY_AMONG_DATES("a number in a log of dates: use one kind of day in a file"),
    /** A date in a log of study days. */
    DATE_AMONG_STUDY_DAYS("a date in a log of study days: use one kind of day in a file"),
    /** Not a whole number. */
    UNREADABLE_SEVERITY("not readable as a whole number from 0 to 10: correct it"),
    /** A severity there is not. */
    SEVERITY_OUT_OF_RANGE("outside 0 to 10: correct it"),
    /** Two rows of an episode contradict each other. */
    CONFLICTING_VALUES(
            "conflicting values, an earlier row of the episode has another one: give the same value, or leave it blank"),
    /** Impossible order of days. */
    RECOVERED_BEFORE_ONSET("recovered before onset: correct one of them"),
    /** Impossible order of days. */
    LAST_SEEN_BEFORE_ONSET("last seen before onset: correct one of them"),
    /** More than {@link FollowUp#LONGEST_DAYS}. */
    EPISODE_TOO_LONG("the episode lasts more than 36,525 days: correct its days"),
    /** Impossible order of days. */
    ENDED_BEFORE_STARTED("the treatment ended before it started: correct one of them"),
    /** More than {@link FollowUp#LONGEST_DAYS} after onset, as where 9999-12-31 stands for a treatment that goes on. */
    ENDED_BEYOND_SENSE(
            "the treatment ended more than 36,525 days after onset: correct it, or leave it blank if it goes on"),
    /** Anonymity. */
    LOOKS_LIKE_EMAIL("looks like an e-mail address: remove it"),
    /** Anonymity. */
    LOOKS_LIKE_PHONE("looks like a telephone number: remove it"),
    /** Anonymity. */
    LOOKS_LIKE_SOCIAL_SECURITY("looks like a social security number: remove it"),
    /** Anonymity. */
    LOOKS_LIKE_PERSON("looks like the name of a person: remove it"),
    /** Found when all episodes are known. */
    EPISODE_IN_TWO_PLACES("the episode appears in two places: put its rows together, and each log in once"),
    /** A good row that may have lost its neighbour. */
    NEXT_TO_DAMAGED_LINE("a damaged row before this one may belong to the same episode: correct that row"),
    /** A good row of a bad episode. */
    ANOTHER_ROW_REJECTED("another row of this episode is rejected");

    private final String text;

    RejectionReason(String text) {
        this.text = text;
    }

    /** The reason in words for people. */
    public String text() {
        return text;
    }
}
