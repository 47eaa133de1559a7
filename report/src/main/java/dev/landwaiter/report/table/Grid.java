package dev.landwaiter.report.table;

import dev.landwaiter.base.text.Plain;
import dev.landwaiter.base.text.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// A table of light box characters: centred headings, a line between all rows.
final class Grid {
  /// How the cells of a column stand.
  enum Align {
    LEFT,
    CENTRE
  }

  /// One column.
  ///
  /// @param paint colours a cell's text on a terminal
  record Column(String heading, Align align, UnaryOperator<String> paint) {
    Column(String heading, Align align) {
      this(heading, align, text -> text);
    }
  }

  private final List<Column> columns;
  private final int limit;
  private final boolean merge;
  private final List<List<String>> rows = new ArrayList<>();

  /// Starts a table.
  ///
  /// @param limit columns of text that a cell may take before it is wrapped
  /// @param merge whether equal cells below each other become one
  Grid(List<Column> columns, int limit, boolean merge) {
    this.columns = columns;
    this.limit = limit;
    this.merge = merge;
  }

  void add(List<String> cells) {
    rows.add(cells.stream().map(Plain::lines).toList());
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /// Draws the table.
  ///
  /// @param terminalWidth columns it should fit into where words allow, or 0
  void draw(int terminalWidth, StringBuilder out) {
    int[] limits = limits(terminalWidth);
    List<List<List<String>>> cells = new ArrayList<>();
    for (List<String> row : rows) {
      List<List<String>> wrapped = new ArrayList<>();
      for (int c = 0; c < columns.size(); c++) {
        wrapped.add(Cells.wrap(row.get(c), limits[c], terminalWidth == 0));
      }
      cells.add(wrapped);
    }
    int[] widths = widths(cells);
    border(out, widths, '┌', '┬', '┐');
    line(out, widths, columns.stream().map(Column::heading).toList(), true);
    for (int r = 0; r < cells.size(); r++) {
      boolean[] merged = merged(r);
      if (r == 0) {
        border(out, widths, '├', '┼', '┤');
      } else {
        between(out, widths, merged);
      }
      row(out, widths, cells.get(r), merged);
    }
    border(out, widths, '└', '┴', '┘');
  }

  private boolean[] merged(int row) {
    boolean[] merged = new boolean[columns.size()];
    for (int c = 0; merge && row > 0 && c < merged.length; c++) {
      String cell = rows.get(row).get(c);
      merged[c] = !cell.isEmpty() && cell.equals(rows.get(row - 1).get(c));
    }
    return merged;
  }

  /// Limits by column: all the same, but on a narrow terminal the widest columns give way first.
  private int[] limits(int terminalWidth) {
    int[] limits = new int[columns.size()];
    int[] natural = new int[columns.size()];
    int sum = 1;
    for (int c = 0; c < limits.length; c++) {
      int column = c;
      int widest =
          rows.stream()
              .flatMap(row -> row.get(column).lines())
              .mapToInt(TextWidth::of)
              .max()
              .orElse(0);
      natural[c] = Math.max(Math.min(widest, limit), TextWidth.of(columns.get(c).heading()));
      limits[c] = Math.max(limit, 1);
      sum += natural[c] + 3;
    }
    while (terminalWidth > 0 && sum > terminalWidth) {
      int widest = 0;
      for (int c = 1; c < natural.length; c++) {
        if (natural[c] > natural[widest]) {
          widest = c;
        }
      }
      int least = Math.max(16, TextWidth.of(columns.get(widest).heading()));
      if (natural[widest] <= least) {
        break;
      }
      natural[widest]--;
      limits[widest] = natural[widest];
      sum--;
    }
    return limits;
  }

  private int[] widths(List<List<List<String>>> cells) {
    int[] widths = new int[columns.size()];
    for (int c = 0; c < widths.length; c++) {
      widths[c] = TextWidth.of(columns.get(c).heading());
      for (List<List<String>> row : cells) {
        for (String line : row.get(c)) {
          widths[c] = Math.max(widths[c], TextWidth.of(line));
        }
      }
    }
    return widths;
  }

  private static void border(StringBuilder out, int[] widths, char left, char middle, char right) {
    for (int c = 0; c < widths.length; c++) {
      out.append(c == 0 ? left : middle).repeat('─', widths[c] + 2);
    }
    out.append(right).append('\n');
  }

  /// The line between two rows, open where cells are merged.
  private static void between(StringBuilder out, int[] widths, boolean[] merged) {
    for (int c = 0; c < widths.length; c++) {
      boolean left = c > 0 && !merged[c - 1];
      boolean right = !merged[c];
      out.append(joint(left, right)).repeat(merged[c] ? ' ' : '─', widths[c] + 2);
    }
    out.append(joint(!merged[widths.length - 1], false)).append('\n');
  }

  private static char joint(boolean left, boolean right) {
    if (left) {
      return right ? '┼' : '┤';
    }
    return right ? '├' : '│';
  }

  private void row(StringBuilder out, int[] widths, List<List<String>> cells, boolean[] merged) {
    int height = cells.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < height; i++) {
      List<String> line = new ArrayList<>();
      for (int c = 0; c < widths.length; c++) {
        List<String> cell = cells.get(c);
        line.add(merged[c] || i >= cell.size() ? "" : cell.get(i));
      }
      line(out, widths, line, false);
    }
  }

  private void line(StringBuilder out, int[] widths, List<String> texts, boolean heading) {
    for (int c = 0; c < widths.length; c++) {
      String text = texts.get(c);
      int space = widths[c] - TextWidth.of(text);
      boolean centred = heading || columns.get(c).align() == Align.CENTRE;
      int before = centred ? space / 2 : 0;
      String shown = heading || text.isEmpty() ? text : columns.get(c).paint().apply(text);
      out.append("│ ").repeat(' ', before).append(shown).repeat(' ', space - before).append(' ');
    }
    out.append("│\n");
  }
}
