package dev.landwaiter.rego.present;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.query.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Results as text for people and for other programs.
public final class ResultText {
  private ResultText() {}

  /// For each result the array of its values.
  public static String values(Shown shown) {
    return lines(shown, result -> JsonValue.indented(new ArrayValue(result.values())));
  }

  /// For each result the object of its bindings.
  public static String bindings(Shown shown) {
    return lines(shown, result -> JsonValue.indented(ResultJson.bindings(result)));
  }

  /// For each result a line of its values, strings bare.
  public static String raw(Shown shown) {
    return lines(
        shown,
        result ->
            result.values().stream()
                .map(value ->
                    value instanceof StringValue text ? text.text() : JsonValue.compact(value))
                .collect(Collectors.joining(" ")));
  }

  private static String lines(Shown shown, java.util.function.Function<Result, String> each) {
    return shown.results().stream()
        .map(result -> each.apply(result) + "\n")
        .collect(Collectors.joining());
  }

  /// The value alone where there is one, else a table; `undefined` when there are no results.
  public static String pretty(Shown shown) {
    if (shown.results().isEmpty()) {
      return "undefined\n";
    }
    Result first = shown.results().getFirst();
    boolean single =
        shown.results().size() == 1 && first.bindings().isEmpty() && first.values().size() == 1;
    return single ? JsonValue.indented(first.values().getFirst()) + "\n" : table(shown);
  }

  private static String table(Shown shown) {
    List<Integer> columns = new ArrayList<>();
    for (int i = 0; i < shown.expressions().size(); i++) {
      int column = i;
      if (shown.results().stream().anyMatch(r -> Shown.tells(r.values().get(column)))
          || shown.results().stream().allMatch(r -> r.bindings().isEmpty())) {
        columns.add(i);
      }
    }
    List<String> names =
        List.copyOf(
            shown.results().stream()
                .flatMap(result -> result.bindings().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new)));
    List<String> headers = new ArrayList<>();
    columns.forEach(column -> headers.add(shown.text(column)));
    headers.addAll(names);
    if (headers.isEmpty()) {
      return "";
    }
    var table = new BoxTable(headers);
    for (Result result : shown.results()) {
      List<String> row = new ArrayList<>();
      columns.forEach(column -> row.add(JsonValue.compact(result.values().get(column))));
      for (String name : names) {
        Value value = result.bindings().get(name);
        row.add(value == null ? "" : JsonValue.compact(value));
      }
      table.row(row);
    }
    return table.toString();
  }
}
