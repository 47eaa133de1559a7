package dev.landwaiter.policy.conftest.output;

import dev.landwaiter.base.text.Plain;
import dev.landwaiter.base.text.TextWidth;
import dev.landwaiter.policy.conftest.CheckResult;
import dev.landwaiter.policy.conftest.Message;
import java.util.ArrayList;
import java.util.List;

/// A table drawn with lines: a row for each message and each success.
final class Table {
  private static final List<String> HEADS = List.of("RESULT", "FILE", "NAMESPACE", "MESSAGE");

  private final List<List<List<String>>> rows = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final int[] widths = new int[HEADS.size()];
  private final boolean placed;

  private Table(boolean placed) {
    this.placed = placed;
  }

  static String of(List<CheckResult> results, ReportOptions options) {
    var table = new Table(options.placed());
    for (CheckResult result : results) {
      for (int i = 0; i < result.successes(); i++) {
        table.row("success", result.file(), result, "SUCCESS");
      }
      table.rows("exception", result, result.exceptions());
      table.rows("warning", result, result.warnings());
      table.rows("skipped", result, result.skipped());
      table.rows("failure", result, result.failures());
    }
    return table.rows.isEmpty() ? "" : table.draw();
  }

  private void rows(String word, CheckResult result, List<Message> messages) {
    for (Message message : messages) {
      String file = placed ? Places.text(result, message) : result.file();
      row(word, file, result, placed ? Plain.lines(message.text()) : message.text());
    }
  }

  private void row(String word, String file, CheckResult result, String message) {
    List<List<String>> row = new ArrayList<>();
    for (String cell : List.of(word, file, result.namespace(), message)) {
      row.add(List.of(cell.split("\n", -1)));
    }
    rows.add(row);
  }

  private String draw() {
    for (int column = 0; column < widths.length; column++) {
      widths[column] = TextWidth.of(HEADS.get(column));
      for (List<List<String>> row : rows) {
        for (String line : row.get(column)) {
          widths[column] = Math.max(widths[column], TextWidth.of(line));
        }
      }
    }
    ruler("┌┬┐");
    text.append('│');
    for (int column = 0; column < widths.length; column++) {
      int room = widths[column] - TextWidth.of(HEADS.get(column));
      text.repeat(" ", 1 + room / 2).append(HEADS.get(column));
      text.repeat(" ", 1 + room - room / 2).append('│');
    }
    text.append('\n');
    ruler("├┼┤");
    rows.forEach(this::draw);
    ruler("└┴┘");
    return text.toString();
  }

  private void draw(List<List<String>> row) {
    int height = row.stream().mapToInt(List::size).max().orElse(0);
    for (int line = 0; line < height; line++) {
      text.append('│');
      for (int column = 0; column < widths.length; column++) {
        List<String> cell = row.get(column);
        String shown = line < cell.size() ? cell.get(line) : "";
        text.append(' ').append(shown);
        text.repeat(" ", widths[column] - TextWidth.of(shown) + 1).append('│');
      }
      text.append('\n');
    }
  }

  private void ruler(String corners) {
    text.append(corners.charAt(0));
    for (int i = 0; i < widths.length; i++) {
      text.repeat("─", widths[i] + 2).append(corners.charAt(i + 1 < widths.length ? 1 : 2));
    }
    text.append('\n');
  }
}
