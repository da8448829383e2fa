package org.recoveryreport.staging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.episode.Episode;
import org.recoveryreport.domain.episode.FollowUp;
import org.recoveryreport.domain.episode.TimeScale;
import org.recoveryreport.domain.practice.PracticeVerdicts;

/**
 * Writes the cases of a chunk as a block that {@link CaseBlock} reads. A block is complete in itself: what many of its
 * cases have in common, such as treatments, stands in it once and is referred to by number.
 *
 * <p>What is counted stands in rows of one width, in the order of the log; what is asked of few cases stands behind them. Apart
 * from them stand the pseudonyms of all episodes, rejected ones included, and those of the patients with what makes their
 * histories, by {@linkplain Pseudonym#bucket bucket}: so that whoever looks for the same pseudonym in all blocks needs to hold
 * a bucket only, and not the log.
 */
final class CaseEncoder {
    private final int rowBytes;
    private final Pseudonym pseudonym = new Pseudonym();
    private final Keys episodes = new Keys();
    private final Keys patients = new Keys();
    private final Kinds kinds = new Kinds();
    private final Texts strata = new Texts();
    private final Texts sources = new Texts();
    private final Texts steps = new Texts();
    private final ByteSink index = new ByteSink();
    private final ByteSink tables = new ByteSink();
    private final ByteSink rows = new ByteSink();
    private final ByteSink details = new ByteSink();
    private final ByteSink unrecognised = new ByteSink();
    private final ByteSink ids = new ByteSink();

    CaseEncoder(int landmarks) {
        rowBytes = CaseRows.width(landmarks);
    }

    /** Appends the cases among the items, in one block; the items keep their numbers. */
    void append(List<StagedItem> items, BlockFile file) {
        clear(items.size());
        CaseTotals totals = new CaseTotals();
        int i = 0;
        for (StagedItem item : items) {
            @Nullable StagedCase staged = item instanceof StagedCase one ? one : null;
            String id = item.episodeId();
            if (id != null) {
                pseudonym.take(id);
                episodes.add(pseudonym, 2 * i + (staged == null ? 1 : 0));
            }
            if (staged == null) {
                rows.room(rowBytes);
                rows.four(i * rowBytes + CaseRows.ENDING, CaseRows.NO_CASE);
            } else {
                totals.add(staged);
                encode(i, staged);
            }
            i++;
            ids.four(i * Integer.BYTES, ids.size());
        }
        episodes.end();
        patients.end();
        writeTables();
        writeIndex(totals);
        file.append(
                items.size(),
                index.buffer(),
                episodes.buffer(),
                patients.buffer(),
                tables.buffer(),
                rows.buffer(),
                details.buffer(),
                unrecognised.buffer(),
                ids.buffer());
    }

    private void clear(int items) {
        episodes.clear(CaseBlock.EPISODE_BYTES, items);
        patients.clear(CaseBlock.PATIENT_BYTES, items);
        kinds.clear();
        List.of(strata, sources, steps).forEach(Texts::clear);
        List.of(index, tables, rows, details, unrecognised, ids).forEach(ByteSink::clear);
        // where each id ends, and before that where the first one begins
        ids.room((items + 1) * Integer.BYTES);
        ids.four(0, ids.size());
    }

    private void encode(int item, StagedCase staged) {
        Episode episode = staged.episode();
        int ending = ending(staged);
        pseudonym.take(episode.patient().value());
        patients.add(pseudonym, item);
        patients.add(episode.onset().day());
        patients.add(ending);
        rows.four(episode.onset().day());
        rows.four(ending);
        rows.four(kinds.number(staged.exposure(), strata.number(staged.stratum())));
        rows.four(staged.practice().code());
        for (PracticeVerdicts known : staged.practiceAtLandmark()) {
            rows.four(known == null ? CaseRows.NOTHING_KNOWN : known.code());
        }
        details.number(staged.entries());
        details.number(staged.withoutStart());
        details.number(episode.startedAfterEnd());
        details.number(staged.unrecognised().size());
        details.fixed(staged.fingerprint());
        details.number(sources.number(staged.origin().source()));
        details.number(staged.origin().firstLine());
        details.number(staged.origin().rows());
        details.number(steps.number(staged.origin().steps()));
        for (String text : staged.unrecognised()) {
            unrecognised.number(item);
            unrecognised.text(text);
        }
        ids.bareText(staged.episodeId());
    }

    private static int ending(StagedCase staged) {
        FollowUp followUp = staged.episode().followUp();
        boolean isDate = staged.episode().onset().scale() == TimeScale.CALENDAR;
        return CaseRows.ending(followUp, isDate, staged.withoutHistory());
    }

    private void writeTables() {
        List.of(strata, sources, steps).forEach(texts -> texts.write(tables));
        kinds.write(tables);
    }

    private void writeIndex(CaseTotals totals) {
        // its own length, which is known at the end
        index.four(0);
        index.four(tables.size());
        index.four(rows.size());
        index.four(details.size());
        index.four(unrecognised.size());
        episodes.writeEnds(index);
        patients.writeEnds(index);
        totals.write(index);
        index.four(0, index.size());
    }
}
