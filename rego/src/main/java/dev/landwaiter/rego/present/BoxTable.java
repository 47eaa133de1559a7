package dev.landwaiter.rego.present;

import java.util.ArrayList;
import java.util.List;

/// A table drawn with lines: headers centred, cells to the left.
public final class BoxTable {
  private final List<String> headers;
  private final List<List<String>> rows = new ArrayList<>();

  public BoxTable(List<String> headers) {
    this.headers = List.copyOf(headers);
  }

  public void row(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  @Override
  public String toString() {
    int[] widths = new int[headers.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      widths[i] =
          Math.max(
              width(headers.get(i)),
              rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0));
    }
    var text = new StringBuilder();
    ruler(text, widths, "┌┬┐");
    text.append('│');
    for (int i = 0; i < widths.length; i++) {
      int room = widths[i] - width(headers.get(i));
      text.repeat(" ", 1 + room / 2).append(headers.get(i)).repeat(" ", 1 + room - room / 2);
      text.append('│');
    }
    text.append('\n');
    ruler(text, widths, "├┼┤");
    for (List<String> row : rows) {
      text.append('│');
      for (int i = 0; i < widths.length; i++) {
        text.append(' ').append(row.get(i)).repeat(" ", widths[i] - width(row.get(i)) + 1);
        text.append('│');
      }
      text.append('\n');
    }
    ruler(text, widths, "└┴┘");
    return text.toString();
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  private static void ruler(StringBuilder text, int[] widths, String corners) {
    text.append(corners.charAt(0));
    for (int i = 0; i < widths.length; i++) {
      text.repeat("─", widths[i] + 2).append(corners.charAt(i + 1 < widths.length ? 1 : 2));
    }
    text.append('\n');
  }
}
