package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.cli.agreement.RecordedCommand;
import dev.landwaiter.testing.CaseLines;
import dev.landwaiter.testing.Shared;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The recorded command lines of `opa`, run in this process. A list beside the test names the rows
/// that are known to differ, each with its reason; it only shrinks.
class RecordedOpaTest {
  @ParameterizedTest
  @CsvSource({"eval, 359", "check, 551", "test, 84", "fmt, 297", "other, 149"})
  void recordedCommandsAgree(String suite, int rows, @TempDir Path temporary) throws Exception {
    Map<String, String> differing = new TreeMap<>();
    List<String> lines = Files.readAllLines(Shared.path("conformance/opa/cli-" + suite + ".jsonl"));
    int number = 0;
    for (String line : lines) {
      var row = new RecordedCommand(Json.parse(suite, line));
      Path folder = Files.createDirectory(temporary.resolve("row" + number++));
      row.writeFiles(folder);
      if (!row.before().isEmpty()) {
        List<String> before = new ArrayList<>(List.of("opa"));
        before.addAll(row.before());
        Ran.in(folder, row.environment(), before);
      }
      List<String> words = new ArrayList<>(List.of("opa"));
      words.addAll(row.words());
      Ran ran =
          Ran.in(
              folder,
              row.environment(),
              words,
              dev.landwaiter.cli.world.World.Terminal.NONE,
              row.stdin());
      String why = row.difference(folder, ran.exit(), ran.stdout(), ran.stderr());
      if (!why.isEmpty()) {
        differing.put(row.id(), why);
      }
    }
    System.out.printf(
        "recorded opa %s: %d of %d agree%n", suite, lines.size() - differing.size(), rows);
    assertThat(lines).hasSize(rows);
    String resource = "/agreement/opa-" + suite + "-differs.txt";
    if (Boolean.getBoolean("landwaiter.update")) {
      System.out.println(text(differing));
      return;
    }
    Set<String> known =
        CaseLines.of(resource).stream()
            .map(each -> each.substring(0, each.indexOf(':')))
            .collect(Collectors.toSet());
    assertThat(differing.keySet()).as("%s", text(differing)).isEqualTo(known);
  }

  private static String text(Map<String, String> differing) {
    return differing.entrySet().stream()
        .map(one -> one.getKey() + "\n" + one.getValue())
        .collect(Collectors.joining("\n\n"));
  }
}
