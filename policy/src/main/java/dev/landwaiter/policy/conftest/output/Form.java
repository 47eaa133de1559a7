package dev.landwaiter.policy.conftest.output;

import dev.landwaiter.policy.conftest.CheckResult;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The forms of reports (reference: 4).
public enum Form {
  STDOUT,
  JSON,
  TAP,
  TABLE,
  JUNIT,
  GITHUB,
  AZUREDEVOPS,
  SARIF;

  /// The name on a command line.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The form of that name.
  public static Optional<Form> named(String name) {
    return Arrays.stream(values()).filter(form -> form.id().equals(name)).findFirst();
  }

  /// The whole report.
  public String report(List<CheckResult> results, ReportOptions options) {
    return switch (this) {
      case STDOUT -> Lines.of(results, options);
      case JSON -> JsonReport.of(results, options);
      case TAP -> Tap.of(results);
      case TABLE -> Table.of(results, options);
      case JUNIT -> Junit.of(results, options);
      case GITHUB -> GitHub.of(results, options);
      case AZUREDEVOPS -> AzureDevOps.of(results, options);
      case SARIF -> Sarif.of(results, options);
    };
  }
}
