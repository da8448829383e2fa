package org.recoveryreport.domain.episode;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A 64-bit digest of an episode's content. The sum over episodes identifies a set of them whatever their order and
 * files; it tells whether the input is the same as last time, and is no protection against somebody who wants to forge
 * one. Within an episode the order of the treatments does not matter either.
 *
 * <p>Method: FNV-1a (Fowler, Noll, Vo; RFC 9923) over the fields, then the finalizer of SplitMix64 (Steele, Lea and Flood
 * 2014, doi:10.1145/2714064.2660195).
 */
public final class Fingerprint {
    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    /** Ends a field; cannot occur in one, since control characters are rejected. */
    private static final char FIELD_END = '\u0001';

    private Fingerprint() {}

    /** The digest of one episode. */
    public static long of(Episode episode) {
        long identity = field(
                field(OFFSET_BASIS, episode.key().value()), episode.patient().value());
        Characteristics facts = episode.characteristics();
        long h = number(
                number(identity, episode.onset().scale() == TimeScale.CALENDAR ? 1 : 2),
                episode.onset().day());
        h = number(number(h, episode.followUp().days()), episode.followUp().recovered() ? 1 : 0);
        h = number(h, episode.startedAfterEnd());
        h = field(field(field(h, facts.ageBand()), facts.sex()), facts.site());
        h = number(h, facts.severity());
        h = fields(h, facts.redFlags());
        long sum = mix(h);
        for (TreatmentEntry entry : episode.treatments()) {
            sum += mix(number(number(field(identity, entry.text()), entry.startDay()), entry.endDay()));
        }
        return sum;
    }

    private static long fields(long h, List<String> values) {
        long result = h;
        for (String value : values) {
            result = field(result, value);
        }
        return result;
    }

    private static long field(long h, @Nullable String value) {
        long result = h;
        if (value != null) {
            for (int i = 0; i < value.length(); i++) {
                result = (result ^ value.charAt(i)) * PRIME;
            }
        }
        return (result ^ FIELD_END) * PRIME;
    }

    private static long number(long h, @Nullable Integer value) {
        return ((value == null ? h ^ FIELD_END : h ^ value ^ (1L << 40)) * PRIME ^ FIELD_END) * PRIME;
    }

    private static long mix(long h) {
        long z = (h ^ (h >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
