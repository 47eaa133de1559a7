package dev.landwaiter.policy.conftest.output;

import dev.landwaiter.policy.conftest.CheckResult;
import dev.landwaiter.policy.conftest.Message;
import dev.landwaiter.policy.conftest.Origin;
import dev.landwaiter.policy.conftest.Place;
import dev.landwaiter.policy.conftest.Totals;
import java.util.List;

/// Commands of GitHub's workflows, which make annotations of messages.
final class GitHub {
  private final StringBuilder text = new StringBuilder();
  private final ReportOptions options;

  private GitHub(ReportOptions options) {
    this.options = options;
  }

  static String of(List<CheckResult> results, ReportOptions options) {
    var report = new GitHub(options);
    for (CheckResult result : results) {
      boolean allPassed = result.total() == result.successes();
      if (options.passed() || !allPassed) {
        report.result(result);
      }
    }
    return report
        .text
        .append(Totals.of(results).sentence(options.skipped()))
        .append('\n')
        .toString();
  }

  private void result(CheckResult result) {
    text.append("::group::Testing \"").append(data(result.file())).append("\" against ");
    text.append(result.total()).append(" policies in namespace \"");
    text.append(data(result.namespace())).append("\"\n");
    result.failures().forEach(message -> message("error", result, message));
    result.warnings().forEach(message -> message("warning", result, message));
    result.exceptions().forEach(message -> message("notice", result, message));
    for (Message message : result.skipped()) {
      command("notice", result.file(), "1", "Test was skipped: " + message.text());
    }
    command("notice", result.file(), "1", "Number of successful checks: " + result.successes());
    text.append("::endgroup::\n");
  }

  private void message(String word, CheckResult result, Message message) {
    if (message.origin().isEmpty()) {
      if (options.placed() && message.place().isPresent()) {
        Place place = message.place().get();
        var start = place.span().start();
        command(word, place.file(), start.line() + ",col=" + start.column(), message.text());
      } else {
        command(word, result.file(), "1", message.text());
      }
      return;
    }
    Origin origin = message.origin().get();
    String line = origin.line().map(number -> number.text()).orElse("1");
    String file = origin.file().isEmpty() ? result.file() : origin.file();
    command(word, file, line, message.text());
    if (!file.equals(result.file())) {
      command(
          word,
          result.file(),
          "1",
          "(ORIGINATING FROM %s L%s) %s".formatted(file, line, message.text()));
    }
  }

  private void command(String word, String file, String line, String message) {
    text.append("::").append(word).append(" file=").append(property(file));
    text.append(",line=").append(line).append("::").append(data(message)).append('\n');
  }

  /// The text of a command: a line break would end it, and `%` begins an escape.
  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
