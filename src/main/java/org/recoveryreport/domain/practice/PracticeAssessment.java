package org.recoveryreport.domain.practice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.episode.Episode;
import org.recoveryreport.domain.practice.PracticeRules.Regimen;
import org.recoveryreport.domain.tagging.EntryDetails;
import org.recoveryreport.domain.tagging.EntryDetails.Range;
import org.recoveryreport.domain.tagging.Tag;

/**
 * Assesses one episode. These conventions hold for every check:
 *
 * <ul>
 *   <li>Logs know whole days. The time between two days is their difference, as for recovery: day 2 is 48 hours after onset.
 *       What lies on a limit keeps to it; so cold and heat may both begin on day 2.
 *   <li>An unknown start is not a start on day 0 here, although comparisons count it from onset.
 *   <li>A range ("every 4-6 h") keeps to the limits if all of it does, and departs from them if none of it does; otherwise
 *       nobody knows what was done.
 *   <li>Of several entries each must keep to the limits, unless a check is about the first.
 *   <li>That something was not done can only be told where every text of the episode was understood.
 * </ul>
 */
public final class PracticeAssessment {
    private static final Tag NSAID = new Tag("nsaid");
    private static final Tag MUSCLE_RELAXANT = new Tag("muscle-relaxant");
    private static final Tag OPIOID = new Tag("opioid");

    /** The others concern only an episode with certain treatments. */
    private static final int ASKED_OF_EVERY_EPISODE =
            PracticeCheck.PROFESSIONAL_WHEN_CHRONIC.bit() | PracticeCheck.RED_FLAG_REFERRED.bit();

    /** What these say changes with the days that have passed, whether or not anything begins. */
    private static final int CHANGE_BY_THE_DAY =
            PracticeCheck.REST_AT_MOST_TWO_DAYS.bit() | PracticeCheck.RELAXANT_DURATION.bit();

    private static final int ALL_DAYS = Integer.MAX_VALUE;
    private static final double HOURS_A_DAY = 24;
    private static final double MINUTES_A_DAY = 24 * 60;

    private final Episode episode;
    private final List<TaggedEntry> entries;
    private final PracticeRules rules;

    /** The last day that is known of. */
    private final int lastDay;

    /** The bits of the checks that a treatment makes concern the episode. */
    private final int concerned;

    private @Nullable PracticeVerdicts verdicts;

    private PracticeAssessment(Episode episode, List<TaggedEntry> entries, PracticeRules rules, int lastDay) {
        this.episode = episode;
        this.entries = entries;
        this.rules = rules;
        this.lastDay = lastDay;
        int bits = 0;
        for (TaggedEntry entry : entries) {
            bits |= entry.reading().concerned();
        }
        concerned = bits;
    }

    /**
     * The assessment of an episode.
     *
     * @param entries the episode's treatments with what their texts say
     */
    public static PracticeAssessment of(Episode episode, List<TaggedEntry> entries, PracticeRules rules) {
        return new PracticeAssessment(episode, entries, rules, ALL_DAYS);
    }

    /** The verdicts on the episode. */
    public PracticeVerdicts verdicts() {
        PracticeVerdicts known = verdicts;
        if (known == null) {
            known = PracticeVerdicts.of(concerned | ASKED_OF_EVERY_EPISODE, this::verdict);
            verdicts = known;
        }
        return known;
    }

    /**
     * The verdicts as they stood at the end of each of several days, which may therefore group episodes that go on after it. Only
     * entries known to have begun by then count, and of a length only what had passed. Every check has an answer on the day
     * itself but:
     *
     * <ul>
     *   <li>what depends on a treatment whose start is not known cannot be assessed;
     *   <li>a course of rest or of muscle relaxants that went on after the day, and had not lasted too long by then, cannot
     *       be assessed;
     *   <li>doses and sessions are taken to have been from the start as the entry says;
     *   <li>a red flag bears no date, so whether it was followed up in time cannot be assessed on any day.
     * </ul>
     *
     * @param days ascending
     * @return as many; null where the episode does not go on after the day
     */
    public List<@Nullable PracticeVerdicts> asOf(List<Integer> days) {
        @Nullable PracticeVerdicts[] verdictsAsOf = new PracticeVerdicts[days.size()];
        PracticeAssessment latest = null;
        for (int i = 0;
                i < verdictsAsOf.length && days.get(i) < episode.followUp().days();
                i++) {
            if (latest != null && latest.knowsAsMuchOn(days.get(i), entries)) {
                verdictsAsOf[i] = verdictsAsOf[i - 1];
            } else if (isKnownWhole(days.get(i))) {
                verdictsAsOf[i] = asOfAnyDay(verdicts());
            } else {
                latest = onDay(days.get(i));
                verdictsAsOf[i] = latest.verdictsAsOf();
            }
        }
        return Arrays.asList(verdictsAsOf);
    }

