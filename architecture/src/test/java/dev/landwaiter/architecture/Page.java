package dev.landwaiter.architecture;

import java.util.List;

/// A page of documentation in the making: Markdown that a reader may also read as it is.
final class Page {
  private final StringBuilder text = new StringBuilder();

  Page(String title, String about) {
    text.append("# ").append(title).append("\n\n").append(about).append('\n');
    text.append("\nGenerated from the code by `./check --update`; a change here is lost.\n");
  }

  Page heading(int level, String title) {
    text.append('\n').repeat("#", level).append(' ').append(title).append('\n');
    return this;
  }

  Page paragraph(String words) {
    text.append('\n').append(words).append('\n');
    return this;
  }

  Page code(List<String> lines) {
    text.append("\n```\n");
    lines.forEach(line -> text.append(line).append('\n'));
    text.append("```\n");
    return this;
  }

  Page table(List<String> columns, List<List<String>> rows) {
    text.append('\n');
    row(columns);
    text.append("|").repeat("---|", columns.size()).append('\n');
    rows.forEach(this::row);
    return this;
  }

  private void row(List<String> cells) {
    text.append("| ");
    text.append(String.join(" | ", cells.stream().map(each -> each.replace("|", "\\|")).toList()));
    text.append(" |\n");
  }

  /// A word of the program's own, or nothing.
  static String word(String word) {
    return word.isEmpty() ? "" : "`" + word + "`";
  }

  static String words(List<String> words) {
    return String.join(", ", words.stream().map(Page::word).toList());
  }

  String text() {
    return text.toString();
  }
}
