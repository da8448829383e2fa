package org.recoveryreport.application;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL server of its own, from the binaries of the system: on the loopback only, encrypted connections only. */
final class PostgresServer {
    static final String PASSWORD = "not-to-be-seen-4711";

    private final Path binaries;
    private final Path home;
    private final int port;

    private PostgresServer(Path binaries, Path home, int port) {
        this.binaries = binaries;
        this.home = home;
        this.port = port;
    }

    /** Where the server's programs are, if they are installed. */
    static Optional<Path> binaries() {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(versions)) {
            return all.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PostgresServer start(Path binaries) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        PostgresServer server = new PostgresServer(binaries, Files.createTempDirectory("postgres"), port);
        Path home = server.home;
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path password = Files.writeString(home.resolve("password"), PASSWORD);
        if (isRoot()) {
            // the server refuses to run as root
            run("chown", "-R", "postgres", home.toString());
        }
        server.asServer("initdb", "-D", home + "/data", "-U", "clinic", "-A", "scram-sha-256", "--pwfile=" + password);
        server.asOwner(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=IP:127.0.0.1",
                "-keyout",
                home + "/data/server.key",
                "-out",
                home + "/certificate.pem");
        server.append(
                "postgresql.conf",
                "listen_addresses = '127.0.0.1'\nport = " + port + "\nunix_socket_directories = '" + home
                        + "'\nssl = on\nssl_cert_file = '" + home + "/certificate.pem'\n");
        server.append("pg_hba.conf", "hostnossl all all all reject\n");
        server.up();
        return server;
    }

    /** The driver's URL. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    Path certificate() {
        return home.resolve("certificate.pem");
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url() + "?sslmode=require", "clinic", PASSWORD);
    }

    void up() throws Exception {
        asServer("pg_ctl", "-D", home + "/data", "-w", "-l", home + "/log", "start");
    }

    /** As in a power cut. */
    void down() throws Exception {
        asServer("pg_ctl", "-D", home + "/data", "-w", "-m", "immediate", "stop");
    }

    /** Stops it, and removes everything. */
    void remove() throws Exception {
        down();
        run("rm", "-rf", home.toString());
    }

    private void append(String file, String lines) throws Exception {
        asOwner(
                "sh",
                "-c",
                "printf '%s' \"$1\" | cat - " + home + "/data/" + file + " > " + home + "/new && cat " + home
                        + "/new > " + home + "/data/" + file,
                "sh",
                lines);
    }

    private void asServer(String program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(binaries.resolve(program).toString()));
        command.addAll(List.of(arguments));
        asOwner(command.toArray(new String[0]));
    }

    private void asOwner(String... command) throws Exception {
        List<String> words = new ArrayList<>(
                isRoot() ? List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups") : List.of());
        words.addAll(List.of(command));
        run(words.toArray(new String[0]));
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static void run(String... command) throws Exception {
        // a server that stays would keep a pipe open
        File said = File.createTempFile("postgres", ".txt");
        int exitCode = new ProcessBuilder(command)
                .directory(new File("/tmp"))
                .redirectErrorStream(true)
                .redirectOutput(said)
                .start()
                .waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException(List.of(command) + ": " + Files.readString(said.toPath()));
        }
        Files.delete(said.toPath());
    }
}
