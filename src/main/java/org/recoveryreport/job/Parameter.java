package org.recoveryreport.job;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.episode.FollowUp;
import org.recoveryreport.domain.study.StratifyBy;
import org.recoveryreport.domain.study.StudySettings.CombineBy;
import org.recoveryreport.domain.survival.ConfidenceType;

/** The parameters a run can be given, with what they mean and what holds without them. */
public enum Parameter {
    /** Limit of a chronic case. */
    CHRONIC_AFTER_DAYS("chronicAfterDays", "84", "a case is chronic when it lasts longer", Values::positive),
    /** Onsets that make a recurrence. */
    RECURRENT_ONSETS(
            "recurrentOnsets",
            "3",
            "the patient's n-th onset within the window makes a case chronic",
            value -> Values.within(value, 2, FollowUp.LONGEST_DAYS)),
    /** Window of a recurrence. */
    RECURRENCE_WINDOW_DAYS("recurrenceWindowDays", "365", "length of that window", Values::positive),
    /** Limit of a subacute case. */
    SUBACUTE_AFTER_DAYS(
            "subacuteAfterDays",
            "",
            "a case is subacute when it lasts longer and is not chronic; 27 = from 4 weeks on",
            Values::positive),
    /** What combinations are made of. */
    COMBINE_BY("combineBy", "tag", "tag or family: what combinations are made of", Values::combineBy),
    /** The headline landmark. */
    LANDMARK_DAYS("landmarkDays", "14", "landmark of the headline comparison", Values::dayOfEpisode),
    /** Horizon of restricted means. */
    HORIZON_DAYS("horizonDays", "84", "mean days ill are counted up to this day", Values::dayOfEpisode),
    /** Confidence level. */
    CONFIDENCE("confidence", "0.95", "confidence level of the intervals", Values::proportion),
    /** Scale of the intervals. */
    CONFIDENCE_TYPE("confidenceType", "log-log", "log-log, log or plain", Values::confidenceType),
    /** Smallest count shown. */
    MIN_CELL_COUNT(
            "minCellCount", "11", "no count below this is published, besides zero; 0 = off", Values::notNegative),
    /** Whether a report is compared with the one before. */
    NIGHT_GUARD(
            "nightGuard",
            "true",
            "what changed by fewer than minCellCount since the last report keeps its figures; false for research",
            Values::truth),
    /** How many bad rows are tolerated. */
    MAX_REJECTED_PERCENT(
            "maxRejectedPercent",
            "5",
            "more rejected rows than this, blank ones apart: nothing is published",
            Values::percent),
    /** The clinic's catalogue. */
    CATALOGUE("catalogue", "", "folder whose treatments and phrases extend or replace the built-in ones", value -> {}),
    /** Strata of the tests and of the model of treatments. */
    STRATIFY_BY(
            "stratifyBy",
            "",
            "sex, age_band, site, severity or recurrence: every figure of each stratum too, and tests that compare like with like",
            Values::stratifyBy),
    /** The table of episodes for analyses elsewhere. */
    EXPORT_EPISODES(
            "exportEpisodes",
            "false",
            "true writes private/episodes.parquet: a row per episode, ready for analysis, without pseudonyms",
            Values::truth),
    /** Threads of the reading step. */
    PARTITIONS("partitions", "", "how many parts of the log are read at once; as many as processors", Values::positive);

    private final String key;
    private final String defaultValue;
    private final String meaning;

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final Consumer<String> check;

    Parameter(String key, String defaultValue, String meaning, Consumer<String> check) {
        this.key = key;
        this.defaultValue = defaultValue;
        this.meaning = meaning;
        this.check = check;
    }

    /** The name to use with {@code -P} and in job XML. */
    public String key() {
        return key;
    }

    /** What holds where nothing is given; empty = off. */
    public String defaultValue() {
        return defaultValue;
    }

    /** For people, a line. */
    public String meaning() {
        return meaning;
    }

    /** The parameter of a name. */
    public static Optional<Parameter> named(String key) {
        return Arrays.stream(values()).filter(p -> p.key.equals(key)).findFirst();
    }

    /**
     * Checks a value.
     *
     * @throws IllegalArgumentException where it cannot be used; the message names the parameter
     */
    public void check(String value) {
        try {
            check.accept(value);
        } catch (IllegalArgumentException e) {
            String why = e instanceof NumberFormatException ? "is not a number that fits" : e.getMessage();
            throw new IllegalArgumentException("parameter " + key + "=" + value + " " + why, e);
        }
    }

    /** Words are taken in any case. */
    private static final class Values {
        /** Not all that Java takes for a number, such as {@code 0.9f}, {@code 0x1p3} and the digits of other scripts. */
        private static final Pattern DECIMAL = Pattern.compile("-?\\d*\\.?\\d+");

        private static final Pattern INTEGER = Pattern.compile("[-+]?\\d+");

        static void positive(String value) {
            atLeast(value, 1);
        }

        static void notNegative(String value) {
            atLeast(value, 0);
        }

        static void atLeast(String value, int least) {
            if (integer(value) < least) {
                throw new IllegalArgumentException("must be a whole number of at least " + least);
            }
        }

        /** No episode lasts longer, and counting goes on to the day. */
        static void dayOfEpisode(String value) {
            within(value, 1, FollowUp.LONGEST_DAYS);
        }

        static void within(String value, int least, int most) {
            int number = integer(value);
            if (number < least || number > most) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "must be a whole number from %d to %,d", least, most));
            }
        }

        private static int integer(String value) {
            if (!INTEGER.matcher(value).matches()) {
                throw new IllegalArgumentException("must be a whole number, in digits");
            }
            return Integer.parseInt(value);
        }

        static void proportion(String value) {
            double number = number(value);
            if (!(number > 0 && number < 1)) {
                throw new IllegalArgumentException("must lie between 0 and 1");
            }
        }

        static void percent(String value) {
            double number = number(value);
            if (!(number >= 0 && number <= 100)) {
                throw new IllegalArgumentException("must lie from 0 to 100");
            }
        }

        private static double number(String value) {
            if (!DECIMAL.matcher(value).matches()) {
                throw new IllegalArgumentException("must be a number in digits, with a point before decimals");
            }
            return Double.parseDouble(value);
        }

        static void truth(String value) {
            if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
                throw new IllegalArgumentException("must be true or false");
            }
        }

        static CombineBy combineBy(String value) {
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "tag" -> CombineBy.TAG;
                case "family" -> CombineBy.FAMILY;
                default -> throw new IllegalArgumentException("must be tag or family");
            };
        }

        static StratifyBy stratifyBy(String value) {
            return Arrays.stream(StratifyBy.values())
                    .filter(by -> by.column().equals(value.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalArgumentException("must be sex, age_band, site, severity or recurrence"));
        }

        static ConfidenceType confidenceType(String value) {
            return Arrays.stream(ConfidenceType.values())
                    .filter(type -> type.label().equals(value.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("must be log-log, log or plain"));
        }
    }

    static CombineBy combineBy(String value) {
        return Values.combineBy(value);
    }

    static @Nullable StratifyBy stratifyBy(String value) {
        return value.isEmpty() ? null : Values.stratifyBy(value);
    }

    static ConfidenceType confidenceType(String value) {
        return Values.confidenceType(value);
    }
}
