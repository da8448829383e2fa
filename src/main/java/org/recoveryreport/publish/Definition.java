package org.recoveryreport.publish;

import org.jspecify.annotations.Nullable;

/**
 * What a word or a picture of the report means.
 *
 * @param id its name in addresses, such as {@code became-chronic}
 * @param term the word
 * @param plain what it means, in a sentence for everybody
 * @param meaning exactly
 * @param source where the definition is from; null = this report's own
 */
public record Definition(
        String id,
        String term,
        String plain,
        String meaning,
        @Nullable String source) {}
