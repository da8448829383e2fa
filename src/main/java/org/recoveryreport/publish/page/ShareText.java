package org.recoveryreport.publish.page;

import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.Rounding;
import org.recoveryreport.domain.study.StudySettings;
import org.recoveryreport.publish.PageNumber;

/** Shares of a group, which are hidden where it is too small. */
final class ShareText {
    private ShareText() {}

    /**
     * In whole percent.
     *
     * @param share null = not known, or hidden
     * @param episodes of the group
     */
    static String of(@Nullable Double share, long episodes, StudySettings settings) {
        boolean hidden = share == null && new Rounding(settings.minCellCount()).hidesShares(episodes);
        return hidden ? PageNumber.HIDDEN : PageNumber.percent(share);
    }
}
