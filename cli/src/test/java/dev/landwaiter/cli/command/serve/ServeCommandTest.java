package dev.landwaiter.cli.command.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.Log;
import dev.landwaiter.cli.flag.CommandLine;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.world.Dialect;
import dev.landwaiter.cli.world.World;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeCommandTest {
  @TempDir private Path folder;

  private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

  /// A process that ends after it has asked its own service.
  private static final class AskingProcess implements HostProcess {
    private final List<HttpRequest> requests;
    final List<String> answers = new ArrayList<>();

    AskingProcess(List<HttpRequest> requests) {
      this.requests = requests;
    }

    @Override
    public void awaitEnd() throws InterruptedException {
      try (HttpClient client = HttpClient.newHttpClient()) {
        for (HttpRequest request : requests) {
          var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
          answers.add(answer.statusCode() + " " + answer.body().strip());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public long startMillis() {
      return 0;
    }

    @Override
    public int processors() {
      return 2;
    }

    @Override
    public long ticks() {
      return System.nanoTime();
    }
  }

  private Invocation invocation(ServeCommand command, String... words) throws UsageException {
    var world =
        new World(
            new ByteArrayInputStream(new byte[0]),
            new ByteArrayOutputStream(),
            new PrintStream(stderr, true, StandardCharsets.UTF_8),
            Map.of(),
            folder,
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
            new SplittableRandom(1),
            World.Terminal.NONE);
    CommandLine line = CommandLine.parse(command.flags(), List.of(words), true);
    var values = new Values(line.given(), Map.of(), "X_", Map.of(), Values.Wording.OWN);
    return new Invocation(
        world, Dialect.OWN, values, line.arguments(), new Log(world.stderr(), false, false));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void servesScoresUntilTheProcessEnds() throws Exception {
    Files.writeString(folder.resolve("token"), "s3cret\n");
    int port = freePort();
    URI address = URI.create("http://127.0.0.1:" + port + "/scan");
    var pod =
        HttpRequest.BodyPublishers.ofString(
            "{apiVersion: v1, kind: Pod, spec: {hostPID: true, containers: []}}");
    var process =
        new AskingProcess(
            List.of(
                HttpRequest.newBuilder(address).POST(pod).build(),
                HttpRequest.newBuilder(address)
                    .POST(pod)
                    .header("Authorization", "Bearer s3cret")
                    .build(),
                HttpRequest.newBuilder(address).header("Authorization", "Bearer s3cret").build()));
    var command = new ServeCommand(process);
    int code =
        command.run(
            invocation(
                command,
                "--only=score",
                "--listen=127.0.0.1:" + port,
                "--token-file=token",
                "--max-body=1"));
    assertThat(code).isZero();
    assertThat(process.answers).hasSize(3);
    assertThat(process.answers.getFirst()).startsWith("401 ");
    assertThat(process.answers.get(1))
        .startsWith("200 [")
        .contains("\"message\": \"Failed with a score of -9 points\"");
    assertThat(process.answers.getLast()).startsWith("405 post a manifest");
    assertThat(stderr.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "landwaiter: Starting HTTP server on 127.0.0.1:%d\nlandwaiter: HTTP server stopped\n"
                .formatted(port));
  }

  @Test
  void aTakenPortIsTrouble() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var command = new ServeCommand(new AskingProcess(List.of()));
      int code =
          command.run(
              invocation(command, "--only=score", "--listen=127.0.0.1:" + taken.getLocalPort()));
      assertThat(code).isEqualTo(2);
      assertThat(stderr.toString(StandardCharsets.UTF_8)).contains("error: ").contains("in use");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--listen=:1 | name what to serve: --only score is what there is so far",
        "--only=score --listen=x | --listen: invalid port: \"x\"",
        "--only=score more | serve takes no arguments, only flags",
        "--only=score --max-body=0 | --max-body is a number of MiB from 1 to 256",
        "--only=score --tls-key=a | --tls-certificate and --tls-key belong together",
        "--only=score --kubernetes-version=x | \"x\" is no version of Kubernetes such as 1.34.2 or"
            + " master",
      })
  void wrongCommandLinesAreRefused(String words, String message) throws Exception {
    var command = new ServeCommand(new AskingProcess(List.of()));
    var invocation = invocation(command, words.split(" ", -1));
    assertThatThrownBy(() -> command.run(invocation))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }

  @Test
  void anEmptyTokenIsRefused() throws Exception {
    Files.writeString(folder.resolve("token"), "\n");
    var command = new ServeCommand(new AskingProcess(List.of()));
    var invocation = invocation(command, "--only=score", "--token-file=token");
    assertThatThrownBy(() -> command.run(invocation))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nobody could come in");
  }
}
