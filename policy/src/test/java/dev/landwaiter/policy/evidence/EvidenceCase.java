package dev.landwaiter.policy.evidence;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Located;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.ClosedWorld;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.World;
import dev.landwaiter.rego.query.Result;
import dev.landwaiter.rego.run.Policy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// One policy, one document and the places its results are about, read from a text:
///
/// ```text
/// === name of the case
/// rule main.deny            (more of them may follow)
/// version 0                 (else 1)
/// front review.object       (where the document lies in the input)
/// --- policy
/// --- parameters            (YAML; member `parameters` of the input)
/// --- input
/// --- expected
/// 3:7 the message
/// ```
record EvidenceCase(
    String name,
    Map<String, List<String>> sections,
    List<String> rules,
    boolean v0,
    List<String> front) {
  static final World WORLD =
      new ClosedWorld(InstantSource.fixed(Instant.EPOCH), () -> 0L, new SplittableRandom(1));

  static List<EvidenceCase> read(List<String> lines) {
    var cases = new ArrayList<EvidenceCase>();
    Map<String, List<String>> sections = new LinkedHashMap<>();
    var head = new ArrayList<String>();
    List<String> into = head;
    String name = "";
    var all = new ArrayList<>(lines);
    all.add("=== ");
    for (String line : all) {
      if (line.startsWith("=== ")) {
        if (!name.isEmpty()) {
          cases.add(of(name, sections, head));
        }
        name = line.substring(4);
        sections = new LinkedHashMap<>();
        head = new ArrayList<>();
        into = head;
      } else if (line.startsWith("--- ")) {
        into = new ArrayList<>();
        sections.put(line.substring(4), into);
      } else {
        into.add(line);
      }
    }
    return cases;
  }

  private static EvidenceCase of(
      String name, Map<String, List<String>> sections, List<String> head) {
    var rules = new ArrayList<String>();
    boolean old = false;
    List<String> front = List.of();
    for (String line : head) {
      if (line.startsWith("rule ")) {
        rules.add(line.substring(5));
      } else if (line.equals("version 0")) {
        old = true;
      } else if (line.startsWith("front ")) {
        front = List.of(line.substring(6).split("\\.", -1));
      } else if (!line.isBlank()) {
        throw new IllegalArgumentException(line);
      }
    }
    return new EvidenceCase(name, sections, rules, old, front);
  }

  private String text(String section) {
    return String.join("\n", sections.getOrDefault(section, List.of())) + "\n";
  }

  List<String> expected() {
    return text("expected").lines().filter(line -> !line.isBlank()).sorted().toList();
  }

  /// Evaluates, and finds the place of each result.
  List<String> found() throws RegoException, FormatException {
    Map<String, String> sources = new TreeMap<>();
    sections.keySet().stream()
        .filter(section -> section.startsWith("policy"))
        .forEach(section -> sources.put(section + ".rego", text(section)));
    Policy policy =
        Policy.compile(sources, ObjectValue.EMPTY, v0 ? RegoVersion.V0 : RegoVersion.V1);
    Evidence evidence = Evidence.of(policy);
    var places = new ArrayList<String>();
    List<Located> documents =
        Yaml.parseAll("input.yaml", text("input").getBytes(StandardCharsets.UTF_8));
    if (sections.containsKey("combined")) {
      Value input =
          new ArrayValue(
              documents.stream()
                  .map(d ->
                      new ObjectValue(
                          Map.of(
                              Value.of("path"),
                              Value.of("a.yaml"),
                              Value.of("contents"),
                              d.root())))
                  .toList());
      for (String rule : rules) {
        Footing footing = footing(evidence, rule, input);
        for (Value result : results(policy, rule, input)) {
          List<Value> path = footing.pathOfMany(result);
          Position at =
              path.isEmpty()
                  ? Position.START
                  : Locator.of(
                          documents
                              .get(
                                  ((ArrayValue) input)
                                      .elements()
                                      .indexOf(
                                          ((ArrayValue) input)
                                              .at(Integer.parseInt(path.getFirst().toString()))))
                              .positions())
                      .find(path.subList(2, path.size()))
                      .span()
                      .start();
          places.add(line(at, result, path));
        }
      }
    } else {
      for (Located document : documents) {
        Value input = wrapped(document.root());
        for (String rule : rules) {
          Footing footing = footing(evidence, rule, input);
          for (Value result : results(policy, rule, input)) {
            List<Value> path = footing.path(result, front.stream().map(Value::of).toList());
            Position at = Locator.of(document.positions()).find(path).span().start();
            places.add(line(at, result, path));
          }
        }
      }
    }
    return places.stream().sorted().toList();
  }

  private static String line(Position at, Value result, List<Value> path) {
    String text = result.text("msg").isEmpty() ? result.asText() : result.text("msg");
    if (Boolean.getBoolean("paths")) {
      text = path.stream().map(Value::toString).toList() + " " + text;
    }
    return at.line() + ":" + at.column() + " " + text.strip().replace("\n", " ");
  }

  private Value wrapped(Value document) throws FormatException {
    Value input = document;
    for (String key : front.reversed()) {
      input = new ObjectValue(Map.of(Value.of(key), input));
    }
    if (!front.isEmpty()) {
      var draft = new ObjectValue.Draft();
      input.members().forEach(draft::put);
      ObjectValue review = (ObjectValue) input.get("review").orElseThrow();
      var kind = new ObjectValue.Draft();
      review.members().forEach(kind::put);
      String[] group = document.text("apiVersion").split("/", -1);
      kind.put(
          Value.of("kind"),
          new ObjectValue(
              Map.of(
                  Value.of("kind"), Value.of(document.text("kind")),
                  Value.of("group"), Value.of(group.length > 1 ? group[0] : ""))));
      draft.put(Value.of("review"), kind.finish());
      draft.put(
          Value.of("parameters"),
          sections.containsKey("parameters")
              ? Yaml.parse("parameters", text("parameters").getBytes(StandardCharsets.UTF_8))
              : ObjectValue.EMPTY);
      input = draft.finish();
    }
    return input;
  }

  private static Footing footing(Evidence evidence, String rule, Value input) {
    return evidence.of(List.of(rule.split("\\.", -1)), input, ObjectValue.EMPTY, WORLD);
  }

  private static List<Value> results(Policy policy, String rule, Value input) throws RegoException {
    var values = new ArrayList<Value>();
    for (Result result :
        policy
            .prepare("data." + rule)
            .evaluate(java.util.Optional.of(input), WORLD, Budget.NONE)
            .results()) {
      for (Value value : result.values()) {
        values.addAll(value.elements().isEmpty() ? List.of(value) : value.elements());
      }
    }
    values.removeIf(v -> v.elements().isEmpty() && v.asText().isEmpty() && v.members().isEmpty());
    return values;
  }
}
