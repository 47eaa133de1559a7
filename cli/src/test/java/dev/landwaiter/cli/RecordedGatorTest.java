package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.agreement.RecordedCommand;
import dev.landwaiter.cli.agreement.RecordedGatorRow;
import dev.landwaiter.testing.CaseLines;
import dev.landwaiter.testing.Shared;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The recorded command lines of gator, run in this process. One list names the rows that differ
/// for good, each with its reason; another the rows of commands that are not built yet, which only
/// shrinks.
class RecordedGatorTest {
  private static final int ROWS = 436;

  @Test
  void recordedCommandsAgree(@TempDir Path temporary) throws Exception {
    Map<String, String> differing = new TreeMap<>();
    Map<String, int[]> groups = new TreeMap<>();
    List<String> lines = Files.readAllLines(Shared.path("conformance/gator/cases.jsonl"));
    for (String line : lines) {
      Value value = Json.parse("cases.jsonl", line);
      var command = new RecordedCommand(value);
      var row = new RecordedGatorRow(value);
      Path folder = Files.createDirectory(temporary.resolve(command.id()));
      command.writeFiles(folder);
      List<String> words = new ArrayList<>(List.of("gator"));
      words.addAll(command.words());
      Ran ran =
          Ran.in(
              folder,
              command.environment(),
              words,
              dev.landwaiter.cli.world.World.Terminal.NONE,
              command.stdin());
      String why = row.difference(folder, ran.exit(), ran.stdout(), ran.stderr());
      int[] score = groups.computeIfAbsent(row.group(), _ -> new int[2]);
      score[1]++;
      if (why.isEmpty()) {
        score[0]++;
      } else {
        differing.put(command.id(), why);
      }
    }
    groups.forEach((group, score) ->
        System.out.printf("recorded gator %s: %d of %d agree%n", group, score[0], score[1]));
    System.out.printf(
        "recorded gator: %d of %d agree%n", lines.size() - differing.size(), lines.size());
    assertThat(lines).hasSize(ROWS);
    if (Boolean.getBoolean("landwaiter.update")) {
      System.out.println(text(differing));
      return;
    }
    Set<String> known = new TreeSet<>(ids("/agreement/gator-differs.txt"));
    known.addAll(ids("/agreement/gator-not-yet.txt"));
    assertThat(differing.keySet()).as("%s", text(differing)).isEqualTo(known);
  }

  private static Set<String> ids(String resource) throws Exception {
    return CaseLines.of(resource).stream()
        .map(each -> each.contains(":") ? each.substring(0, each.indexOf(':')) : each)
        .collect(Collectors.toSet());
  }

  private static String text(Map<String, String> differing) {
    return differing.entrySet().stream()
        .map(one -> one.getKey() + "\n" + one.getValue())
        .collect(Collectors.joining("\n\n"));
  }
}
