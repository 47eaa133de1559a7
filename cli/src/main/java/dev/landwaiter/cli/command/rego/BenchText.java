package dev.landwaiter.cli.command.rego;

import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.present.BoxTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/// What was measured, as a table, as JSON, or as a line of Go's benchmark format.
///
/// @param measured of the whole
/// @param extra further figures, by their names
/// @param memory whether allocated bytes are told; how many objects were allocated the virtual
///   machine does not know, so that their number is always 0
record BenchText(Benchmark.Measured measured, SortedMap<String, Value> extra, boolean memory) {

  /// Figures as a table.
  String table() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("samples", Long.toString(measured.count())));
    rows.add(List.of("ns/op", Long.toString(measured.nanosEach())));
    if (memory) {
      rows.add(List.of("B/op", Long.toString(measured.bytesEach())));
      rows.add(List.of("allocs/op", "0"));
    }
    extra.forEach((name, value) -> rows.add(List.of(name, value.toString())));
    return BoxTable.ofLines(rows);
  }

  /// Figures as JSON.
  ObjectValue json() {
    var draft = new ObjectValue.Draft();
    draft.put(Value.of("N"), Value.of(measured.count()));
    draft.put(Value.of("T"), Value.of(measured.nanos()));
    draft.put(Value.of("Bytes"), Value.of(0));
    draft.put(Value.of("MemAllocs"), Value.of(0));
    draft.put(Value.of("MemBytes"), Value.of(memory ? measured.bytes() : 0));
    var figures = new ObjectValue.Draft();
    for (Map.Entry<String, Value> each : extra.entrySet()) {
      figures.put(Value.of(each.getKey()), each.getValue());
    }
    draft.put(Value.of("Extra"), figures.finish());
    return draft.finish();
  }

  /// What follows the name in a line of Go's format.
  String line() {
    var text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%8d", measured.count()));
    text.append('\t').append(figure(measured.meanTime(), "ns/op"));
    extra.forEach((name, value) ->
        text.append('\t').append(figure(Double.parseDouble(value.toString()), name)));
    if (memory) {
      text.append(String.format(Locale.ROOT, "\t%8d B/op", measured.bytesEach()));
      text.append(String.format(Locale.ROOT, "\t%8d allocs/op", 0));
    }
    return text.toString();
  }

  /// Small figures get places behind the point, so that points stand below each other.
  private static String figure(double number, String unit) {
    String form;
    if (number == 0 || number >= 999.95) {
      form = "%10.0f";
    } else if (number >= 99.995) {
      form = "%12.1f";
    } else if (number >= 9.9995) {
      form = "%13.2f";
    } else {
      form = "%14.3f";
    }
    return String.format(Locale.ROOT, form, number) + " " + unit;
  }

  static Value number(double figure) {
    return figure == (long) figure
        ? Value.of((long) figure)
        : NumberValue.of(Double.toString(figure));
  }
}
