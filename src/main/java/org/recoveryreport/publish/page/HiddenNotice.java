package org.recoveryreport.publish.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.Audit;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.domain.study.StudySettings;
import org.recoveryreport.domain.study.TreatmentNames;
import org.recoveryreport.publish.Definitions;
import org.recoveryreport.publish.PageNumber;

/**
 * What the report does not show, and why.
 *
 * @param key what the field says that is drawn in place of a number; null = every number may be shown
 * @param sentences for everybody, in reading order; whatever else is to be said of hidden figures has its place here
 */
record HiddenNotice(@Nullable Key key, List<String> sentences) {
    /**
     * The explanation of a mark.
     *
     * @param mark the mark
     * @param meaning what it stands for
     */
    record Key(String mark, String meaning) {}

    static HiddenNotice of(StudyResult result) {
        List<String> sentences = new ArrayList<>();
        sentences.add(Definitions.hidden(result.settings()));
        result.landmarks().stream()
                .filter(row -> row.landmarkDays() == result.settings().landmarkDays()
                        && row.combination().equals(TreatmentNames.OTHER))
                .findFirst()
                .ifPresent(row ->
                        sentences.add("Combinations too rare to be shown stand together as " + TreatmentNames.OTHER
                                + ": " + PageNumber.counted(row.episodes(), "episode") + " of those compared."));
        Audit audit = result.audit();
        if (audit != null) {
            sentences.add(audited(audit));
        }
        if (!result.earlier().isEmpty()) {
            int stay = result.earlier().size();
            sentences.add((stay == 1
                            ? "1 count stays as an earlier report showed it, or is not shown: fewer than "
                            : PageNumber.count((long) stay)
                                    + " counts stay as an earlier report showed them, or are not shown: fewer than ")
                    + result.settings().minCellCount()
                    + " episodes have changed since, and who has both reports could tell how many.");
        }
        return new HiddenNotice(key(result.settings()), sentences);
    }

    private static @Nullable Key key(StudySettings settings) {
        return settings.everyCountMayBeShown()
                ? null
                : new Key(
                        PageNumber.HIDDEN,
                        "Not shown: a number from 1 to " + (settings.minCellCount() - 1)
                                + ", or one that would give such a number away.");
    }

    private static String audited(Audit audit) {
        Long narrowest = audit.narrowest();
        return "Before this report was published its " + PageNumber.count((long) audit.cells())
                + " counts, with those that follow from them, were checked against each other"
                + (narrowest == null
                        ? ": everything may be shown."
                        : ": each of the " + PageNumber.count((long) audit.hidden())
                                + " that are hidden could still be any of at least " + PageNumber.count(narrowest + 1)
                                + " numbers.");
    }
}
