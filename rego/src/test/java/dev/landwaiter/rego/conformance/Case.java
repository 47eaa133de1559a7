package dev.landwaiter.rego.conformance;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One evaluation case (reference 17.2).
record Case(String id, RegoVersion version, Value fields) {
  static List<Case> all() {
    var cases = new ArrayList<Case>();
    read("v0", RegoVersion.V0, cases);
    read("v1", RegoVersion.V1, cases);
    return cases;
  }

  private static void read(String tree, RegoVersion version, List<Case> into) {
    Path folder = Shared.path("conformance/opa/cases/" + tree);
    Map<String, Integer> seen = new HashMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
        Value root = Yaml.parse(file.toString(), Files.readAllBytes(file));
        for (Value one : root.get("cases").orElseThrow().elements()) {
          String id = tree + "/" + folder.relativize(file).getName(0) + "/" + one.text("note");
          int times = seen.merge(id, 1, Integer::sum);
          into.add(new Case(times == 1 ? id : id + "#" + times, version, one));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FormatException e) {
      throw new AssertionError(e);
    }
  }

  String query() {
    return fields.text("query");
  }

  List<String> modules() {
    return fields.get("modules").map(Value::elements).orElse(List.of()).stream()
        .map(Value::asText)
        .toList();
  }

  ObjectValue data() {
    return fields.get("data").orElse(ObjectValue.EMPTY) instanceof ObjectValue object
        ? object
        : ObjectValue.EMPTY;
  }

  Optional<Value> input() {
    return fields.get("input");
  }

  String inputTerm() {
    return fields.text("input_term");
  }

  boolean flag(String name) {
    return fields.get(name).equals(Optional.of(BooleanValue.TRUE));
  }

  Optional<List<Value>> wantedResult() {
    return fields.get("want_result").map(Value::elements);
  }

  String wantedError() {
    return fields.text("want_error");
  }

  String wantedCode() {
    return fields.text("want_error_code");
  }
}
