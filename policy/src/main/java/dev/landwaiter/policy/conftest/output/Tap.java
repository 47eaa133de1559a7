package dev.landwaiter.policy.conftest.output;

import dev.landwaiter.policy.conftest.CheckResult;
import dev.landwaiter.policy.conftest.Message;
import java.util.List;

/// The Test Anything Protocol, a plan for each result.
final class Tap {
  private final StringBuilder text = new StringBuilder();
  private int number;

  private Tap() {}

  static String of(List<CheckResult> results) {
    var tap = new Tap();
    for (CheckResult result : results) {
      // The original's report ends at the first result without tests; the others count too.
      if (result.total() > 0) {
        tap.result(result);
      }
    }
    return tap.text.toString();
  }

  private void result(CheckResult result) {
    number = 0;
    text.append("1..").append(result.total()).append('\n');
    result.failures().forEach(message -> line("not ok", result, message));
    group("# warnings", "not ok", result, result.warnings());
    group("# exceptions", "ok", result, result.exceptions());
    group("# skip", "ok", result, result.skipped());
    Message success = Message.of("SUCCESS");
    group("# successes", "ok", result, java.util.Collections.nCopies(result.successes(), success));
  }

  private void group(String title, String word, CheckResult result, List<Message> messages) {
    if (!messages.isEmpty()) {
      text.append(title).append('\n');
      messages.forEach(message -> line(word, result, message));
    }
  }

  private void line(String word, CheckResult result, Message message) {
    text.append(word).append(' ').append(++number).append(' ');
    text.append(Lines.between(result.file(), result));
    text.append(message.text()).append('\n');
  }
}
