package org.recoveryreport.domain.tagging;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.tagging.EntryDetails.Range;

/** Reads dose, frequency and length out of a text: "400-600 mg q6-8h x 5 days", "20 min three times a day". */
final class DetailsReading {
    private static final double DAYS_A_WEEK = 7;
    private static final double DAYS_A_MONTH = 30;
    /** More grams than this are of a gel, not of a drug. */
    private static final double MOST_GRAMS = 2;

    /** What a word says about a number beside it. */
    private enum Term {
        NONE(""),
        NUMBER(""),
        MILLIGRAM("mg mgs milligram milligrams"),
        GRAM("g gm gram grams"),
        MINUTE("min mins minute minutes mn minuten"),
        HOUR("h hr hrs hour hours hourly hrly stunden heures"),
        DAY("day days d tag tage jour jours tagen"),
        WEEK("week weeks wk wks woche wochen semaine semaines"),
        MONTH("month months mo mos"),
        TIMES("times time x mal fois session sessions visit visits"),
        EVERY("every each q alle"),
        PER("a an per pro par"),
        TO("to or bis"),
        FOR("for fur pendant"),
        AGO("ago later after old"),
        DAILY("daily od qd qhs nightly nocte hs qam qpm mane taglich qday"),
        TWICE_DAILY("bid bd"),
        THRICE_DAILY("tid tds"),
        FOUR_TIMES_DAILY("qid qds"),
        WEEKLY("weekly qweek wochentlich"),
        EVERY_OTHER_WEEK("fortnightly biweekly"),
        OTHER_CONCENTRATION("ml actuat hr");

        private final String words;

        Term(String words) {
            this.words = words;
        }
    }

    private static final Map<String, Double> NUMBERS = Map.ofEntries(
            Map.entry("one", 1.0),
            Map.entry("once", 1.0),
            Map.entry("two", 2.0),
            Map.entry("twice", 2.0),
            Map.entry("couple", 2.0),
            Map.entry("three", 3.0),
            Map.entry("thrice", 3.0),
            Map.entry("four", 4.0),
            Map.entry("five", 5.0),
            Map.entry("six", 6.0),
            Map.entry("seven", 7.0),
            Map.entry("eight", 8.0),
            Map.entry("nine", 9.0),
            Map.entry("ten", 10.0),
            Map.entry("twelve", 12.0));

    private final Vocabulary vocabulary = new Vocabulary();
    private final Map<Integer, Term> terms = new HashMap<>();
    private final Map<Integer, Double> numbers = new HashMap<>();

    DetailsReading() {
        for (Term term : Term.values()) {
            if (!term.words.isEmpty()) {
                Arrays.stream(term.words.split(" ")).forEach(word -> terms.putIfAbsent(vocabulary.add(word), term));
            }
        }
        NUMBERS.forEach((word, value) -> numbers.put(vocabulary.add(word), value));
    }

    EntryDetails read(Tokens tokens) {
        Pieces pieces = new Pieces(tokens);
        return pieces.useful ? pieces.read() : EntryDetails.NONE;
    }

    /** The text as numbers and terms, nothing else. */
    private final class Pieces {
        private final Tokens tokens;
        private Term[] term;
        private Range[] number;
        private int count;
        private boolean useful;

        private @Nullable Range doseMg;
        private @Nullable Range everyHours;
        private @Nullable Range timesADay;
        private @Nullable Range minutesASession;
        private @Nullable Range sessionsAWeek;
        private @Nullable Range days;

        private static final Range ONE = new Range(1, 1);

        Pieces(Tokens tokens) {
            this.tokens = tokens;
            term = new Term[16];
            number = new Range[16];
            for (int i = 0; i < tokens.count; i++) {
                if (tokens.isNumber(i)) {
                    addNumber(value(tokens.start[i], tokens.end[i]), tokens.hyphenBefore(i));
                } else if (tokens.isWord(i)) {
                    addWord(i);
                } else if (!isDotOfInterval(i)) {
                    add(tokens.word[i] == Tokens.SLASH ? Term.PER : Term.NONE, ONE);
                }
            }
        }

        /** The dot before the letter in "q.6.h." */
        private boolean isDotOfInterval(int token) {
            return tokens.word[token] == Tokens.STOP
                    && at(count - 1) == Term.NUMBER
                    && at(count - 2) == Term.EVERY
                    && tokens.isWord(token + 1)
                    && tokens.start[token + 1] == tokens.end[token];
        }

        private void addWord(int token) {
            int start = tokens.start[token];
            int end = tokens.end[token];
            char first = tokens.text.chars[start];
            if ((first == 'q' || first == 'x') && start + 1 < end && FoldedText.isDigit(tokens.text.chars[start + 1])) {
                int digits = start + 1;
                while (digits < end && FoldedText.isDigit(tokens.text.chars[digits])) {
                    digits++;
                }
                add(first == 'q' ? Term.EVERY : Term.FOR, ONE);
                addNumber(value(start + 1, digits), false);
                if (digits < end) {
                    addTerm(vocabulary.find(tokens.text.chars, digits, end));
                }
                return;
            }
            int word = vocabulary.find(tokens.text.chars, start, end);
            Double value = numbers.get(word);
            if (value != null) {
                addNumber(value, tokens.hyphenBefore(token));
            } else {
                addTerm(word);
            }
        }

        private void addTerm(int word) {
            Term found = terms.getOrDefault(word, Term.NONE);
            boolean afterNumber = count > 0 && term[count - 1] == Term.NUMBER;
            boolean cross = found == Term.TIMES && !afterNumber;
            useful |= found != Term.NONE && found != Term.PER && found != Term.TO && found != Term.FOR;
            add(cross ? Term.FOR : found, ONE);
        }

