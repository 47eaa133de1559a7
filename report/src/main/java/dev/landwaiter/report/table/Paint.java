package dev.landwaiter.report.table;

import dev.landwaiter.base.finding.Severity;
import java.util.Optional;

/// Colours of a terminal (ECMA-48, "Select Graphic Rendition"); none where the table goes
/// elsewhere.
record Paint(boolean terminal) {
  private static final String OFF = "\u001b[0m";

  String title(String text) {
    return terminal ? "\u001b[1;4m" + text + OFF : text;
  }

  String alarm(String text) {
    return terminal ? "\u001b[31m" + text + OFF : text;
  }

  /// A severity's name in its colour; other texts stay as they are.
  String severity(String name) {
    Optional<Severity> severity = terminal ? Severity.named(name) : Optional.empty();
    return severity.map(s -> code(s) + name + OFF).orElse(name);
  }

  private static String code(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "\u001b[31m";
      case HIGH -> "\u001b[91m";
      case MEDIUM -> "\u001b[33m";
      case LOW -> "\u001b[34m";
      case UNKNOWN -> "\u001b[36m";
    };
  }
}
