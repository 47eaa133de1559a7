package dev.landwaiter.policy.score.output;

import dev.landwaiter.base.text.Plain;
import dev.landwaiter.base.text.TextWidth;
import dev.landwaiter.policy.score.Rule;
import dev.landwaiter.policy.score.ScoreReport;
import java.util.ArrayList;
import java.util.List;

/// Reports in kubesec's table form (kubernetes.md 5.6): a summary, and the rules of each object.
public final class KubesecTable {
  private static final String TITLE = "🛡️  Kubesec Scan Report";

  /// The title is centred on so many columns.
  private static final int WIDTH = 80;

  private KubesecTable() {}

  public static String text(List<ScoreReport> reports) {
    List<List<String>> summary = new ArrayList<>();
    summary.add(
        List.of(
            "File",
            "Object",
            "Valid",
            "Score",
            "# Critical Rule Hits",
            "# Advise Rule Hits",
            "# Passed Rule Hits"));
    for (ScoreReport report : reports) {
      summary.add(
          List.of(
              report.fileName(),
              report.object(),
              report.valid() ? "✅" : "❌",
              Integer.toString(report.score()),
              Integer.toString(report.critical().size()),
              Integer.toString(report.advise().size()),
              Integer.toString(report.passed().size())));
    }
    var text = new StringBuilder("\n\n");
    text.repeat(" ", (WIDTH - TextWidth.of(TITLE)) / 2).append(TITLE).append("\n\n");
    box(summary, text);
    for (ScoreReport report : reports) {
      details(report, text);
    }
    return Plain.lines(text.toString());
  }

  private static void details(ScoreReport report, StringBuilder text) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Severity", "Rule ID", "Selector", "Reason", "Points"));
    report.critical().forEach(rule -> rows.add(row("🔴 Critical", rule)));
    report.advise().forEach(rule -> rows.add(row("🟡 Advise", rule)));
    report.passed().forEach(rule -> rows.add(row("🟢 Passed", rule)));
    if (rows.size() == 1) {
      return;
    }
    text.append("\n# Details for ").append(report.object()).append("\n\n");
    text.append("File: ").append(report.fileName()).append('\n');
    text.append(" INFO  ").append(report.message()).append('\n');
    box(rows, text);
  }

  private static List<String> row(String severity, Rule rule) {
    return List.of(
        severity,
        rule.id(),
        rule.selector().replace(" | ", " |\n"),
        wrapped(rule.reason()),
        Integer.toString(rule.points()));
  }

  /// A reason on lines of at most forty columns.
  private static String wrapped(String reason) {
    var text = new StringBuilder();
    int column = 0;
    for (String word : reason.split(" ", -1)) {
      if (column > 0 && column + 1 + word.length() > 40) {
        text.append('\n');
        column = 0;
      } else if (column > 0) {
        text.append(' ');
        column++;
      }
      text.append(word);
      column += word.length();
    }
    return text.toString();
  }

  /// Cells with lines between them and a frame around; a cell may have several lines.
  private static void box(List<List<String>> rows, StringBuilder text) {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        for (String line : row.get(i).split("\n", -1)) {
          widths[i] = Math.max(widths[i], TextWidth.of(line));
        }
      }
    }
    int width = columns * 3 - 1;
    for (int each : widths) {
      width += each;
    }
    text.append('┌').repeat("─", width).append("┐\n");
    for (List<String> row : rows) {
      List<String[]> cells = row.stream().map(cell -> cell.split("\n", -1)).toList();
      int height = cells.stream().mapToInt(cell -> cell.length).max().orElse(1);
      for (int line = 0; line < height; line++) {
        text.append('│');
        for (int i = 0; i < columns; i++) {
          String part = line < cells.get(i).length ? cells.get(i)[line] : "";
          text.append(i > 0 ? "│" : "").append(' ').append(part);
          text.repeat(" ", widths[i] - TextWidth.of(part)).append(' ');
        }
        text.append("│\n");
      }
    }
    text.append('└').repeat("─", width).append("┘\n");
  }
}
