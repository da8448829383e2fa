package org.recoveryreport.publish;

import org.jspecify.annotations.Nullable;

/**
 * What a word of the report means.
 *
 * @param term the word
 * @param meaning in plain language
 * @param source where the definition is from; null = this report's own
 */
public record Definition(
        String term, String meaning, @Nullable String source) {}
