package dev.landwaiter.dockerfile.output.own;

import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What the builder's own checks would report of a run (reference: 15.1).
///
/// @param warnings by file and line
/// @param failures why files cannot be read
record BuildWarnings(List<Warning> warnings, List<Warning> failures) {
  /// One finding under the builder's name of its rule.
  ///
  /// @param source number of the file, from 0
  /// @param rule the name, or empty for a failure
  /// @param last number of the instruction's last line
  record Warning(int source, Linted linted, String rule, Finding finding, int last) {
    int first() {
      return finding.line();
    }

    String url() {
      return "https://docs.docker.com/go/dockerfile/rule/" + kebab(rule) + "/";
    }
  }

  static BuildWarnings of(List<Linted> files) {
    List<Warning> warnings = new ArrayList<>();
    List<Warning> failures = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Linted linted = files.get(i);
      for (Finding finding : linted.findings()) {
        Optional<String> rule = rule(finding);
        if (Linted.unreadable(finding)) {
          failures.add(new Warning(i, linted, "", finding, last(linted, finding)));
        } else if (rule.isPresent()) {
          warnings.add(new Warning(i, linted, rule.get(), finding, last(linted, finding)));
        }
      }
    }
    warnings.sort(
        Comparator.comparing((Warning each) -> each.linted().name())
            .thenComparingInt(Warning::first));
    return new BuildWarnings(warnings, failures);
  }

  private static Optional<String> rule(Finding finding) {
    return Stream.concat(Stream.of(finding.id()), finding.aliases().stream())
        .filter(id -> id.length() > 2 && !Character.isDigit(id.charAt(2)))
        .findFirst();
  }

  private static int last(Linted linted, Finding finding) {
    return linted.file().instructions().stream()
        .filter(each -> each.line() == finding.line())
        .mapToInt(each -> lastLine(each))
        .findFirst()
        .orElse(finding.line());
  }

  private static int lastLine(Instruction instruction) {
    return Math.max(instruction.line(), instruction.statement().lastLine());
  }

  /// `JSONArgsRecommended` as `json-args-recommended`.
  static String kebab(String rule) {
    var text = new StringBuilder();
    for (int i = 0; i < rule.length(); i++) {
      boolean upper = Character.isUpperCase(rule.charAt(i));
      boolean afterLower = i > 0 && Character.isLowerCase(rule.charAt(i - 1));
      boolean beforeLower = i + 1 < rule.length() && Character.isLowerCase(rule.charAt(i + 1));
      if (i > 0 && upper && (afterLower || beforeLower)) {
        text.append('-');
      }
      text.append(rule.charAt(i));
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }
}
