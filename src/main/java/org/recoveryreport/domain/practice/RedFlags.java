package org.recoveryreport.domain.practice;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which texts of a log's red flags are one. Whatever a clinic writes there is, unless it says that there is none: "none",
 * "n/a", "no fever", "denies numbness". A "no" that is itself the sign, as in "no better after a week of home care" or "no
 * feeling in the leg", does not say so.
 */
final class RedFlags {
    private static final Pattern NONE = Pattern.compile(
            "(none|nil|no|n|n ?/ ?a|na|not applicable|false|0|negative|absent"
                    + "|clear|unknown|not known|not asked|not given|keine?|aucune?|ninguna|nessuna|[-\\u2013?.]*)( known| given)?");
    private static final Pattern SAYS_NO =
            Pattern.compile("(no|not any|without|denies|denied|negative for|never)\\b.*");
    private static final Pattern NO_IS_THE_SIGN = Pattern.compile(
            "no (better|longer|improve|improvement|relief|change|progress|control|feeling|sensation|strength|power|reflex"
                    + "|movement|bladder control|bowel control)\\b.*");

    private RedFlags() {}

    static boolean any(List<String> texts) {
        return !texts.isEmpty() && texts.stream().anyMatch(RedFlags::isOne);
    }

    private static boolean isOne(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        return !NONE.matcher(plain).matches()
                && (!SAYS_NO.matcher(plain).matches()
                        || NO_IS_THE_SIGN.matcher(plain).matches());
    }
}
