package org.recoveryreport.publish.page;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recoveryreport.publish.Definition;
import org.recoveryreport.publish.PageNumber;

/**
 * The page templates beside this class, in Mustache. Whatever a template inserts with {@code {{name}}} is escaped; only this
 * application's own SVG, styles and scripts are inserted as they are.
 *
 * <p>The templates of the longest tables name no value within another one ({@code {{median.estimate}}}), for such a name is
 * parsed anew in every row.
 */
final class HtmlTemplate {
    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .strictSections(true)
            .withEscaper(HtmlTemplate::escaped)
            .withLoader(name -> new InputStreamReader(open(name + ".html"), StandardCharsets.UTF_8));

    private HtmlTemplate() {}

    private static String escaped(String text) {
        if (isPlain(text)) {
            return text;
        }
        String escaped = Escapers.HTML.escape(text);
        return covered(covered(escaped, "a hidden number"), "hidden");
    }

    /** Keeps the word for a hidden number for screen readers; others see the field drawn in its place. */
    private static String covered(String text, String word) {
        return text.replace(
                word + PageNumber.HIDDEN_MARK,
                "<span class=\"covered\"><span class=\"unseen\">" + word + "</span></span>");
    }

    /** Whether there is surely nothing to escape, as in most of the hundred thousand cells of a large page. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (!Character.isLetterOrDigit(letter) && " .,+-%()\u2212\u2013".indexOf(letter) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The template filled in with the values of a record. */
    static String render(String name, Record values) {
        return compiled(name).execute(values);
    }

    /**
     * The template of a table's rows, to be filled in row by row: joined, they equal what it makes of all rows at once.
     *
     * @param row the values of something that has a row
     */
    static <F> Function<F, String> ofRow(String name, Function<F, ? extends Record> row) {
        Template template = compiled(name);
        return figure -> template.execute(new Rows(List.of(row.apply(figure))));
    }

    private record Rows(List<Record> rows) {}

    private static Template compiled(String name) {
        try (Reader template = new InputStreamReader(open(name + ".html"), StandardCharsets.UTF_8)) {
            return COMPILER.compile(template);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the template " + name, e);
        }
    }

    /** By definition: a button, to stand behind what it explains, that shows the definition without a script. */
    static Map<String, String> what(List<Definition> definitions) {
        return definitions.stream()
                .collect(Collectors.toMap(
                        Definition::id,
                        definition -> "<button type=\"button\" class=\"what\" popovertarget=\"what-" + definition.id()
                                + "\" aria-label=\"What is this: " + definition.term() + "\"></button>"));
    }

    /** A style sheet beside this class. */
    static String style(String name) {
        return text(name + ".css");
    }

    /** Scripts beside this class as one, in which each sees those before it and pages see nothing. */
    static String script(String... names) {
        return Stream.of(names)
                .map(name -> text(name + ".js"))
                .collect(Collectors.joining("\n", "(() => {\n'use strict';\n", "})();\n"));
    }

    private static String text(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /**
     * The hash by which a content security policy allows a style sheet or script; nothing else may then run or load.
     */
    static String contentHash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    private static InputStream open(String name) {
        InputStream in = HtmlTemplate.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("the application lacks its " + name);
        }
        return in;
    }
}
