package org.recoveryreport.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a PostgreSQL database: a properties file with {@code url}, {@code user}, {@code password} and whatever else
 * the driver takes, such as {@code sslmode}. A password may also come from the environment variable PGPASSWORD or from the
 * driver's password file; it is never on the command line, and never told.
 */
final class PostgresSettings {
    private static final String URL = "jdbc:postgresql:";
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final String url;
    private final Properties driver;

    private PostgresSettings(String url, Properties driver) {
        this.url = url;
        this.driver = driver;
    }

    /** Reads the file; what cannot be used is refused in a sentence. */
    static PostgresSettings read(Path file, @Nullable String passwordOfEnvironment) {
        Properties driver = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            driver.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw refused("cannot be read: it has to be a properties file with url, user and password.", file);
        }
        Object url = driver.remove("url");
        if (!(url instanceof String text) || !text.startsWith(URL)) {
            throw refused("has no url that begins with " + URL, file);
        }
        if ((driver.containsKey("password") || text.contains("password=")) && isOpenToOthers(file)) {
            throw refused("holds a password, and others may read it: chmod 600 " + file + ".", file);
        }
        if (passwordOfEnvironment != null) {
            driver.putIfAbsent("password", passwordOfEnvironment);
        }
        driver.putIfAbsent("ApplicationName", "recovery-report");
        driver.putIfAbsent("tcpKeepAlive", "true");
        driver.putIfAbsent("connectTimeout", "10");
        driver.putIfAbsent("socketTimeout", "60");
        return new PostgresSettings(text, driver);
    }

    String url() {
        return url;
    }

    /** For the driver. */
    Properties driver() {
        Properties copy = new Properties();
        copy.putAll(driver);
        return copy;
    }

    /** Without what is secret. */
    @Override
    public String toString() {
        return url.replaceAll("\\?.*", "");
    }

    private static boolean isOpenToOthers(Path file) {
        try {
            return Files.getFileStore(file).supportsFileAttributeView("posix")
                    && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
        } catch (IOException e) {
            return true;
        }
    }

    private static CommandFailure refused(String why, Path file) {
        return CommandFailure.refused("The file " + file + " " + why);
    }
}
