package org.recoveryreport.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.catalogue.CatalogueReader;
import org.recoveryreport.catalogue.CatalogueRefused;
import org.recoveryreport.domain.tagging.TagCatalogue;
import org.recoveryreport.domain.tagging.Tagger;
import org.recoveryreport.domain.tagging.Tagging;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what the tagger reads in texts, and why. */
@Command(
        name = "tag",
        mixinStandardHelpOptions = true,
        description = "Shows for each text the tags, the words that earned them, and what was found but not counted.")
public final class TagCommand implements Callable<Integer> {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Write a JSON array with one object per text.")
    private boolean json;

    @Option(names = "--file", paramLabel = "FILE", description = "Read texts from a file, one per line; - is stdin.")
    private @Nullable String file;

    @Option(
            names = "--catalogue",
            paramLabel = "DIR",
            description = "Folder of a catalogue that extends or replaces the built-in one.")
    private @Nullable Path catalogue;

    @Parameters(arity = "0..*", paramLabel = "TEXT", description = "Texts as they stand in a log.")
    private List<String> texts = new ArrayList<>();

    private final InputStream standardInput;

    public TagCommand() {
        this(System.in);
    }

    TagCommand(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (texts.isEmpty() && file == null) {
            err.println("Nothing to tag: name a TEXT, or a file with --file FILE.");
            return ExitCode.REFUSED;
        }
        try {
            TagCatalogue treatments = catalogue == null ? CatalogueReader.builtIn() : CatalogueReader.read(catalogue);
            List<Tagging> taggings = tagAll(new Tagger(treatments), allTexts());
            write(treatments, taggings);
            return ExitCode.DONE;
        } catch (CatalogueRefused e) {
            err.println(e.getMessage());
        } catch (IOException e) {
            err.println("Cannot read " + file + ": it must be a readable text file in UTF-8.");
        }
        err.flush();
        return ExitCode.REFUSED;
    }

    private void write(TagCatalogue treatments, List<Tagging> taggings) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            TaggingJson.write(taggings, out);
        } else {
            CommandLine.Help.ColorScheme colours = spec.commandLine().getColorScheme();
            TaggingText text = new TaggingText(colours.ansi(), treatments);
            taggings.forEach(tagging -> out.print(text.of(tagging)));
        }
        out.flush();
    }

    private static List<Tagging> tagAll(Tagger tagger, List<String> texts) {
        return texts.stream().map(tagger::tag).toList();
    }

    private List<String> allTexts() throws IOException {
        List<String> all = new ArrayList<>(texts);
        if (file != null) {
            try (BufferedReader reader = file.equals("-")
                    ? new BufferedReader(new InputStreamReader(standardInput, StandardCharsets.UTF_8))
                    : Files.newBufferedReader(Path.of(file))) {
                reader.lines().forEach(all::add);
                int first = texts.size();
                if (all.size() > first && all.get(first).startsWith(BYTE_ORDER_MARK)) {
                    all.set(first, all.get(first).substring(BYTE_ORDER_MARK.length()));
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        return all;
    }
}
