package dev.landwaiter.dockerfile.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.config.Configuration;
import dev.landwaiter.dockerfile.config.ConfigurationFile;
import dev.landwaiter.dockerfile.config.Environment;
import dev.landwaiter.dockerfile.config.Layer;
import dev.landwaiter.dockerfile.config.RuleVersion;
import dev.landwaiter.dockerfile.config.Verdict;
import dev.landwaiter.dockerfile.output.Linted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One recorded run and what becomes of it here; findings are written `line:column id level`.
record RecordedRun(
    String id, boolean linted, List<String> wanted, List<String> found, int exit, int status) {
  private static final String HUB = "docker.io";
  private static final String HUB_WEB = "hub.docker.com";

  /// @param stopEarly whether a file that the original cannot read is not judged at all
  static RecordedRun of(String line, boolean stopEarly) throws Exception {
    String text = line.replace("%HUBWEB%", HUB_WEB).replace("%HUB%", HUB);
    var row = (ObjectValue) Json.parse("cases.jsonl", text.getBytes(UTF_8));
    List<String> wanted = new ArrayList<>();
    boolean linted = !(row.get("findings").orElseThrow() instanceof NullValue);
    for (Value each : linted ? row.get("findings").orElseThrow().elements() : List.<Value>of()) {
      List<Value> parts = each.elements();
      if (!parts.get(2).asText().startsWith("SC")) {
        wanted.add(
            "%s:%s %s %s"
                .formatted(
                    parts.get(0), parts.get(1), parts.get(2).asText(), parts.get(3).asText()));
      }
    }
    wanted.sort(null);
    List<String> found = new ArrayList<>();
    int status = run(row, stopEarly, found);
    found.sort(null);
    int exit = Integer.parseInt(row.get("exit").orElseThrow().toString());
    // Where shell findings alone decide, the status says nothing of us.
    boolean shellOnly =
        linted && wanted.isEmpty() && !row.get("findings").orElseThrow().elements().isEmpty();
    return new RecordedRun(
        row.text("id"), linted, wanted, found, shellOnly ? status : exit, status);
  }

  private static int run(ObjectValue row, boolean stopEarly, List<String> found) {
    var arguments = row.get("args").orElseThrow().elements().stream().map(Value::asText).toList();
    Optional<Layer> flags = RecordedFlags.read(arguments);
    if (flags.isEmpty()) {
      return 1;
    }
    Map<String, String> environment = new HashMap<>();
    row.get("env")
        .orElse(ObjectValue.EMPTY)
        .members()
        .forEach((name, value) -> environment.put(name.asText(), value.asText()));
    Layer file =
        row.get("config").orElseThrow() instanceof StringValue config
            ? ConfigurationFile.read(".hadolint.yaml", config.text().getBytes(UTF_8)).layer()
            : Layer.NONE;
    var configuration = Configuration.merge(Environment.read(environment), file, flags.get());
    var options =
        new Linter.Options(
            configuration,
            Profile.CLASSIC,
            RuleVersion.NEWEST,
            stopEarly,
            LocalDate.of(2026, 1, 1),
            ShellFindings.NONE);
    Linter.Outcome outcome =
        new Linter(options).lint("Dockerfile", row.text("dockerfile").getBytes(UTF_8));
    for (Finding each : outcome.linted().findings()) {
      found.add(written(each));
    }
    boolean fails =
        Verdict.fails(
            configuration, configuration.formats(), outcome.linted().findings(), outcome.unread());
    return fails ? 1 : 0;
  }

  private static String written(Finding finding) {
    int column = Linted.unreadable(finding) ? finding.span().start().column() : 1;
    return "%d:%d %s %s".formatted(finding.line(), column, finding.id(), finding.level().id());
  }

  boolean agrees() {
    return exit == status && (!linted || wanted.equals(found));
  }

  @Override
  public String toString() {
    return "%s: wanted %s exit %d, found %s exit %d".formatted(id, wanted, exit, found, status);
  }
}
