package dev.landwaiter.cli.agreement;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One recorded command line of gator, held against an outcome the way the recordings are meant:
/// exit code and standard output count.
public final class RecordedGatorRow {
  private final Value row;

  public RecordedGatorRow(Value row) {
    this.row = row;
  }

  /// `match` of `gt-match-001`.
  public String group() {
    String[] parts = row.text("id").split("-", -1);
    return parts[1];
  }

  /// What differs, or the empty text.
  public String difference(Path folder, int exit, String stdout, String stderr)
      throws FormatException {
    if (row.get("crash").filter(Value.of(true)::equals).isPresent()) {
      // Where the original crashes a clear error is wanted.
      return exit != 0 && !stderr.isBlank() && !stderr.contains("Exception")
          ? ""
          : "no clear error: exit %d %s".formatted(exit, stderr);
    }
    if (!String.valueOf(exit).equals(row.get("exit").orElseThrow().toString())) {
      return "exit %d, wanted %s: %s%s"
          .formatted(exit, row.get("exit").orElseThrow(), stdout, stderr);
    }
    if (row.get("results").isPresent()) {
      List<Value> wanted = row.get("results").get().elements().stream().sorted().toList();
      List<Value> got = facts(stdout);
      return wanted.equals(got) ? "" : "results %s, wanted %s".formatted(got, wanted);
    }
    boolean shaped = row.get("shapeOnly").isPresent();
    if (shaped && sameShape(row.text("stdout"), stdout)) {
      return "";
    }
    String shown = stdout;
    if ((row.text("stdout") + row.text("stderr")).contains("CASEPATH")) {
      shown = shown.replace(folder.toString().substring(1), "CASEPATH");
    }
    shown = shown.replace(folder.toString(), "CASEDIR");
    return new SameText(volatileParts()).same(row.text("stdout"), shown)
        ? ""
        : "stdout\n%s\nwanted\n%s\n%s".formatted(shown, row.text("stdout"), stderr);
  }

  /// Whether both are the same JSON when every number is the letter N.
  private static boolean sameShape(String wanted, String got) {
    try {
      Value shape = Json.parse("", wanted);
      Value read = Json.parse("", got);
      return numberless(shape).equals(numberless(read)) || shape.equals(types(read));
    } catch (FormatException e) {
      return false;
    }
  }

  /// The words the recordings have for single values of each type.
  private static Value types(Value value) {
    return switch (value) {
      case NumberValue _ -> Value.of("number");
      case BooleanValue _ -> Value.of("bool");
      case StringValue _ -> Value.of("str");
      case ArrayValue array ->
          new ArrayValue(array.elements().stream().map(RecordedGatorRow::types).toList());
      case ObjectValue object -> {
        var draft = new ObjectValue.Draft();
        object.members().forEach((key, one) -> draft.put(key, types(one)));
        yield draft.finish();
      }
      default -> value;
    };
  }

  private static Value numberless(Value value) {
    return switch (value) {
      case NumberValue _ -> Value.of("N");
      case ArrayValue array ->
          new ArrayValue(array.elements().stream().map(RecordedGatorRow::numberless).toList());
      case ObjectValue object -> {
        var draft = new ObjectValue.Draft();
        object.members().forEach((key, one) -> draft.put(key, numberless(one)));
        yield draft.finish();
      }
      default -> value;
    };
  }

  private String volatileParts() {
    String stdout = row.text("stdout");
    boolean timed = stdout.contains("DURATION") || stdout.contains("0.000s");
    boolean ordered = row.get("orderVaries").isEmpty();
    boolean shaped = row.get("shapeOnly").isPresent();
    return (timed ? "duration " : "") + (ordered ? "" : "order ") + (shaped ? "shape tables" : "");
  }

  /// The deciding fields of each result, as the recordings keep them.
  private static List<Value> facts(String stdout) throws FormatException {
    List<Value> facts = new ArrayList<>();
    for (Value result : Json.parse("stdout", stdout.isEmpty() ? "null" : stdout).elements()) {
      Value constraint = result.get("constraint").orElse(ObjectValue.EMPTY);
      Value object = result.get("violatingObject").orElse(ObjectValue.EMPTY);
      Value metadata = object.get("metadata").orElse(ObjectValue.EMPTY);
      List<String> path = new ArrayList<>();
      path.add(object.text("apiVersion"));
      path.add(object.text("kind"));
      if (!metadata.text("namespace").isEmpty()) {
        path.add(metadata.text("namespace"));
      }
      path.add(metadata.text("name"));
      var fact = new ObjectValue.Draft();
      fact.put(
          Value.of("constraint"),
          Value.of(
              constraint.text("kind")
                  + "/"
                  + constraint.get("metadata").map(each -> each.text("name")).orElse("None")));
      fact.put(Value.of("msg"), result.get("msg").orElse(NullValue.NULL));
      fact.put(
          Value.of("details"),
          result.get("metadata").flatMap(each -> each.get("details")).orElse(NullValue.NULL));
      fact.put(
          Value.of("enforcementAction"), result.get("enforcementAction").orElse(NullValue.NULL));
      fact.put(Value.of("object"), Value.of(String.join("/", path)));
      result
          .get("scopedActions")
          .ifPresent(actions -> fact.put(Value.of("scopedActions"), actions));
      facts.add(fact.finish());
    }
    return facts.stream().sorted().toList();
  }
}
