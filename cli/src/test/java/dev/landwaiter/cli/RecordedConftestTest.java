package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.agreement.RecordedCommand;
import dev.landwaiter.cli.agreement.Unordered;
import dev.landwaiter.cli.world.World;
import dev.landwaiter.testing.CaseLines;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The recorded command lines of `conftest`, run in this process. A list beside the test names the
/// rows that differ, each with its reason.
class RecordedConftestTest {
  private static final int ROWS = 580;

  @Test
  void recordedCommandsAgree(@TempDir Path temporary) throws Exception {
    Map<String, String> differing = new TreeMap<>();
    List<String> lines = Files.readAllLines(Shared.path("conformance/conftest/cases.jsonl"));
    int number = 0;
    for (String line : lines) {
      Value row = Json.parse("cases.jsonl", line);
      String why = difference(row, Files.createDirectory(temporary.resolve("row" + number++)));
      if (!why.isEmpty()) {
        differing.put(row.text("id"), why);
      }
    }
    System.out.printf("recorded conftest: %d of %d agree%n", lines.size() - differing.size(), ROWS);
    assertThat(lines).hasSize(ROWS);
    if (Boolean.getBoolean("landwaiter.update")) {
      System.out.println(text(differing));
      return;
    }
    Set<String> known =
        CaseLines.of("/agreement/conftest-differs.txt").stream()
            .map(each -> each.substring(0, each.indexOf(':')))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(differing.keySet()).as("%s", text(differing)).isEqualTo(known);
  }

  private static String difference(Value row, Path folder) throws Exception {
    var command = new RecordedCommand(row);
    command.writeFiles(folder);
    for (Map.Entry<Value, Value> link :
        row.get("links").orElse(ObjectValue.EMPTY).members().entrySet()) {
      Path path = folder.resolve(link.getKey().asText());
      Files.createDirectories(path.getParent());
      Files.createSymbolicLink(path, Path.of(link.getValue().asText()));
    }
    List<String> words = new ArrayList<>(List.of("conftest"));
    words.addAll(command.words());
    Set<String> before = files(folder);
    Ran ran = Ran.in(folder, command.environment(), words, World.Terminal.NONE, command.stdin());
    if (row.get("crash").isPresent()) {
      return ran.exit() != 0 && !ran.stderr().isBlank() ? "" : "wanted a clear error";
    }
    if (ran.exit() != Integer.parseInt(row.get("exit").orElseThrow().toString())) {
      return "exit %d, wanted %s: %s%s"
          .formatted(ran.exit(), row.get("exit").orElseThrow(), ran.stdout(), ran.stderr());
    }
    var out = new StringBuilder(ran.stdout());
    if (row.get("stdoutThenFile").isPresent()) {
      for (String name : files(folder)) {
        boolean named = row.get("files").orElseThrow().get(name).isPresent();
        if (!before.contains(name) || (named && row.text("stdout").contains("--- " + name))) {
          out.append("--- ").append(name).append('\n');
          out.append(Files.readString(folder.resolve(name)));
        }
      }
    }
    boolean varies = row.get("orderVaries").isPresent();
    String wanted = steady(row.text("stdout"), folder);
    String got = steady(out.toString(), folder);
    return same(wanted, got, varies) ? "" : "wanted\n" + wanted + "\ngot\n" + got + ran.stderr();
  }

  private static Set<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(path -> folder.relativize(path).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String steady(String text, Path folder) {
    return text.replace(folder.toString(), "CASEDIR")
        .replace(folder.toString().substring(1), "CASEPATH")
        .replaceAll("(name=\"go.version\" value=)\"[^\"]*\"", "$1\"GOVERSION\"")
        .replaceAll("\\b0x[0-9a-f]{6,}\\b", "PTR")
        .replaceAll("\\b\\d+(\\.\\d+)?(ns|µs|us|ms|s|m)\\b|DURATION", "T");
  }

  private static boolean same(String wanted, String got, boolean varies) {
    if (wanted.equals(got) || (varies && Unordered.same(wanted, got))) {
      return true;
    }
    try {
      return Json.parse("wanted", wanted).equals(Json.parse("got", got));
    } catch (FormatException e) {
      return false;
    }
  }

  private static String text(Map<String, String> differing) {
    return differing.entrySet().stream()
        .map(one -> one.getKey() + "\n" + one.getValue())
        .collect(Collectors.joining("\n\n"));
  }
}
