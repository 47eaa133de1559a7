package dev.landwaiter.cli.agreement;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One recorded run of kubesec: a manifest, words, and what the original answered.
public final class RecordedScan {
  private final Value row;

  public RecordedScan(Value row) {
    this.row = row;
  }

  public String id() {
    return row.text("id");
  }

  public List<String> words() {
    List<String> words = new ArrayList<>(List.of("kubesec"));
    row.get("args").orElseThrow().elements().forEach(word -> words.add(word.asText()));
    return words;
  }

  public String stdin() {
    return row.get("stdin").isPresent() ? row.text("input") : "";
  }

  /// Writes the row's files, and a schema that takes everything.
  ///
  /// @return the environment to run in
  public Map<String, String> prepare(Path folder) throws IOException {
    Map<String, String> files = new HashMap<>();
    row.get("files")
        .ifPresent(each -> each.members().forEach((k, v) -> files.put(k.asText(), v.asText())));
    if (row.get("input").orElse(NullValue.NULL) instanceof StringValue input) {
      String name =
          words().stream().filter(word -> word.startsWith("unit.")).findFirst().orElse("unit.yaml");
      files.put(name, input.text());
    }
    files.put("any.json", "{}");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    Map<String, String> environment = new HashMap<>();
    // As the shared tool does; the others meet the schemas that are built in.
    if (row.get("reports").isPresent() && !id().startsWith("ks-schema")) {
      environment.put("SCHEMA_LOCATION", folder.resolve("any.json").toString());
    }
    row.get("env")
        .ifPresent(
            each -> each.members().forEach((k, v) -> environment.put(k.asText(), v.asText())));
    return environment;
  }

  /// What differs between the recording and an outcome, or the empty text.
  public String difference(Path folder, int exit, String stdout, String stderr) throws IOException {
    if (row.get("crash").isPresent()) {
      // The original crashes here: any answer that is no success is better.
      return exit != 0 && !(stdout + stderr).isBlank() ? "" : "no answer";
    }
    if (!String.valueOf(exit).equals(row.get("exit").orElseThrow().toString())) {
      return "exit %d, wanted %s: %s%s"
          .formatted(exit, row.get("exit").orElseThrow(), stdout, stderr);
    }
    String got = stdout.replace(folder.toString(), "CASEDIR");
    if (row.get("reports").isPresent()) {
      return reports(folder, got, stdout);
    }
    if (row.get("stdout").isPresent() && !row.text("stdout").equals(got)) {
      return "stdout wanted <" + row.text("stdout") + "> got <" + got + ">";
    }
    if (row.get("stderr").isPresent()
        && !stderr.startsWith(row.text("stderr").lines().findFirst().orElse(""))) {
      return "stderr " + stderr;
    }
    if (row.get("table").isPresent()) {
      return table(got);
    }
    if (row.get("ids").isPresent()) {
      return list(got);
    }
    return row.get("rows").isPresent() ? rows(got) : "";
  }

  private String reports(Path folder, String got, String stdout) throws IOException {
    if (row.get("savedSameAsStdout").isPresent()) {
      List<String> words = words();
      Path saved = folder.resolve(words.get(words.indexOf("-o") + 1));
      if (!Files.readString(saved).equals(stdout)) {
        return "the saved file differs";
      }
    }
    try {
      Value reports = withoutReasons(Json.parse(id(), got));
      return reports.equals(row.get("reports").orElseThrow()) ? "" : "reports " + reports;
    } catch (FormatException e) {
      return "no JSON: " + got;
    }
  }

  /// A value without the members called `reason`, whose words are our own.
  public static Value withoutReasons(Value value) {
    return switch (value) {
      case ArrayValue array ->
          new ArrayValue(array.elements().stream().map(RecordedScan::withoutReasons).toList());
      case ObjectValue object -> {
        var left = new ObjectValue.Draft();
        object
            .members()
            .forEach((key, member) -> {
              if (!key.asText().equals("reason")) {
                left.put(key, withoutReasons(member));
              }
            });
        yield left.finish();
      }
      default -> value;
    };
  }

  private String list(String got) {
    try {
      Value list = Yaml.parse(id(), got.getBytes(StandardCharsets.UTF_8));
      Value ids =
          new ArrayValue(list.elements().stream().map(r -> Value.of(r.text("id"))).toList());
      Value keys = new ArrayValue(List.copyOf(list.elements().getFirst().members().keySet()));
      return ids.equals(row.get("ids").orElseThrow())
              && keys.equals(row.get("firstKeys").orElseThrow())
          ? ""
          : "rules " + ids + keys;
    } catch (FormatException e) {
      return "no YAML: " + got;
    }
  }

  /// A list of rules as a table: bars end its cells; the reasons are our own.
  private String rows(String got) {
    List<Value> rows = new ArrayList<>();
    for (String line : got.lines().toList()) {
      List<Value> cells = new ArrayList<>();
      String[] parts = line.split("\\|", -1);
      for (int i = 0; i < parts.length; i++) {
        if (i != 1) {
          cells.add(Value.of(parts[i].strip()));
        }
      }
      rows.add(new ArrayValue(cells));
    }
    Value all = new ArrayValue(rows);
    return all.equals(row.get("rows").orElseThrow()) ? "" : "rows " + all;
  }

  private String table(String got) {
    Value wanted = row.get("table").orElseThrow();
    List<Value> boxes = Boxes.read(got);
    List<Value> lines = got.lines().map(String::strip).map(Value::of).toList();
    if (!lines.contains(wanted.get("title").orElseThrow())
        || !boxes.getFirst().equals(wanted.get("summary").orElseThrow())) {
      return "title or summary: " + boxes.getFirst();
    }
    List<Value> details = wanted.get("details").orElseThrow().elements();
    if (boxes.size() != details.size() + 1) {
      return boxes.size() + " boxes";
    }
    for (int i = 0; i < details.size(); i++) {
      Value detail = details.get(i);
      boolean told =
          List.of("heading", "file", "message").stream()
              .allMatch(key -> lines.contains(detail.get(key).orElseThrow()));
      List<Value> box = boxes.get(i + 1).elements();
      List<Value> withoutReason = new ArrayList<>();
      box.subList(1, box.size())
          .forEach(cells -> {
            List<Value> kept = new ArrayList<>(cells.elements());
            kept.remove(3);
            withoutReason.add(new ArrayValue(kept));
          });
      if (!told
          || !box.getFirst().equals(detail.get("columns").orElseThrow())
          || !new ArrayValue(withoutReason).equals(detail.get("rows").orElseThrow())) {
        return "details " + withoutReason;
      }
    }
    return "";
  }
}
