package dev.landwaiter.policy.conftest.output;

import dev.landwaiter.base.text.Plain;
import dev.landwaiter.policy.conftest.CheckResult;
import dev.landwaiter.policy.conftest.Message;
import dev.landwaiter.policy.conftest.Query;
import dev.landwaiter.policy.conftest.Totals;
import java.util.List;

/// A line for each message, then the numbers.
public final class Lines {
  private static final int RED = 31;
  private static final int GREEN = 32;
  private static final int YELLOW = 33;
  private static final int CYAN = 36;

  private final StringBuilder text = new StringBuilder();
  private final ReportOptions options;

  private Lines(ReportOptions options) {
    this.options = options;
  }

  static String of(List<CheckResult> results, ReportOptions options) {
    var lines = new Lines(options);
    for (CheckResult result : results) {
      lines.result(result);
    }
    return lines.text.append('\n').append(lines.numbers(results)).append('\n').toString();
  }

  /// The traces of all queries.
  public static String traces(List<CheckResult> results) {
    var text = new StringBuilder();
    for (CheckResult result : results) {
      for (Query query : result.queries()) {
        text.append("file: ").append(result.file());
        text.append(" | query: ").append(query.text()).append('\n');
        query.trace().forEach(line -> text.append("TRAC   ").append(line).append('\n'));
      }
    }
    return text.toString();
  }

  private void result(CheckResult result) {
    for (Query query : result.queries()) {
      query.prints().forEach(line -> text.append("PRNT   ").append(line).append("\n\n"));
    }
    result.warnings().forEach(message -> line("WARN", YELLOW, result, message));
    result.failures().forEach(message -> line("FAIL", RED, result, message));
    if (options.exceptions()) {
      result.exceptions().forEach(message -> line("EXCP", CYAN, result, message));
    }
  }

  private void line(String word, int colour, CheckResult result, Message message) {
    String place = options.placed() ? Places.text(result, message) : result.file();
    text.append(coloured(word, colour)).append(' ').append(between(place, result));
    text.append(shown(message.text())).append('\n');
  }

  /// `- FILE - NAMESPACE - `; of what is called by a dash, as standard input is, the dash alone.
  static String between(String file, CheckResult result) {
    String namespace = result.namespace();
    return (file.equals("-") ? "- " : "- " + file + " ")
        + (namespace.equals("-") ? "- " : "- " + namespace + " - ");
  }

  /// What a document says must not steer a terminal.
  private String shown(String message) {
    return options.placed() ? Plain.lines(message) : message;
  }

  private String numbers(List<CheckResult> results) {
    Totals totals = Totals.of(results);
    String sentence = totals.sentence(options.skipped());
    int colour = totals.failures() > 0 ? RED : totals.warnings() > 0 ? YELLOW : GREEN;
    if (totals.failures() == 0 && totals.warnings() == 0 && totals.exceptions() > 0) {
      colour = CYAN;
    }
    return coloured(sentence, colour);
  }

  private String coloured(String word, int colour) {
    return options.colours() ? "\u001b[" + colour + "m" + word + "\u001b[0m" : word;
  }
}
