package dev.landwaiter.cli.agreement;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.List;

/// Reads the boxed tables of a text back into rows of cells.
final class Boxes {
  private Boxes() {}

  /// Each box as an array of rows; a line whose first cell is empty goes on with the row above it.
  static List<Value> read(String text) {
    List<Value> boxes = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("│")) {
        add(rows, line);
      } else if (line.startsWith("└")) {
        boxes.add(
            new ArrayValue(
                rows.stream()
                    .map(row -> new ArrayValue(row.stream().map(Value::of).toList()))
                    .toList()));
        rows.clear();
      }
    }
    return boxes;
  }

  private static void add(List<List<String>> rows, String line) {
    String[] cells = line.substring(1, line.length() - 1).split("│", -1);
    if (!cells[0].isBlank()) {
      rows.add(new ArrayList<>(List.of(cells).stream().map(String::strip).toList()));
      return;
    }
    List<String> row = rows.getLast();
    for (int i = 0; i < cells.length; i++) {
      if (!cells[i].isBlank()) {
        row.set(i, row.get(i) + "\n" + cells[i].strip());
      }
    }
  }
}