    private PracticeAssessment onDay(int day) {
        List<TaggedEntry> begun = new ArrayList<>(entries.size());
        for (TaggedEntry entry : entries) {
            if (mayHaveBegun(entry, day)) {
                begun.add(entry);
            }
        }
        return new PracticeAssessment(episode, begun, rules, day);
    }

    private static boolean mayHaveBegun(TaggedEntry entry, int day) {
        return entry.startUnknown() || entry.entry().countsFromDay() <= day;
    }

    /** Whether by a day all treatments are known to have begun, and none that lasts gets longer: then nothing comes to it. */
    private boolean isKnownWhole(int day) {
        for (TaggedEntry entry : entries) {
            if (entry.startUnknown() || entry.entry().countsFromDay() > day) {
                return false;
            }
        }
        return (concerned & CHANGE_BY_THE_DAY) == 0;
    }

    /** Whether up to a later day no treatment begins, and none that lasts gets longer. */
    private boolean knowsAsMuchOn(int day, List<TaggedEntry> all) {
        int begun = 0;
        for (TaggedEntry entry : all) {
            begun += mayHaveBegun(entry, day) ? 1 : 0;
        }
        return begun == entries.size() && (concerned & CHANGE_BY_THE_DAY) == 0;
    }

    private PracticeVerdicts verdictsAsOf() {
        return PracticeVerdicts.of(concerned | ASKED_OF_EVERY_EPISODE, this::verdictAsOf);
    }

    private Verdict verdictAsOf(PracticeCheck check) {
        return switch (check) {
            case REST_AT_MOST_TWO_DAYS, RELAXANT_DURATION, COLD_FIRST, HEAT_NOT_BEFORE -> verdict(check);
            case SESSION_LENGTH, IBUPROFEN_DOSE, NAPROXEN_DOSE, RELAXANT_AFTER_NSAID -> known(verdict(check), check);
            case PROFESSIONAL_WHEN_CHRONIC -> professionalAsOf();
            case RED_FLAG_REFERRED -> redFlagReferredAsOf(verdict(check));
        };
    }

    /** What verdicts on a whole episode are as of a day on which all of it is known. */
    private static PracticeVerdicts asOfAnyDay(PracticeVerdicts whole) {
        PracticeCheck check = PracticeCheck.RED_FLAG_REFERRED;
        return whole.with(check, redFlagReferredAsOf(whole.verdict(check)));
    }

    private static Verdict redFlagReferredAsOf(Verdict verdict) {
        return verdict == Verdict.NOT_ELIGIBLE ? Verdict.NOT_ELIGIBLE : Verdict.NOT_ASSESSABLE;
    }

    /** The verdict, but that one which rests on an entry with an unknown start is in doubt. */
    private Verdict known(Verdict verdict, PracticeCheck check) {
        return verdict != Verdict.NOT_ELIGIBLE && anyStartUnknown(check) ? Verdict.NOT_ASSESSABLE : verdict;
    }

    private Verdict professionalAsOf() {
        if (!hasProfessional()) {
            return notDone();
        }
        for (TaggedEntry entry : entries) {
            if (entry.concerns(PracticeCheck.PROFESSIONAL_WHEN_CHRONIC) && !entry.startUnknown()) {
                return Verdict.KEPT;
            }
        }
        return Verdict.NOT_ASSESSABLE;
    }

