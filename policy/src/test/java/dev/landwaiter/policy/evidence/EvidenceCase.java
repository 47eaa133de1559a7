package dev.landwaiter.policy.evidence;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Located;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;
import dev.landwaiter.policy.input.InputFormat;
import dev.landwaiter.policy.input.all.InputFormats;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// One policy, one document and the places its results are about; [CaseReader] tells how they are
/// written.
///
/// @param sections their lines by their name
/// @param front where the document lies in the input
/// @param format of the document
record EvidenceCase(
    String name,
    Map<String, List<String>> sections,
    List<String> rules,
    RegoVersion version,
    List<String> front,
    String format) {
  static final World WORLD =
      new ClosedWorld(InstantSource.fixed(Instant.EPOCH), () -> 0L, new SplittableRandom(1));

  private String text(String section) {
    return String.join("\n", sections.getOrDefault(section, List.of())) + "\n";
  }

  private byte[] bytes(String section) {
    return text(section).getBytes(StandardCharsets.UTF_8);
  }

  List<String> expected() {
    return text("expected").lines().filter(line -> !line.isBlank()).sorted().toList();
  }

  private Policy policy() throws RegoException {
    Map<String, String> sources = new TreeMap<>();
    sections.keySet().stream()
        .filter(section -> section.startsWith("policy"))
        .forEach(section -> sources.put(section + ".rego", text(section)));
    return Policy.compile(sources, data(), version);
  }

  private ObjectValue data() {
    return sections.containsKey("data") && yaml("data") instanceof ObjectValue data
        ? data
        : ObjectValue.EMPTY;
  }

  private Value yaml(String section) {
    try {
      return Yaml.parse(section, bytes(section));
    } catch (FormatException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /// Evaluates, and finds the place of each result.
  List<String> found() throws RegoException, FormatException {
    Policy policy = policy();
    Evidence evidence = Evidence.of(policy);
    var places = new ArrayList<String>();
    for (Given given : given()) {
      for (String rule : rules) {
        Footing footing = evidence.of(List.of(rule.split("\\.", -1)), given.input, data(), WORLD);
        for (Value result : results(policy, rule, given.input)) {
          places.add(line(given, footing, result));
        }
      }
    }
    return places.stream().sorted().toList();
  }

  /// A document as a policy gets it.
  private record Given(Value input, List<Locator> locators, boolean many) {}

  private List<Given> given() throws FormatException {
    if (!format.equals("yaml")) {
      InputFormat reader = InputFormats.named(format).orElseThrow();
      Value read = reader.read("input", bytes("input"));
      Locator locator = reader.locator("input", bytes("input"));
      if (!(read instanceof ArrayValue several)) {
        return List.of(new Given(read, List.of(locator), false));
      }
      var all = new ArrayList<Given>();
      for (int i = 0; i < several.size(); i++) {
        all.add(new Given(several.at(i), List.of(locator.within(i)), false));
      }
      return all;
    }
    List<Located> documents = Yaml.parseAll("input.yaml", bytes("input"));
    List<Locator> locators =
        documents.stream().map(document -> Locator.of(document.positions())).toList();
    if (sections.containsKey("combined")) {
      return List.of(
          new Given(
              new ArrayValue(documents.stream().map(EvidenceCase::combined).toList()),
              locators,
              true));
    }
    var given = new ArrayList<Given>();
    for (int i = 0; i < documents.size(); i++) {
      given.add(new Given(wrapped(documents.get(i).root()), List.of(locators.get(i)), false));
    }
    return given;
  }

  private static Value combined(Located document) {
    return new ObjectValue(
        Map.of(Value.of("path"), Value.of("a.yaml"), Value.of("contents"), document.root()));
  }

  /// The input of Gatekeeper's policies.
  private Value wrapped(Value document) {
    if (front.isEmpty()) {
      return document;
    }
    String version = document.text("apiVersion");
    String group = version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
    Value kind =
        new ObjectValue(
            Map.of(
                Value.of("kind"), Value.of(document.text("kind")),
                Value.of("group"), Value.of(group)));
    Value review = new ObjectValue(Map.of(Value.of("kind"), kind, Value.of("object"), document));
    Value parameters = sections.containsKey("parameters") ? yaml("parameters") : ObjectValue.EMPTY;
    return new ObjectValue(Map.of(Value.of("review"), review, Value.of("parameters"), parameters));
  }

  private String line(Given given, Footing footing, Value result) {
    Locator.Spot spot;
    if (given.many) {
      List<Value> path = footing.pathOfMany(result);
      spot =
          path.isEmpty()
              ? Locator.START.find(path)
              : given
                  .locators
                  .get((int) ((NumberValue) path.getFirst()).plain())
                  .find(path.subList(2, path.size()));
    } else {
      spot =
          given
              .locators
              .getFirst()
              .find(footing.path(result, front.stream().map(Value::of).toList()));
    }
    String text = result.text("msg").isEmpty() ? result.asText() : result.text("msg");
    return spot.span().start().line()
        + ":"
        + spot.span().start().column()
        + " "
        + text.strip().replace("\n", " ");
  }

  private static List<Value> results(Policy policy, String rule, Value input) throws RegoException {
    var values = new ArrayList<Value>();
    for (Result result :
        policy.prepare("data." + rule).evaluate(Optional.of(input), WORLD, Budget.NONE).results()) {
      result.values().forEach(value -> values.addAll(value.elements()));
    }
    return values;
  }
}
