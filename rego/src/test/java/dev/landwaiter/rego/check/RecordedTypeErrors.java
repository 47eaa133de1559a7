package dev.landwaiter.rego.check;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.all.Builtins;
import dev.landwaiter.rego.compile.Compiler;
import dev.landwaiter.rego.compile.CompilerSettings;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import dev.landwaiter.rego.type.Capabilities;
import dev.landwaiter.rego.type.CapabilitiesJson;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Recorded runs of `check` that end with errors of types, or that have to do with schemas.
final class RecordedTypeErrors {
  /// One run.
  record Row(String id, Value json) {
    List<String> arguments() {
      return json.get("args").orElseThrow().elements().stream().map(Value::asText).toList();
    }

    String file(String name) {
      return json.get("files").orElseThrow().text(name);
    }

    boolean isJson() {
      return arguments().contains("json");
    }

    private Optional<String> option(String... names) {
      List<String> arguments = arguments();
      for (String name : names) {
        int at = arguments.indexOf(name);
        if (at >= 0) {
          return Optional.of(arguments.get(at + 1));
        }
      }
      return Optional.empty();
    }

    /// What the original says, on whichever of the two.
    String said() {
      return json.text("stdout") + json.text("stderr");
    }
  }

  private RecordedTypeErrors() {}

  static List<Row> rows() throws IOException, FormatException {
    var rows = new ArrayList<Row>();
    for (String line : Files.readAllLines(Shared.path("conformance/opa/cli-check.jsonl"))) {
      Value json = Json.parse("row", line);
      var row = new Row(json.text("id"), json);
      boolean types =
          row.said().contains("match error")
              || row.said().contains("invalid argument(s)")
              || row.said().contains("arity")
              || row.said().contains("undefined function")
              || row.said().contains("used as reference")
              || row.said().contains("undefined ref");
      boolean plain = row.arguments().stream().noneMatch(Set.of("-b", "--bundle")::contains);
      boolean readable = !row.said().contains("rego_parse_error") && !row.said().contains("stat ");
      if (plain && readable && (types || row.id().startsWith("schema"))) {
        rows.add(row);
      }
    }
    return rows;
  }

  /// What the checker says of a run's files.
  static String answer(Row row) throws FormatException, RegoException {
    RegoVersion version =
        row.arguments().contains("--v0-compatible") ? RegoVersion.V0 : RegoVersion.V1;
    Capabilities capabilities =
        Capabilities.current(
            version, Builtins.all().values().stream().map(Builtin::declaration).toList());
    Optional<String> given = row.option("--capabilities");
    if (given.isPresent()) {
      capabilities = CapabilitiesJson.read(Json.parse("c", row.file(given.get())));
    }
    var modules = new ArrayList<Module>();
    for (Value name : row.json().get("files").orElseThrow().members().keySet()) {
      if (name.asText().endsWith(".rego") && row.arguments().contains(name.asText())) {
        modules.add(
            Parser.parseModule(
                new Source(name.asText(), row.file(name.asText())),
                ParserSettings.of(version).annotations(true)));
      }
    }
    CompilerSettings base = CompilerSettings.of(capabilities);
    var settings =
        new CompilerSettings(
            capabilities,
            row.arguments().contains("-S") || row.arguments().contains("--strict"),
            true,
            base.errorLimit(),
            false,
            Set.of(),
            path -> false,
            false,
            schemas(row),
            true);
    try {
      Compiler.compile(modules, settings);
      return "";
    } catch (RegoException e) {
      return row.isJson()
          ? JsonWriter.toText(json(e.errors()), JsonStyle.INDENTED) + "\n"
          : e.getMessage() + "\n";
    }
  }

  static boolean agrees(Row row) throws FormatException, RegoException {
    String answer = answer(row);
    return (row.isJson() && !row.said().isEmpty() && !answer.isEmpty())
        ? Json.parse("said", row.said()).equals(Json.parse("answer", answer))
        : row.said().strip().equals(answer.strip());
  }

  private static Value json(List<RegoError> errors) {
    var object = new ObjectValue.Draft();
    object.put(
        Value.of("errors"), new ArrayValue(errors.stream().map(RecordedTypeErrors::json).toList()));
    return object.finish();
  }

  private static Value json(RegoError error) {
    var object = new ObjectValue.Draft();
    object.put(Value.of("message"), Value.of(error.message()));
    object.put(Value.of("code"), Value.of(error.code()));
    error
        .location()
        .ifPresent(at -> {
          var place = new ObjectValue.Draft();
          place.put(Value.of("file"), Value.of(at.file()));
          place.put(Value.of("row"), Value.of(at.row()));
          place.put(Value.of("col"), Value.of(at.column()));
          object.put(Value.of("location"), place.finish());
        });
    error.data().ifPresent(data -> object.put(Value.of("details"), data));
    return object.finish();
  }

  private static Optional<Schemas> schemas(Row row) throws FormatException {
    Optional<String> given = row.option("-s", "--schema");
    if (given.isEmpty()) {
      return Optional.empty();
    }
    String path = given.get();
    if (!row.file(path).isEmpty()) {
      return Optional.of(new Schemas(Optional.of(Json.parse(path, row.file(path))), Map.of()));
    }
    Map<Ref, Value> named = new HashMap<>();
    for (Value file : row.json().get("files").orElseThrow().members().keySet()) {
      if (file.asText().startsWith(path + "/")) {
        var parts = new ArrayList<Term>();
        parts.add(new Variable("schema", Location.NONE));
        String name = file.asText().substring(path.length() + 1).replace(".json", "");
        for (String part : name.split("/", -1)) {
          parts.add(Scalar.of(part, Location.NONE));
        }
        named.put(
            new Ref(parts, Location.NONE), Json.parse(file.asText(), row.file(file.asText())));
      }
    }
    return Optional.of(new Schemas(Optional.empty(), named));
  }
}
