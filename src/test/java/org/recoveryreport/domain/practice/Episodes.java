package org.recoveryreport.domain.practice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.catalogue.CatalogueReader;
import org.recoveryreport.domain.episode.Characteristics;
import org.recoveryreport.domain.episode.Episode;
import org.recoveryreport.domain.episode.EpisodeKey;
import org.recoveryreport.domain.episode.FollowUp;
import org.recoveryreport.domain.episode.Onset;
import org.recoveryreport.domain.episode.PatientKey;
import org.recoveryreport.domain.episode.TimeScale;
import org.recoveryreport.domain.episode.TreatmentEntry;
import org.recoveryreport.domain.tagging.TagCatalogue;
import org.recoveryreport.domain.tagging.Tagger;

/** Assesses episodes written as "ice pack @0..3 | rest @?..": text, first day, last day. */
final class Episodes {
    private static final Pattern ENTRY = Pattern.compile("(.*) @(\\?|\\d+)\\.\\.(\\d*)");
    private static final TagCatalogue CATALOGUE = CatalogueReader.builtIn();
    private static final Tagger TAGGER = new Tagger(CATALOGUE);
    private static final TreatmentReader READER = new TreatmentReader(TAGGER, CATALOGUE);

    private Episodes() {}

    static PracticeVerdicts assess(@Nullable String treatments, @Nullable String redFlags, PracticeRules rules) {
        List<TaggedEntry> entries = entries(treatments);
        return PracticeAssessment.of(episode(entries, redFlags), entries, rules).verdicts();
    }

    static PracticeVerdicts assessAsOf(int day, @Nullable String treatments, @Nullable String redFlags) {
        return assessAsOf(List.of(day), treatments, redFlags).get(0);
    }

    static List<@Nullable PracticeVerdicts> assessAsOf(
            List<Integer> days, @Nullable String treatments, @Nullable String redFlags) {
        List<TaggedEntry> entries = entries(treatments);
        return PracticeAssessment.of(episode(entries, redFlags), entries, PracticeRules.GUIDE_A)
                .asOf(days);
    }

    private static List<TaggedEntry> entries(@Nullable String treatments) {
        List<TaggedEntry> entries = new ArrayList<>();
        if (treatments != null) {
            for (String treatment : treatments.split(" \\| ", -1)) {
                TreatmentEntry entry = entry(treatment);
                entries.add(new TaggedEntry(entry, READER.read(TAGGER.tag(entry.text()))));
            }
        }
        return entries;
    }

    private static Episode episode(List<TaggedEntry> entries, @Nullable String redFlags) {
        List<String> flags = redFlags == null ? List.of() : Arrays.asList(redFlags.split(";", -1));
        return new Episode(
                new EpisodeKey("E1"),
                new PatientKey("P1"),
                new Onset(TimeScale.STUDY_DAY, 0),
                new FollowUp(120, true),
                entries.stream().map(TaggedEntry::entry).toList(),
                0,
                new Characteristics(null, null, null, null, flags));
    }

    private static TreatmentEntry entry(String written) {
        Matcher matcher = ENTRY.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(written);
        }
        String start = matcher.group(2);
        String end = matcher.group(3);
        return new TreatmentEntry(
                matcher.group(1),
                start.equals("?") ? null : Integer.valueOf(start),
                end.isEmpty() ? null : Integer.valueOf(end));
    }
}