        /** A number that follows another by "-" or "to" makes a range with it. */
        private void addNumber(double value, boolean hyphen) {
            if (!(value > 0)) {
                add(Term.NONE, ONE);
                return;
            }
            int before = hyphen ? count - 1 : count > 0 && term[count - 1] == Term.TO ? count - 2 : -1;
            if (before >= 0 && term[before] == Term.NUMBER && number[before].most() <= value) {
                number[before] = new Range(number[before].least(), value);
                count = before + 1;
            } else {
                add(Term.NUMBER, new Range(value, value));
            }
        }

        private void add(Term newTerm, Range value) {
            if (count == term.length) {
                term = Arrays.copyOf(term, count * 2);
                number = Arrays.copyOf(number, count * 2);
            }
            term[count] = newTerm;
            number[count] = value;
            count++;
        }

        /** Digits with a decimal point or comma; a comma before three digits separates thousands. */
        private double value(int start, int end) {
            double whole = 0;
            double scale = 0;
            for (int i = start; i < end; i++) {
                char c = tokens.text.chars[i];
                if (FoldedText.isDigit(c)) {
                    whole = whole * 10 + (c - '0');
                    scale *= 10;
                } else if (c == '.' || end - i != 4) {
                    scale = 1;
                }
            }
            double value = scale == 0 ? whole : whole / scale;
            return value < 1_000_000 ? value : 0;
        }

        private Term at(int i) {
            return i >= 0 && i < count ? term[i] : Term.NONE;
        }

        EntryDetails read() {
            for (int i = 0; i < count; i++) {
                if (term[i] == Term.NUMBER) {
                    readNumber(i);
                } else {
                    readFrequency(i);
                }
            }
            return new EntryDetails(doseMg, everyHours, timesADay, minutesASession, sessionsAWeek, days);
        }

        private void readNumber(int i) {
            Range value = number[i];
            switch (at(i + 1)) {
                case MILLIGRAM -> {
                    boolean noSingleDose = at(i + 2) == Term.PER
                            && (at(i + 3) == Term.OTHER_CONCENTRATION
                                    || at(i + 3) == Term.MILLIGRAM
                                    || at(i + 3) == Term.DAY);
                    doseMg = doseMg == null && !noSingleDose ? value : doseMg;
                }
                case GRAM -> doseMg = doseMg == null && value.most() <= MOST_GRAMS ? value.times(1000) : doseMg;
                case MINUTE -> minutesASession = minutesASession == null ? value : minutesASession;
                case HOUR -> readHours(i, value);
                case DAY -> readDays(i, value);
                case WEEK -> readWeeks(i, value);
                case MONTH -> setDays(i, value.times(DAYS_A_MONTH));
                case TIMES -> readTimes(value, at(i + 2) == Term.PER ? at(i + 3) : at(i + 2));
                case PER -> readTimes(value, at(i + 2));
                case DAILY, WEEKLY -> readTimes(value, at(i + 1));
                default -> {}
            }
        }

        private void readHours(int i, Range value) {
            if (at(i - 1) == Term.FOR) {
                minutesASession = minutesASession == null ? value.times(60) : minutesASession;
            } else if (everyHours == null) {
                everyHours = value;
            }
        }

        private void readDays(int i, Range value) {
            if (at(i - 1) != Term.EVERY && at(i - 1) != Term.PER) {
                setDays(i, value);
            }
        }

        private void readWeeks(int i, Range value) {
            if (at(i - 1) == Term.EVERY) {
                sessionsAWeek = sessionsAWeek == null ? new Range(1 / value.most(), 1 / value.least()) : sessionsAWeek;
            } else {
                setDays(i, value.times(DAYS_A_WEEK));
            }
        }

        private void setDays(int i, Range value) {
            if (days == null && at(i + 2) != Term.AGO) {
                days = value;
            }
        }

        private void readTimes(Range value, Term unit) {
            if (unit == Term.DAY || unit == Term.DAILY) {
                timesADay = timesADay == null ? value : timesADay;
            } else if (unit == Term.WEEK || unit == Term.WEEKLY) {
                sessionsAWeek = sessionsAWeek == null ? value : sessionsAWeek;
            }
        }

        private void readFrequency(int i) {
            switch (term[i]) {
                case DAILY -> readTimes(ONE, Term.DAY);
                case TWICE_DAILY -> readTimes(new Range(2, 2), Term.DAY);
                case THRICE_DAILY -> readTimes(new Range(3, 3), Term.DAY);
                case FOUR_TIMES_DAILY -> readTimes(new Range(4, 4), Term.DAY);
                case WEEKLY -> readTimes(ONE, Term.WEEK);
                case EVERY_OTHER_WEEK -> readTimes(new Range(0.5, 0.5), Term.WEEK);
                case EVERY -> {
                    if (at(i + 1) == Term.DAY || at(i + 1) == Term.WEEK) {
                        readTimes(ONE, at(i + 1));
                    }
                }
                case FOR -> readArticle(i);
                default -> {}
            }
        }

        /** "for a day", "for a week". */
        private void readArticle(int i) {
            if (at(i + 1) == Term.PER && at(i + 2) == Term.DAY) {
                setDays(i + 1, ONE);
            } else if (at(i + 1) == Term.PER && at(i + 2) == Term.WEEK) {
                setDays(i + 1, ONE.times(DAYS_A_WEEK));
            }
        }
    }
}
