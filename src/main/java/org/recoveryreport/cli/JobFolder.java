package org.recoveryreport.cli;

import static org.recoveryreport.cli.CommandFailure.refused;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jberet.spi.JobXmlResolver;
import org.jspecify.annotations.Nullable;

/**
 * The application's {@code jobs/} folder: a clinic's own job definitions stand there beside ours. A name cannot leave the
 * folder.
 *
 * @param path null where the application does not run from its folder; then only the built-in job is there
 */
record JobFolder(@Nullable Path path) implements JobXmlResolver {
    /** The job that ships with the application. */
    static final String BUILT_IN = "recovery-report";

    private static final String EXTENSION = ".xml";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /** The folder of this installation, which the start script names. */
    static JobFolder ofInstallation() {
        String home = System.getProperty("recovery-report.home");
        return new JobFolder(home == null ? null : Path.of(home).resolve("jobs"));
    }

    /** The names of the jobs that can be run, sorted. */
    Collection<String> names() {
        TreeSet<String> names = new TreeSet<>(List.of(BUILT_IN));
        if (path != null && Files.isDirectory(path)) {
            try (Stream<Path> files = Files.list(path)) {
                files.filter(this::isInside)
                        .map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(EXTENSION))
                        .map(name -> name.substring(0, name.length() - EXTENSION.length()))
                        .filter(name -> NAME.matcher(name).matches())
                        .forEach(names::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names;
    }

    /** Whether a file is really there, and no link leads elsewhere. */
    private boolean isInside(Path file) {
        try {
            return path != null
                    && Files.isRegularFile(file)
                    && file.toRealPath().startsWith(path.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fingerprint of a job's definition. */
    String fingerprint(String name) {
        try (InputStream own = resolveJobXml(name, JobFolder.class.getClassLoader());
                InputStream definition = own != null ? own : builtIn(name)) {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(definition.readAllBytes());
            return HexFormat.of().formatHex(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream builtIn(String name) {
        InputStream definition =
                JobFolder.class.getClassLoader().getResourceAsStream("META-INF/batch-jobs/" + name + EXTENSION);
        return definition == null ? InputStream.nullInputStream() : definition;
    }

    @Override
    public @Nullable InputStream resolveJobXml(String jobXml, ClassLoader classLoader) throws IOException {
        String name = jobXml.endsWith(EXTENSION) ? jobXml.substring(0, jobXml.length() - EXTENSION.length()) : jobXml;
        if (path == null || !NAME.matcher(name).matches()) {
            return null;
        }
        Path file = path.resolve(name + EXTENSION);
        if (!isInside(file)) {
            return null;
        }
        byte[] definition = Files.readAllBytes(file);
        checkIsPlain(definition, file);
        return new ByteArrayInputStream(definition);
    }

    /** A document type could read other files, or define entities that grow without bound; no job needs one. */
    private static void checkIsPlain(byte[] definition, Path file) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(definition));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.DTD) {
                    throw refused(file + " has a document type (<!DOCTYPE …>): remove it from the job definition.");
                }
            }
        } catch (XMLStreamException e) {
            throw refused(file + " is no XML from line " + e.getLocation().getLineNumber() + " on: correct it.");
        }
    }

    @Override
    public Collection<String> getJobXmlNames(ClassLoader classLoader) {
        return names().stream().map(name -> name + EXTENSION).toList();
    }

    @Override
    public @Nullable String resolveJobName(String jobXml, ClassLoader classLoader) {
        return null;
    }
}
