package org.recoveryreport.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/**
 * The header row of a log that may be read.
 *
 * @param columns where the columns stand
 * @param rowsOffset offset of the line after the header
 * @param rowsLine its line number
 */
record LogHeader(LogColumns columns, long rowsOffset, long rowsLine) {
    /** A line for Excel, which it hides from those who look at the log with it. */
    private static final Pattern SEPARATOR_HINT = Pattern.compile("(?i)\"?sep=[,;\\t]\"?,*");

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    /** Reads and checks the header. */
    static LogHeader read(InputFiles.Input file, boolean gzip) throws IOException {
        int mark = startsWithMark(file, gzip) ? BYTE_ORDER_MARK.length : 0;
        try (InputStream in = LogFile.open(file.path(), gzip, mark);
                RecordFramer framer = new RecordFramer(in, mark, 1, Long.MAX_VALUE, null)) {
            boolean found = framer.next();
            if (found
                    && framer.damage() == null
                    && SEPARATOR_HINT.matcher(framer.text()).matches()) {
                found = framer.next();
            }
            if (!found) {
                throw new InputRefused(
                        file.source() + " is empty: it needs a header row with the names of the columns.");
            }
            RejectionReason damage = framer.damage();
            if (damage == RejectionReason.CONTROL_CHARACTER) {
                throw new InputRefused(file.source() + " is not a CSV text in UTF-8 (perhaps UTF-16, or not a text at"
                        + " all): export it again as CSV in UTF-8.");
            }
            if (damage != null) {
                throw new InputRefused(file.source() + " line " + framer.line() + ": the header row cannot be read, "
                        + damage.text() + ".");
            }
            List<String> names = names(framer.text());
            check(file.source() + " line " + framer.line() + ": ", names);
            return new LogHeader(LogColumns.of(lowerCase(names)), framer.nextOffset(), framer.nextLine());
        }
    }

    private static boolean startsWithMark(InputFiles.Input file, boolean gzip) throws IOException {
        try (InputStream in = LogFile.open(file.path(), gzip, 0)) {
            return Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK);
        }
    }

    private static List<String> names(String text) throws IOException {
        try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
            return parser.iterator().next().stream().map(Cells::trim).toList();
        }
    }

    private static List<String> lowerCase(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    private static void check(String where, List<String> names) {
        List<String> known =
                Arrays.stream(LogColumn.values()).map(LogColumn::label).toList();
        List<String> lower = lowerCase(names);
        if (lower.stream().anyMatch(known::contains)) {
            checkAnonymity(where, names, known);
            checkDuplicates(where, lower);
        } else if (names.stream().anyMatch(Day::isDay)) {
            // none of these names is quoted: they are somebody's data
            throw new InputRefused(
                    where + "there is no header row; write the names of the columns into the first line.");
        }
        checkRequired(where, lower);
    }

    private static void checkAnonymity(String where, List<String> names, List<String> known) {
        for (String name : names) {
            String identifier = known.contains(name.toLowerCase(Locale.ROOT)) ? null : IdentityColumns.identifier(name);
            if (identifier != null) {
                throw new InputRefused(where + "column " + printable(name) + " tells who somebody is (" + identifier
                        + "), so the log is not anonymised; remove the column.");
            }
        }
    }

    private static void checkDuplicates(String where, List<String> lower) {
        Set<String> seen = new HashSet<>();
        for (String name : lower) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw new InputRefused(
                        where + "column " + printable(name) + " appears twice; rename or remove one of them.");
            }
        }
    }

    private static void checkRequired(String where, List<String> lower) {
        List<String> missing = Arrays.stream(LogColumn.values())
                .filter(LogColumn::required)
                .map(LogColumn::label)
                .filter(label -> !lower.contains(label))
                .toList();
        if (!missing.isEmpty()) {
            String separator = separator(lower);
            throw new InputRefused(where + "there is no column " + String.join(", ", missing) + "; "
                    + (separator == null
                            ? "add what is missing (its cells may be blank where the log does not know)."
                            : "the fields are separated by " + separator + ": save the log with commas."));
        }
    }

    private static @Nullable String separator(List<String> names) {
        if (names.size() > 1) {
            return null;
        }
        String name = names.get(0);
        return name.indexOf(';') >= 0 ? "semicolons" : name.indexOf('\t') >= 0 ? "tabs" : null;
    }

    /** A name of a column short enough for a sentence, and on one line. */
    private static String printable(String name) {
        return (name.length() <= 60 ? name : name.substring(0, 60) + "…").replaceAll("\\p{Cntrl}", " ");
    }
}
