package org.recoveryreport.domain.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.recoveryreport.catalogue.CatalogueReader;

/** Measures the tagger against the gold set, and prints exact match, micro-F1 and the figures of each tag. */
class GoldSetTest {
    private static final class Counts {
        private int right;
        private int wrong;
        private int missed;

        double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        double recall() {
            return right + missed == 0 ? 1 : (double) right / (right + missed);
        }

        double f1() {
            return right == 0 ? 0 : 2.0 * right / (2.0 * right + wrong + missed);
        }
    }

    @Test
    void theGoldSetIsTaggedAsACarefulHumanCoderWould() {
        Tagger tagger = new Tagger(CatalogueReader.builtIn());
        List<GoldSet.Example> examples = GoldSet.read("/tagging/gold.csv");
        SortedMap<String, Counts> byTag = new TreeMap<>();
        Counts all = new Counts();
        List<String> mistakes = new ArrayList<>();
        for (GoldSet.Example example : examples) {
            SortedSet<String> found = GoldSet.names(tagger.tag(example.text()));
            count(example.tags(), found, byTag, all);
            if (!found.equals(example.tags())) {
                mistakes.add(example.text() + ": expected " + example.tags() + ", found " + found);
            }
        }
        double exact = 1 - (double) mistakes.size() / examples.size();
        print(examples.size(), exact, all, byTag);
        assertThat(examples).hasSizeGreaterThan(2_000);
        assertThat(exact).as("exact match; %s", mistakes).isEqualTo(1);
        assertThat(all.f1()).as("micro-F1; %s", mistakes).isEqualTo(1);
    }

    private static void count(
            SortedSet<String> expected, SortedSet<String> found, SortedMap<String, Counts> byTag, Counts all) {
        for (String tag : found) {
            Counts counts = byTag.computeIfAbsent(tag, key -> new Counts());
            if (expected.contains(tag)) {
                counts.right++;
                all.right++;
            } else {
                counts.wrong++;
                all.wrong++;
            }
        }
        for (String tag : expected) {
            if (!found.contains(tag)) {
                byTag.computeIfAbsent(tag, key -> new Counts()).missed++;
                all.missed++;
            }
        }
    }

    private static void print(int texts, double exact, Counts all, SortedMap<String, Counts> byTag) {
        StringBuilder report = new StringBuilder();
        report.append(String.format(
                Locale.ROOT, "Tagging of %d texts: exact match %.4f, micro-F1 %.4f%n", texts, exact, all.f1()));
        report.append(String.format(Locale.ROOT, "%-20s %9s %9s %9s %5s%n", "tag", "precision", "recall", "F1", "n"));
        byTag.forEach((tag, counts) -> report.append(String.format(
                Locale.ROOT,
                "%-20s %9.4f %9.4f %9.4f %5d%n",
                tag,
                counts.precision(),
                counts.recall(),
                counts.f1(),
                counts.right + counts.missed)));
        System.out.print(report);
    }
}
