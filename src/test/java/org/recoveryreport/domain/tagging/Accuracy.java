package org.recoveryreport.domain.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** How a tagger's tags compare with those of careful human coders: exact match, micro-F1, and the figures of each tag. */
final class Accuracy {
    private final SortedMap<String, Counts> byTag = new TreeMap<>();
    private final Counts all = new Counts();
    private final List<String> mistakes = new ArrayList<>();
    private final int texts;

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

    Accuracy(Tagger tagger, List<GoldSet.Example> examples) {
        texts = examples.size();
        for (GoldSet.Example example : examples) {
            SortedSet<String> found = GoldSet.names(tagger.tag(example.text()));
            count(example.tags(), found);
            if (!found.equals(example.tags())) {
                mistakes.add(example.text() + ": expected " + example.tags() + ", found " + found);
            }
        }
    }

    /** Share of the texts whose tags are exactly those of the coders. */
    double exact() {
        return 1 - (double) mistakes.size() / texts;
    }

    /** Over all tags together. */
    double f1() {
        return all.f1();
    }

    List<String> mistakes() {
        return mistakes;
    }

    private void count(SortedSet<String> expected, SortedSet<String> found) {
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

    void print(String name) {
        StringBuilder report = new StringBuilder();
        report.append(String.format(
                Locale.ROOT,
                "Tagging of %d texts (%s): exact match %.4f, micro-F1 %.4f%n",
                texts,
                name,
                exact(),
                f1()));
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
