package dev.landwaiter.cli.command.lint;

import dev.landwaiter.cli.flag.Nearest;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.run.Linter;
import dev.landwaiter.dockerfile.run.Profile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the rules say of themselves.
record RuleTexts(List<RuleInfo> rules, Map<String, RuleInfo> byId) {
  static RuleTexts of(Profile profile) {
    List<RuleInfo> rules = Linter.rules(profile);
    Map<String, RuleInfo> byId = new HashMap<>();
    for (RuleInfo rule : rules) {
      rule.aliases().forEach(alias -> byId.putIfAbsent(alias, rule));
    }
    rules.forEach(rule -> byId.put(rule.id(), rule));
    return new RuleTexts(rules, byId);
  }

  Optional<RuleInfo> rule(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// Everything about one rule.
  ///
  /// @throws UsageException when there is none of this id
  String explained(String id) throws UsageException {
    RuleInfo rule =
        byId.entrySet().stream()
            .filter(each -> each.getKey().equalsIgnoreCase(id))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(null);
    if (rule == null && id.toUpperCase(Locale.ROOT).matches("SC[0-9]{4}")) {
      return id.toUpperCase(Locale.ROOT)
          + " is a rule of ShellCheck, which explains it at https://www.shellcheck.net/wiki/"
          + id.toUpperCase(Locale.ROOT)
          + "\n";
    }
    if (rule == null && id.equalsIgnoreCase(Linted.UNREADABLE)) {
      return explained(Linted.unreadable()).toString();
    }
    if (rule == null) {
      String nearest = Nearest.to(id, byId.keySet());
      throw new UsageException(
          "there is no rule %s%s; landwaiter lint --list-rules lists all"
              .formatted(id, nearest.isEmpty() ? "" : ", did you mean " + nearest + "?"));
    }
    StringBuilder text = explained(rule);
    text.append(
        "\nIgnore it where it is wrong with a comment above the instruction (until is optional):\n\n");
    text.append("  # landwaiter:ignore=")
        .append(rule.id())
        .append(" until=YYYY-MM-DD reason=...\n");
    return text.toString();
  }

  private static StringBuilder explained(RuleInfo rule) {
    var text = new StringBuilder(rule.id()).append(" (").append(rule.level().id()).append(")");
    if (!rule.aliases().isEmpty()) {
      text.append(", also known as ").append(String.join(", ", rule.aliases()));
    }
    text.append("\n\n  What  ").append(rule.what()).append(".\n");
    text.append("  Why   ").append(rule.why()).append(".\n");
    text.append("  How   ").append(rule.how()).append(".\n");
    return text.append("  Fix   ").append(fix(rule)).append(".\n");
  }

  private static String fix(RuleInfo rule) {
    return switch (rule.fixable()) {
      case NO -> "By hand";
      case SHOWN -> "Some findings show a change; look at it before you make it";
      case WRITTEN -> "Some findings are mended by --fix; --diff shows how";
    };
  }

  /// A line for each rule.
  String list() {
    List<String> ids = new ArrayList<>();
    for (RuleInfo rule : rules) {
      ids.add(rule.id() + (rule.aliases().isEmpty() ? "" : " " + String.join(" ", rule.aliases())));
    }
    int width = ids.stream().mapToInt(String::length).max().orElse(0) + 2;
    var text = new StringBuilder();
    for (int i = 0; i < rules.size(); i++) {
      RuleInfo rule = rules.get(i);
      text.append(ids.get(i)).repeat(" ", width - ids.get(i).length());
      text.append("%-9s".formatted(rule.level().id())).append(rule.what()).append('\n');
    }
    return text.toString();
  }
}
