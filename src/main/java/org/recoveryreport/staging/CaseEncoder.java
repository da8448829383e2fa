package org.recoveryreport.staging;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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
    private static final int AT_A_TIME = 64;

    private final int landmarks;
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
        this.landmarks = landmarks;
        rowBytes = CaseRows.width(landmarks);
    }

    /**
     * What a chunk is made of.
     *
     * @param items how many
     * @param rows of the log
     * @param rejections those among the items, by their position
     */
    record Chunk(int items, long rows, SortedMap<Integer, StagedRejections> rejections) {}

    /**
     * Encodes a chunk in place of the one before, part by part for a few items at a time: the items are many and lie far apart,
     * and what a short loop asks of each of them is fetched for several together.
     */
    Chunk encode(List<? extends StagedItem> items) {
        clear(items.size());
        CaseTotals totals = new CaseTotals();
        SortedMap<Integer, StagedRejections> rejections = new TreeMap<>();
        long rowsOfLog = 0;
        for (int from = 0; from < items.size(); from += AT_A_TIME) {
            int to = Math.min(from + AT_A_TIME, items.size());
            for (int item = from; item < to; item++) {
                rowsOfLog += items.get(item).rows();
                if (items.get(item) instanceof StagedCase staged) {
                    totals.add(staged);
                    encodeKeys(item, staged);
                } else if (items.get(item) instanceof StagedRejections rejected) {
                    rejections.put(item, rejected);
                    encodeKey(item, rejected);
                }
            }
            for (int item = from; item < to; item++) {
                encodeRow(items.get(item));
            }
            for (int item = from; item < to; item++) {
                if (items.get(item) instanceof StagedCase staged) {
                    encodeDetails(item, staged);
                }
                ids.four((item + 1) * Integer.BYTES, ids.size());
            }
        }
        episodes.end();
        patients.end();
        writeTables();
        writeIndex(totals);
        return new Chunk(items.size(), rowsOfLog, rejections);
    }

    /** Appends the cases of the chunk that was encoded last, in one block; the items keep their numbers. */
    void append(Chunk chunk, BlockFile file) {
        file.append(
                chunk.items(),
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

    private void encodeKey(int item, StagedRejections rejected) {
        String id = rejected.episodeId();
        if (id != null) {
            pseudonym.take(id);
            episodes.add(pseudonym.high(), pseudonym.low(), 2 * item + 1);
        }
    }

    private void encodeKeys(int item, StagedCase staged) {
        staged.addEpisodeTo(episodes, 2 * item);
        staged.addPatientTo(patients, item);
        patients.add(staged.onsetDay());
        patients.add(staged.ending());
    }

    private void encodeRow(StagedItem item) {
        if (item instanceof StagedCase staged) {
            rows.four(staged.onsetDay());
            rows.four(staged.ending());
            rows.four(kinds.number(staged.exposure(), staged.exposureHash(), strata.number(staged.stratum())));
            rows.four(staged.practice());
            for (int position = 0; position < landmarks; position++) {
                rows.four(staged.practiceAtLandmark(position));
            }
        } else {
            int row = rows.size();
            rows.room(rowBytes);
            rows.four(row + CaseRows.ENDING, CaseRows.NO_CASE);
        }
    }

    private void encodeDetails(int item, StagedCase staged) {
        details.number(staged.entries());
        details.number(staged.withoutStart());
        details.number(staged.startedAfterEnd());
        details.number(staged.unrecognised().size());
        details.fixed(staged.fingerprint());
        details.number(sources.number(staged.source()));
        details.number(staged.firstLine());
        details.number(staged.rows());
        details.number(steps.number(staged.steps()));
        for (String text : staged.unrecognised()) {
            unrecognised.number(item);
            unrecognised.text(text);
        }
        ids.bytes(staged.episodeId());
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
