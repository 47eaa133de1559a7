package dev.landwaiter.cli.agreement;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// One recorded command line: files, words, and what the original answered.
public final class RecordedCommand {
  private final Value row;

  public RecordedCommand(Value row) {
    this.row = row;
  }

  public String id() {
    return row.text("id");
  }

  public List<String> words() {
    return row.get("args").orElseThrow().elements().stream().map(Value::asText).toList();
  }

  /// The words of a command that is run first in the same folder; none means there is none.
  public List<String> before() {
    return row.get("before").stream()
        .flatMap(words -> words.elements().stream())
        .map(Value::asText)
        .toList();
  }

  public String stdin() {
    return row.text("stdin");
  }

  public Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    row.get("env")
        .ifPresent(env -> env.members().forEach((k, v) -> environment.put(k.asText(), v.asText())));
    return environment;
  }

  /// Writes the row's files below a folder.
  public void writeFiles(Path folder) throws IOException {
    for (Map.Entry<Value, Value> file : row.get("files").orElseThrow().members().entrySet()) {
      Path path = folder.resolve(file.getKey().asText());
      Files.createDirectories(path.getParent());
      Optional<Value> encoded = file.getValue().get("base64");
      Files.write(
          path,
          encoded.isPresent()
              ? Base64.getDecoder().decode(encoded.get().asText())
              : file.getValue().asText().getBytes(StandardCharsets.UTF_8));
    }
  }

  /// What differs between the recording and an outcome, or the empty text.
  public String difference(Path folder, int exit, String stdout, String stderr) throws IOException {
    if (!String.valueOf(exit).equals(row.get("exit").orElseThrow().toString())) {
      return "exit %d, wanted %s: %s".formatted(exit, row.get("exit").orElseThrow(), stderr);
    }
    var same = new SameText(volatileParts());
    if (!same.same(row.text("stdout"), stdout)) {
      return "stdout " + firstDifference(row.text("stdout"), stdout);
    }
    if (!same.same(row.text("stderr").strip(), stderr.strip())) {
      return "stderr " + firstDifference(row.text("stderr"), stderr);
    }
    Optional<Value> after = row.get("files_after");
    if (after.isPresent()) {
      for (Map.Entry<Value, Value> file : after.get().members().entrySet()) {
        Path path = folder.resolve(file.getKey().asText());
        if (!Files.exists(path) || !Files.readString(path).equals(file.getValue().asText())) {
          return "the file " + file.getKey().asText() + " differs";
        }
      }
    }
    return writtenDifference(folder);
  }

  private String writtenDifference(Path folder) throws IOException {
    Optional<Value> bundle = row.get("bundle");
    if (bundle.isPresent()) {
      int output = words().indexOf("-o");
      Path archive = folder.resolve(output < 0 ? "bundle.tar.gz" : words().get(output + 1));
      return Files.exists(archive)
          ? RecordedBundle.difference(bundle.get(), RecordedBundle.members(archive))
          : "no bundle was written";
    }
    Optional<Value> signatures = row.get("signatures");
    if (signatures.isPresent()) {
      Path file = folder.resolve(".signatures.json");
      Value got =
          Files.exists(file)
              ? RecordedBundle.signatures(Files.readAllBytes(file))
              : ObjectValue.EMPTY;
      return got.equals(signatures.get())
          ? ""
          : "signatures %s, wanted %s".formatted(got, signatures.get());
    }
    return "";
  }

  /// The first line that differs, both ways.
  private static String firstDifference(String wanted, String got) {
    String[] left = wanted.split("\n", -1);
    String[] right = got.split("\n", -1);
    int line = 0;
    while (line < left.length && line < right.length && left[line].equals(right[line])) {
      line++;
    }
    return "line %d: wanted <%s> got <%s>"
        .formatted(
            line + 1, line < left.length ? left[line] : "", line < right.length ? right[line] : "");
  }

  /// Tests run in an order of their own each time.
  private String volatileParts() {
    String tests = words().getFirst().equals("test") ? "order of tests " : "";
    return tests
        + row.get("volatile").stream()
            .flatMap(list -> list.elements().stream())
            .map(Value::asText)
            .collect(Collectors.joining(" "));
  }
}
