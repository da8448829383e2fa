package org.recoveryreport.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.recoveryreport.domain.tagging.TagCatalogue;

/**
 * Reads catalogues. A catalogue is a folder with up to three CSV files (UTF-8, first line with the columns):
 *
 * <ul>
 *   <li>{@code treatments.csv}: {@code tag, label, family, complexity, resources, setting, expected_outcome, ideal_use,
 *       source}
 *   <li>{@code phrases.csv}: {@code phrases, tags, kind, beside, source}; several phrases of a row are separated by
 *       {@code |}, several tags by blanks; an empty {@code kind} is {@code treatment}
 *   <li>{@code cues.csv}: {@code cues, role, reason, source}; the words of negation, plans and use
 * </ul>
 *
 * A clinic's folder extends the built-in catalogue: what it defines anew replaces the built-in row or phrase, a phrase of
 * the kind {@code remove} is no treatment any more. If the folder holds a file named {@value #REPLACE}, its treatments and phrases
 * stand alone (the built-in cues stay, since they are language).
 */
public final class CatalogueReader {
    /** A file of this name says that the built-in treatments and phrases do not count. */
    public static final String REPLACE = "replace-built-in";

    private static final List<String> FILES = List.of("treatments.csv", "phrases.csv", "cues.csv");

    private CatalogueReader() {}

    /** The catalogue that comes with the application. */
    public static TagCatalogue builtIn() {
        return BuiltIn.CATALOGUE;
    }

    /** Every step asks for it. */
    private static final class BuiltIn {
        static final TagCatalogue CATALOGUE = read();

        private static TagCatalogue read() {
            CatalogueBuilder builder = new CatalogueBuilder();
            readBuiltIn(builder, true);
            return builder.build("the built-in catalogue");
        }
    }

    /**
     * The built-in catalogue, extended or replaced by a clinic's.
     *
     * @throws CatalogueRefused if the folder holds no catalogue, or one with a mistake
     */
    public static TagCatalogue read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new CatalogueRefused("the catalogue " + folder + " is not a folder");
        }
        CatalogueBuilder builder = new CatalogueBuilder();
        readBuiltIn(builder, !Files.exists(folder.resolve(REPLACE)));
        checkNames(folder);
        for (String file : FILES) {
            Path path = folder.resolve(file);
            if (Files.exists(path)) {
                checkIsInside(path, folder);
                builder.startFile(path.toString());
                try (Reader reader = Files.newBufferedReader(path)) {
                    readInto(builder, file, path.toString(), reader);
                } catch (IOException e) {
                    throw new UncheckedIOException(path.toString(), e);
                }
            }
        }
        return builder.build(folder.toString());
    }

    private static void readBuiltIn(CatalogueBuilder builder, boolean treatmentsToo) {
        for (String file : treatmentsToo ? FILES : List.of("cues.csv")) {
            InputStream stream = CatalogueReader.class.getResourceAsStream(file);
            if (stream == null) {
                throw new IllegalStateException("the application lacks its catalogue: " + file);
            }
            builder.startFile(file);
            try (Reader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                readInto(builder, file, file, reader);
            } catch (IOException e) {
                throw new UncheckedIOException(file, e);
            }
        }
    }

    private static void readInto(CatalogueBuilder builder, String file, String name, Reader reader) {
        switch (file) {
            case "treatments.csv" ->
                CatalogueFile.rows(name, reader, CatalogueBuilder.TREATMENT_COLUMNS)
                        .forEach(builder::addTreatment);
            case "phrases.csv" ->
                CatalogueFile.rows(name, reader, CatalogueBuilder.PHRASE_COLUMNS)
                        .forEach(builder::addPhrases);
            default ->
                CatalogueFile.rows(name, reader, CatalogueBuilder.CUE_COLUMNS).forEach(builder::addCues);
        }
    }

    private static void checkIsInside(Path file, Path folder) {
        try {
            if (!file.toRealPath().startsWith(folder.toRealPath())) {
                throw new CatalogueRefused(
                        file + " is a link that leads out of the catalogue: put the file itself there");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static void checkNames(Path folder) {
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> paths = Files.list(folder)) {
            paths.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".csv"))
                    .forEach(names::add);
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
        if (names.isEmpty()) {
            throw new CatalogueRefused("the folder " + folder + " holds no catalogue: it needs one of " + FILES);
        }
        names.removeAll(FILES);
        if (!names.isEmpty()) {
            throw new CatalogueRefused(
                    folder.resolve(names.first()) + " is no file of a catalogue: name it as one of " + FILES);
        }
    }
}
