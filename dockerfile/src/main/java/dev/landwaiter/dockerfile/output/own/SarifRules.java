package dev.landwaiter.dockerfile.output.own;

import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.output.Hidden;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.output.ReportOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The rules that the findings of a report name, each once, by id.
record SarifRules(Map<String, Finding> examples, ReportOptions options) {
  static SarifRules of(List<Linted> files, ReportOptions options) {
    Map<String, Finding> examples = new TreeMap<>();
    for (Linted linted : files) {
      linted.findings().forEach(each -> examples.putIfAbsent(each.id(), each));
      if (options.hidden()) {
        linted.hidden().stream()
            .map(Hidden::finding)
            .forEach(each -> examples.putIfAbsent(each.id(), each));
      }
    }
    return new SarifRules(examples, options);
  }

  /// The place of each rule in the array.
  Map<String, Integer> places() {
    Map<String, Integer> places = new TreeMap<>();
    examples.keySet().forEach(id -> places.put(id, places.size()));
    return places;
  }

  void write(JsonWriter json) throws IOException {
    json.name("rules").values(examples.values(), this::rule);
  }

  private void rule(JsonWriter json, Finding example) throws IOException {
    RuleInfo rule = options.rules().apply(example.id()).orElseGet(() -> unknown(example));
    json.beginObject().name("id").value(rule.id());
    text(json, "shortDescription", rule.what());
    if (!rule.why().isEmpty()) {
      text(json, "fullDescription", sentence(rule.what()) + " " + sentence(rule.why()));
    }
    if (!rule.how().isEmpty()) {
      json.name("help").beginObject();
      json.name("text").value(sentence(rule.how()));
      json.name("markdown").value(markdown(rule)).endObject();
    }
    json.name("defaultConfiguration").beginObject();
    json.name("level").value(level(rule.level())).endObject();
    json.name("properties").beginObject();
    json.field("aliases", rule.aliases());
    json.name("tags").values(tags(rule.id()), JsonWriter::value);
    json.endObject().endObject();
  }

  private static RuleInfo unknown(Finding example) {
    return Linted.unreadable(example)
        ? Linted.unreadable()
        : RuleInfo.of(example.id(), example.level(), example.message(), "", "");
  }

  private static String markdown(RuleInfo rule) {
    return "**%s**\n\n%s\n\n%s"
        .formatted(sentence(rule.what()), sentence(rule.why()), sentence(rule.how()));
  }

  private static String sentence(String text) {
    return text.isEmpty() || ".!?".indexOf(text.charAt(text.length() - 1)) >= 0 ? text : text + ".";
  }

  private static List<String> tags(String id) {
    List<String> tags = new ArrayList<>(List.of("dockerfile"));
    if (id.startsWith("SC")) {
      tags.addAll(List.of("shell", "shellcheck"));
    } else if (id.startsWith("DL")) {
      tags.add("hadolint");
    } else if (id.startsWith("LD")) {
      tags.add("landwaiter");
    } else {
      tags.add("buildkit");
    }
    return tags;
  }

  static String level(Level level) {
    return switch (level) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO, STYLE -> "note";
      case IGNORE -> "none";
    };
  }

  private static void text(JsonWriter json, String name, String text) throws IOException {
    json.name(name).beginObject().name("text").value(text).endObject();
  }
}
