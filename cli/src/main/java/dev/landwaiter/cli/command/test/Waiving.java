package dev.landwaiter.cli.command.test;

import dev.landwaiter.base.finding.Waiver;
import dev.landwaiter.cli.command.Waivers;
import dev.landwaiter.policy.conftest.CheckResult;
import dev.landwaiter.policy.conftest.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The waivers of landwaiter.yaml, applied to what rules say of files. A waiver means a rule by its
/// name (`deny_root`), with its package (`main.deny_root`), or by the `id` among what it says.
record Waiving(Waivers waivers) {
  /// The same results with what is waived among the exceptions.
  List<CheckResult> applied(List<CheckResult> results) {
    return waivers.isEmpty() ? results : results.stream().map(this::applied).toList();
  }

  private CheckResult applied(CheckResult result) {
    List<Message> exceptions = new ArrayList<>(result.exceptions());
    List<Message> warnings = left(result, result.warnings(), exceptions);
    List<Message> failures = left(result, result.failures(), exceptions);
    return exceptions.size() == result.exceptions().size()
        ? result
        : result.with(warnings, failures, exceptions);
  }

  private List<Message> left(CheckResult result, List<Message> messages, List<Message> exceptions) {
    List<Message> left = new ArrayList<>();
    for (Message message : messages) {
      Optional<Waiver> waiver = covering(result, message);
      if (waiver.isPresent()) {
        String reason = waiver.get().reason();
        exceptions.add(
            new Message(
                message.text() + " (waived" + (reason.isEmpty() ? "" : ": " + reason) + ")",
                message.origin(),
                message.metadata(),
                message.place()));
      } else {
        left.add(message);
      }
    }
    return left;
  }

  private Optional<Waiver> covering(CheckResult result, Message message) {
    String query = message.metadata().text("query");
    String rule = query.startsWith("data.") ? query.substring("data.".length()) : query;
    String own = message.metadata().text("id");
    return waivers.covering(
        result.file(),
        id -> id.equals(rule) || rule.equals(result.namespace() + "." + id) || id.equals(own));
  }
}
