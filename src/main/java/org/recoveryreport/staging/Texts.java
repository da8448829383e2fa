package org.recoveryreport.staging;

import java.util.LinkedHashMap;
import java.util.Map;

/** Numbers texts in the order in which they first appear; that of the text before is known without a look-up. */
final class Texts {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private String last = "";
    private int lastNumber;

    void clear() {
        numbers.clear();
    }

    int number(String text) {
        if (numbers.isEmpty() || !text.equals(last)) {
            lastNumber = numbers.computeIfAbsent(text, any -> numbers.size());
            last = text;
        }
        return lastNumber;
    }

    void write(ByteSink sink) {
        sink.number(numbers.size());
        numbers.keySet().forEach(sink::text);
    }

    static String[] read(ByteSource bytes) {
        String[] texts = new String[bytes.smallNumber()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = bytes.text();
        }
        return texts;
    }
}
