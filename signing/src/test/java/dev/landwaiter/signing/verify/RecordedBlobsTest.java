package dev.landwaiter.signing.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The recorded lines of `verify-blob` and `verify-blob-attestation`, each with the verdict that is
/// wanted, else the recorded one.
class RecordedBlobsTest {
  private static final Set<String> COMMANDS = Set.of("verify-blob", "verify-blob-attestation");

  /// Lines that are not decided by the verifier, and one that it decides otherwise.
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "bl-old-verify-input", "the file comes on standard input",
          "cm-verify-blob-help", "asks for help",
          "ca-kl-old-verify-certsig", "the log is asked for the entry",
          "tuf-good-verify", "trust comes from a TUF cache",
          "tuf-good-verify2", "trust comes from a TUF cache",
          "ca-verify-re-both-iss", "issuer and pattern must both hold here");

  private static List<Value> rows() throws Exception {
    List<Value> rows = new ArrayList<>();
    Value all = Json.parse("runs.json", Files.readAllBytes(BlobReplay.ROOT.resolve("runs.json")));
    for (Value row : all.elements()) {
      List<Value> args = List.copyOf(row.get("args").orElseThrow().elements());
      if (!args.isEmpty() && COMMANDS.contains(((StringValue) args.getFirst()).text())) {
        rows.add(row);
      }
    }
    return rows;
  }

  @Test
  void verdictsAreTheWantedOnes() throws Exception {
    List<String> wrong = new ArrayList<>();
    int judged = 0;
    for (Value row : rows()) {
      var replay = new BlobReplay(row);
      String id = row.text("id");
      String wanted = row.text("wanted");
      if (replay.needsNetwork() || ELSEWHERE.containsKey(id) || !replay.wasWritten(wanted)) {
        continue;
      }
      judged++;
      boolean accept =
          wanted.startsWith("accept")
              || (!wanted.startsWith("reject")
                  && row.get("exit").orElseThrow().equals(NumberValue.of(0)));
      Outcome outcome = replay.verify();
      if (!wanted.startsWith("either") && outcome instanceof Outcome.Accepted != accept) {
        wrong.add((accept ? "must be accepted: " : "must be refused: ") + id + " " + outcome);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(judged).isGreaterThan(550);
  }
}
