package dev.landwaiter.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Debian's `docker-registry`, run on a free port of this machine with its files in a folder.
public final class RealRegistry implements AutoCloseable {
  public static final String USER = "anna";
  public static final String PASSWORD = "s3cret-Pass";

  /// User and password as `htpasswd -B` writes them.
  private static final String LINE =
      "anna:$2y$05$644/kn9duHhQB/kLE/meNORlM7YpTX4vbIOmn2wOR9bTf0UUb6GCm";

  private static final int STARTS = 5;

  private final Process process;
  private final int port;
  private final Optional<Certificates> certificates;

  private RealRegistry(Process process, int port, Optional<Certificates> certificates) {
    this.process = process;
    this.port = port;
    this.certificates = certificates;
  }

  /// Starts one that speaks plain HTTP with everybody.
  public static RealRegistry open(Path folder) {
    return start(folder, Optional.empty());
  }

  /// Starts one that speaks TLS with [#USER] alone.
  public static RealRegistry guarded(Path folder) {
    return start(
        folder, Optional.of(Certificates.make(folder, "registry", "ip:127.0.0.1,dns:localhost")));
  }

  private static RealRegistry start(Path folder, Optional<Certificates> certificates) {
    Path program = Programs.find("docker-registry");
    try {
      Files.writeString(folder.resolve("users"), LINE + "\n");
      for (int attempt = 1; attempt <= STARTS; attempt++) {
        int port = freePort();
        Path configuration = folder.resolve("registry.yml");
        Files.writeString(configuration, configuration(folder, port, certificates));
        Process process =
            new ProcessBuilder(program.toString(), "serve", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("registry.log").toFile())
                .start();
        if (answers(process, port)) {
          return new RealRegistry(process, port, certificates);
        }
        process.destroyForcibly();
      }
      throw new AssertionError(
          "docker-registry does not start:\n" + Files.readString(folder.resolve("registry.log")));
    } catch (IOException e) {
      throw new AssertionError("docker-registry cannot be run", e);
    }
  }

  private static String configuration(Path folder, int port, Optional<Certificates> certificates) {
    String guard =
        certificates
            .map(c ->
                """
                  tls: {certificate: %s, key: %s}
                auth:
                  htpasswd: {realm: test, path: %s}
                """
                    .formatted(c.certificate(), c.key(), folder.resolve("users")))
            .orElse("");
    return """
    version: 0.1
    log: {level: warn}
    storage:
      filesystem: {rootdirectory: %s}
      delete: {enabled: true}
    http:
      addr: 127.0.0.1:%d
      secret: for-tests
    """
            .formatted(folder.resolve("data"), port)
        + guard;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean answers(Process process, int port) {
    for (int i = 0; i < 300 && process.isAlive(); i++) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return process.isAlive();
      } catch (IOException e) {
        pause();
      }
    }
    return false;
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /// Host with port, as references name it.
  public String host() {
    return "127.0.0.1:" + port;
  }

  /// Whom one has to trust to reach it; a file in PEM.
  public Path certificate() {
    return certificates.orElseThrow().certificate();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
