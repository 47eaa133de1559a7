package dev.landwaiter.rego.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.testing.Shared;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The recorded runs of the command; `differs.txt` holds those that differ, each with its reason.
class RecordedFormatTest {
  @TempDir private Path folder;

  @Test
  void runsAgree() throws Exception {
    Map<String, String> reasons = reasons();
    List<String> wrong = new ArrayList<>();
    int agree = 0;
    int all = 0;
    for (String line : Files.readAllLines(Shared.path("conformance/opa/cli-fmt.jsonl"))) {
      var row = (ObjectValue) Json.parse("cli-fmt.jsonl", line.getBytes(UTF_8));
      String id = row.text("id");
      String difference = difference(row, Files.createDirectory(folder.resolve("r" + all)));
      all++;
      agree += difference.isEmpty() ? 1 : 0;
      if (difference.isEmpty() == reasons.containsKey(id)) {
        wrong.add(id + (difference.isEmpty() ? " agrees now" : ":\n" + difference));
      }
    }
    System.out.printf("rego fmt: %d of %d agree%n", agree, all);
    assertThat(wrong).isEmpty();
  }

  private static Map<String, String> reasons() throws Exception {
    Map<String, String> reasons = new TreeMap<>();
    try (var in =
        Objects.requireNonNull(RecordedFormatTest.class.getResourceAsStream("differs.txt"))) {
      for (String line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
        int colon = line.indexOf(": ");
        reasons.put(line.substring(0, colon), line.substring(colon + 2));
      }
    }
    return reasons;
  }

  private static String difference(ObjectValue row, Path folder) throws Exception {
    for (var file : row.get("files").orElseThrow().members().entrySet()) {
      Path path = folder.resolve(file.getKey().asText());
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.writeString(path, file.getValue().asText());
    }
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int exit = run(row, folder, out, err);
    Value after = row.get("files_after").orElse(ObjectValue.EMPTY);
    var found = new StringBuilder();
    compare("exit", row.get("exit").orElseThrow().toString(), Integer.toString(exit), found);
    compare("stdout", row.text("stdout"), out.toString(UTF_8), found);
    compare("stderr", row.text("stderr"), err.toString(UTF_8), found);
    for (var file : after.members().entrySet()) {
      String name = file.getKey().asText();
      compare(name, file.getValue().asText(), Files.readString(folder.resolve(name)), found);
    }
    for (var file : row.get("files").orElseThrow().members().entrySet()) {
      String name = file.getKey().asText();
      if (after.get(name).isEmpty()) {
        compare(name, file.getValue().asText(), Files.readString(folder.resolve(name)), found);
      }
    }
    return found.toString();
  }

  private static void compare(String what, String expected, String found, StringBuilder text) {
    if (!expected.equals(found)) {
      text.append("--- " + what + " expected\n" + expected + "--- found\n" + found);
    }
  }

  private static int run(
      ObjectValue row, Path folder, ByteArrayOutputStream out, ByteArrayOutputStream err)
      throws Exception {
    List<String> flags = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    List<Value> arguments = row.get("args").orElseThrow().elements();
    var settings = FormatSettings.v1();
    for (int i = 1; i < arguments.size(); i++) {
      String argument = arguments.get(i).asText();
      if (argument.equals("--capabilities")) {
        i++;
      } else if (argument.startsWith("-")) {
        flags.add(argument);
      } else {
        paths.add(argument);
      }
    }
    if (flags.contains("--v0-compatible")) {
      settings = FormatSettings.v0();
    } else if (flags.contains("--v0-v1") || flags.contains("--rego-v1")) {
      settings = FormatSettings.v0ToV1();
    }
    var options =
        new FormatRun.Options(
            settings.withDropV0Imports(flags.contains("--drop-v0-imports")),
            flags.contains("-w"),
            flags.contains("-l"),
            flags.contains("-d"),
            flags.contains("--fail"),
            !flags.contains("--check-result=false"));
    var run = new FormatRun(options, folder, out, err);
    if (paths.isEmpty()) {
      String input = row.get("stdin").orElseThrow() instanceof StringValue in ? in.text() : "";
      return run.stream(new ByteArrayInputStream(input.getBytes(UTF_8)));
    }
    return run.files(paths);
  }
}