    private Verdict verdict(PracticeCheck check) {
        return switch (check) {
            case REST_AT_MOST_TWO_DAYS -> Bout.atMost(rules.restDays(), bouts(mention -> mention.concerns(check)));
            case COLD_FIRST -> coldFirst();
            case HEAT_NOT_BEFORE -> heatNotBefore();
            case SESSION_LENGTH -> sessionLength();
            case IBUPROFEN_DOSE -> regimen(check, rules.ibuprofen());
            case NAPROXEN_DOSE -> regimen(check, rules.naproxen());
            case RELAXANT_DURATION -> relaxantDuration();
            case RELAXANT_AFTER_NSAID -> relaxantAfterNsaid();
            case PROFESSIONAL_WHEN_CHRONIC -> professional();
            case RED_FLAG_REFERRED -> redFlagReferred();
        };
    }

    /** The first use decides: one that is known to be soon enough settles it, whatever the others. */
    private Verdict coldFirst() {
        for (TaggedEntry entry : entries) {
            if (entry.concerns(PracticeCheck.COLD_FIRST) && startsWithin(entry, rules.coldWithinHours())) {
                return Verdict.KEPT;
            }
        }
        return anyStartUnknown(PracticeCheck.COLD_FIRST) ? Verdict.NOT_ASSESSABLE : Verdict.BROKEN;
    }

    private static boolean startsWithin(TaggedEntry entry, int hours) {
        Integer start = entry.entry().startDay();
        return start != null && start * HOURS_A_DAY <= hours;
    }

    private Verdict heatNotBefore() {
        Verdict verdict = Verdict.NOT_ELIGIBLE;
        for (TaggedEntry entry : entries) {
            if (entry.concerns(PracticeCheck.HEAT_NOT_BEFORE)) {
                verdict = verdict.and(notTooEarly(entry));
            }
        }
        return verdict;
    }

    private Verdict notTooEarly(TaggedEntry entry) {
        Integer start = entry.entry().startDay();
        if (start == null) {
            return Verdict.NOT_ASSESSABLE;
        }
        return start * HOURS_A_DAY >= rules.heatNotBeforeHours() ? Verdict.KEPT : Verdict.BROKEN;
    }

    /** "For 48 hours" says how long cold was used at all, not how long a session was. */
    private Verdict sessionLength() {
        Range limits = new Range(Double.MIN_VALUE, rules.sessionMinutes());
        return ofAll(PracticeCheck.SESSION_LENGTH, details -> {
            Range minutes = details.minutesASession();
            return minutes == null || minutes.least() >= MINUTES_A_DAY
                    ? Verdict.NOT_ASSESSABLE
                    : Verdict.within(limits, minutes);
        });
    }

    /** A wrong dose departs from the regimen however often it is taken, and a wrong interval whatever the dose. */
    private Verdict regimen(PracticeCheck check, Regimen regimen) {
        return ofAll(check, details -> within(regimen.doseMg(), details.doseMg())
                .and(within(regimen.everyHours(), everyHours(details))));
    }

    /** What must hold for each of the treatments that a check is about. */
    private Verdict ofAll(PracticeCheck check, Function<EntryDetails, Verdict> verdictOn) {
        Verdict verdict = Verdict.NOT_ELIGIBLE;
        for (TaggedEntry entry : entries) {
            if (entry.concerns(check)) {
                for (Mention mention : entry.reading().mentions()) {
                    verdict = mention.concerns(check) ? verdict.and(verdictOn.apply(mention.details())) : verdict;
                }
            }
        }
        return verdict;
    }

    private static Verdict within(Range limits, @Nullable Range value) {
        return value == null ? Verdict.NOT_ASSESSABLE : Verdict.within(limits, value);
    }

    /** Three times a day is every 8 hours. "As needed" says nothing, or leaves an "every 6 h" beside it as it is. */
    private static @Nullable Range everyHours(EntryDetails details) {
        Range timesADay = details.timesADay();
        return details.everyHours() != null || timesADay == null
                ? details.everyHours()
                : new Range(HOURS_A_DAY / timesADay.most(), HOURS_A_DAY / timesADay.least());
    }

    /** All relaxants together, for changing from one to another prolongs the course; carisoprodol on its own besides. */
    private Verdict relaxantDuration() {
        return Bout.atMost(rules.relaxantDays(), bouts(mention -> mention.has(MUSCLE_RELAXANT)))
                .and(Bout.atMost(rules.carisoprodolDays(), bouts(mention -> mention.substances()
                        .contains(Substance.CARISOPRODOL))));
    }

