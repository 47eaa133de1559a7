package dev.landwaiter.policy.conftest.output;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.conftest.CheckResult;
import dev.landwaiter.policy.conftest.Message;
import dev.landwaiter.policy.conftest.Place;
import dev.landwaiter.policy.conftest.RuleAbout;
import dev.landwaiter.policy.conftest.Totals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// SARIF 2.1.0 in one line.
final class Sarif {
  private static final JsonStyle STYLE = new JsonStyle("", true, true);
  private static final String SCHEMA =
      "https://raw.githubusercontent.com/oasis-tcs/sarif-spec/main/sarif-2.1/schema/"
          + "sarif-schema-2.1.0.json";
  private static final String HOME = "https://github.com/open-policy-agent/conftest";
  private static final String SATISFIED = "Policy was satisfied successfully";
  private static final String SKIPPED = "Policy check was skipped";

  /// A rule as the list of rules tells of it.
  private record Rule(String id, String about, ObjectValue properties) {}

  /// A result before it is written.
  private record Entry(int rule, String level, Message message, CheckResult of) {}

  private final Map<String, Integer> indexes = new LinkedHashMap<>();
  private final List<Rule> rules = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private final ReportOptions options;

  private Sarif(ReportOptions options) {
    this.options = options;
  }

  static String of(List<CheckResult> results, ReportOptions options) {
    var sarif = new Sarif(options);
    results.forEach(sarif::result);
    var bytes = new ByteArrayOutputStream();
    try {
      var out = new JsonWriter(bytes, STYLE);
      sarif.write(out, Totals.of(results));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("an array in memory takes every byte", e);
    }
    return bytes.toString(StandardCharsets.UTF_8) + "\n";
  }

  private void result(CheckResult result) {
    for (Message message : result.failures()) {
      add(result, "deny", "Policy violation", "error", message);
    }
    for (Message message : result.warnings()) {
      add(result, "warn", "Policy warning", "warning", message);
    }
    for (Message message : result.exceptions()) {
      add(result, "allow", "Policy exception", "note", message);
    }
    if (result.failures().isEmpty() && result.warnings().isEmpty()) {
      boolean skipped = result.successes() == 0 && result.exceptions().isEmpty();
      String about = skipped ? SKIPPED : SATISFIED;
      var description = new ObjectValue(Map.of(Value.of("description"), Value.of(about)));
      add(
          result,
          skipped ? "skip" : "success",
          about,
          "none",
          new Message(about, Optional.empty(), description, Optional.empty()));
    }
  }

  private void add(CheckResult result, String kind, String about, String level, Message message) {
    String id = result.namespace() + "/" + (options.placed() ? rule(message, kind) : kind);
    int index =
        indexes.computeIfAbsent(
            id,
            _ -> {
              rules.add(new Rule(id, about, message.metadata()));
              return rules.size() - 1;
            });
    entries.add(new Entry(index, level, message, result));
  }

  /// The name of the rule that a message comes from, where it is known.
  private static String rule(Message message, String kind) {
    String query = message.metadata().text("query");
    return query.isEmpty() ? kind : query.substring(query.lastIndexOf('.') + 1);
  }

  private void write(JsonWriter out, Totals totals) throws IOException {
    out.beginObject().name("version").value("2.1.0").name("$schema").value(SCHEMA);
    out.name("runs").beginArray().beginObject();
    out.name("tool").beginObject().name("driver").beginObject();
    out.name("informationUri")
        .value(HOME)
        .name("name")
        .value(options.placed() ? "landwaiter" : "conftest");
    out.name("rules").beginArray();
    for (Rule rule : rules) {
      out.beginObject().name("id").value(rule.id());
      out.name("shortDescription").beginObject();
      out.name("text").value(title(rule)).endObject();
      about(out, rule);
      if (rule.properties().size() > 0) {
        out.name("properties").value(rule.properties());
      }
      out.endObject();
    }
    out.endArray().name("version").value(options.version()).endObject().endObject();
    out.name("invocations").beginArray().beginObject();
    out.name("executionSuccessful")
        .value(true)
        .name("exitCode")
        .value(totals.failures() > 0 ? 1 : 0);
    out.name("exitCodeDescription").value(ending(totals)).endObject().endArray();
    out.name("results").beginArray();
    for (Entry entry : entries) {
      write(out, entry);
    }
    out.endArray().endObject().endArray().endObject();
  }

  private Optional<RuleAbout> said(Rule rule) {
    return Optional.ofNullable(options.about().get(rule.properties().text("query")));
  }

  private String title(Rule rule) {
    return said(rule).map(RuleAbout::title).filter(each -> !each.isEmpty()).orElse(rule.about());
  }

  private void about(JsonWriter out, Rule rule) throws IOException {
    Optional<RuleAbout> said = said(rule);
    if (said.isPresent() && !said.get().description().isEmpty()) {
      out.name("fullDescription").beginObject();
      out.name("text").value(said.get().description().strip()).endObject();
    }
    if (said.isPresent() && !said.get().help().isEmpty()) {
      out.name("helpUri").value(said.get().help());
    }
  }

  private static String ending(Totals totals) {
    return totals.failures() > 0
        ? "Policy violations found"
        : totals.warnings() > 0 ? "Policy warnings found" : "No policy violations found";
  }

  private void write(JsonWriter out, Entry entry) throws IOException {
    out.beginObject().name("ruleId").value(rules.get(entry.rule()).id());
    out.name("ruleIndex").value(entry.rule()).name("level").value(entry.level());
    out.name("message").beginObject().name("text").value(entry.message().text()).endObject();
    out.name("locations").beginArray().beginObject().name("physicalLocation").beginObject();
    var origin = entry.message().origin();
    var place =
        options.placed() && origin.isEmpty() ? entry.message().place() : Optional.<Place>empty();
    String file =
        origin.isPresent() ? origin.get().file() : place.map(Place::file).orElse(entry.of().file());
    out.name("artifactLocation").beginObject().name("uri").value(file).endObject();
    if (origin.isPresent() && origin.get().line().isPresent()) {
      out.name("region").beginObject();
      out.name("startLine").value(origin.get().line().get());
      out.name("endLine").value(origin.get().line().get()).endObject();
    } else if (place.isPresent()) {
      var span = place.get().span();
      out.name("region").beginObject();
      out.name("startLine")
          .value(span.start().line())
          .name("startColumn")
          .value(span.start().column());
      out.name("endLine")
          .value(span.end().line())
          .name("endColumn")
          .value(span.end().column())
          .endObject();
    }
    out.endObject().endObject().endArray().endObject();
  }
}
