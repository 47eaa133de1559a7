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

  /// A table without headers whose cells may have several lines, a line drawn below each row; empty
  /// without rows.
  public static String ofBlocks(List<List<String>> rows) {
    if (rows.isEmpty()) {
      return "";
    }
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        for (String line : lines(row.get(i))) {
          widths[i] = Math.max(widths[i], width(line));
        }
      }
    }
    var text = new StringBuilder();
    ruler(text, widths, "┌┬┐");
    for (int row = 0; row < rows.size(); row++) {
      block(text, widths, rows.get(row));
      ruler(text, widths, row + 1 < rows.size() ? "├┼┤" : "└┴┘");
    }
    return text.toString();
  }

  /// A table without headers and without lines between its rows.
  public static String ofLines(List<List<String>> rows) {
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    var text = new StringBuilder();
    ruler(text, widths, "┌┬┐");
    rows.forEach(row -> block(text, widths, row));
    ruler(text, widths, "└┴┘");
    return text.toString();
  }

  private static void block(StringBuilder text, int[] widths, List<String> row) {
    int height = row.stream().mapToInt(cell -> lines(cell).size()).max().orElse(0);
    for (int line = 0; line < height; line++) {
      text.append('│');
      for (int i = 0; i < widths.length; i++) {
        List<String> cell = lines(row.get(i));
        String shown = line < cell.size() ? cell.get(line) : "";
        text.append(' ').append(shown).repeat(" ", widths[i] - width(shown) + 1).append('│');
      }
      text.append('\n');
    }
  }

  private static List<String> lines(String cell) {
    return List.of(cell.replace("\t", "  ").split("\n", -1));
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