    /**
     * Any NSAID of the same day or before will do, also one that has ended. One text that names both begins both at a time,
     * and nothing begins before an NSAID of day 0. An NSAID in a gel is one. Who must not have an NSAID, and had none, is not asked for one.
     */
    private Verdict relaxantAfterNsaid() {
        List<TaggedEntry> nsaids = with(NSAID);
        if (nsaids.isEmpty()) {
            boolean mustNot = entries.stream()
                    .anyMatch(entry -> entry.reading().contraindicated().contains(NSAID));
            return mustNot ? Verdict.NOT_ELIGIBLE : notDone();
        }
        Verdict verdict = Verdict.NOT_ELIGIBLE;
        for (TaggedEntry entry : entries) {
            if (entry.concerns(PracticeCheck.RELAXANT_AFTER_NSAID)) {
                verdict = verdict.and(afterOneOf(nsaids, entry));
            }
        }
        return verdict;
    }

    private static Verdict afterOneOf(List<TaggedEntry> nsaids, TaggedEntry relaxant) {
        Integer begun = relaxant.entry().startDay();
        int earliest = relaxant.entry().countsFromDay();
        for (TaggedEntry nsaid : nsaids) {
            Integer start = nsaid.entry().startDay();
            if (relaxant.has(NSAID) || (start != null && start <= earliest)) {
                return Verdict.KEPT;
            }
        }
        return begun == null || nsaids.stream().anyMatch(TaggedEntry::startUnknown)
                ? Verdict.NOT_ASSESSABLE
                : Verdict.BROKEN;
    }

    private Verdict professional() {
        return hasProfessional() ? Verdict.KEPT : notDone();
    }

    /**
     * The same contacts as both guides send chronic cases to. A planned contact, or a medicine that mostly takes a prescriber (muscle
     * relaxants and opioids; some can be bought), leaves open whether somebody has seen the patient.
     */
    private Verdict redFlagReferred() {
        if (!RedFlags.any(episode.characteristics().redFlags())) {
            return Verdict.NOT_ELIGIBLE;
        }
        if (hasProfessional()) {
            return Verdict.KEPT;
        }
        boolean perhaps = (concerned & PracticeCheck.RELAXANT_AFTER_NSAID.bit()) != 0
                || !with(OPIOID).isEmpty()
                || entries.stream().anyMatch(entry -> PracticeCheck.PROFESSIONAL_WHEN_CHRONIC.tags().stream()
                        .anyMatch(entry.reading().planned()::contains));
        return perhaps ? Verdict.NOT_ASSESSABLE : notDone();
    }

    private boolean hasProfessional() {
        return (concerned & PracticeCheck.PROFESSIONAL_WHEN_CHRONIC.bit()) != 0;
    }

    private Verdict notDone() {
        for (TaggedEntry entry : entries) {
            if (entry.reading().unrecognised()) {
                return Verdict.NOT_ASSESSABLE;
            }
        }
        return Verdict.BROKEN;
    }

    private List<TaggedEntry> with(Tag tag) {
        List<TaggedEntry> found = new ArrayList<>(entries.size());
        for (TaggedEntry entry : entries) {
            if (entry.has(tag)) {
                found.add(entry);
            }
        }
        return found;
    }

    private List<Bout> bouts(Predicate<Mention> wanted) {
        List<Bout> bouts = new ArrayList<>();
        for (TaggedEntry entry : entries) {
            for (Mention mention : entry.reading().mentions()) {
                if (wanted.test(mention)) {
                    Bout bout = Bout.of(entry.entry(), mention.details());
                    bouts.add(lastDay == ALL_DAYS ? bout : bout.asOf(lastDay));
                }
            }
        }
        return bouts;
    }

    /** Whether the start is not known of an entry that a check is about. */
    private boolean anyStartUnknown(PracticeCheck check) {
        for (TaggedEntry entry : entries) {
            if (entry.startUnknown() && entry.concerns(check)) {
                return true;
            }
        }
        return false;
    }
}
