package dev.landwaiter.policy.evidence;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Reads cases:
///
/// ```text
/// === name of the case
/// rule main.deny            (more of them may follow)
/// version 0                 (else 1)
/// front review.object       (where the document lies in the input)
/// format toml               (else yaml)
/// policies conformance/…    (a folder of the shared data, instead of a section)
/// object conformance/…      (the document, likewise)
/// constraint conformance/…  (its parameters, likewise)
/// --- policy                (more may follow, with words behind)
/// --- data                  (YAML)
/// --- parameters            (YAML; member `parameters` of the input)
/// --- combined              (all documents in one input)
/// --- input
/// --- expected
/// 3:7 the message
/// ```
final class CaseReader {
  private final Map<String, List<String>> sections = new LinkedHashMap<>();
  private final List<String> rules = new ArrayList<>();
  private RegoVersion version = RegoVersion.V1;
  private List<String> front = List.of();
  private String format = "yaml";

  private CaseReader() {}

  static List<EvidenceCase> read(List<String> lines) throws IOException {
    var cases = new ArrayList<EvidenceCase>();
    int start = 0;
    for (int i = 1; i <= lines.size(); i++) {
      if (i == lines.size() || lines.get(i).startsWith("=== ")) {
        cases.add(new CaseReader().one(lines.subList(start, i)));
        start = i;
      }
    }
    return cases;
  }

  private EvidenceCase one(List<String> lines) throws IOException {
    List<String> section = List.of();
    boolean inHead = true;
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith("--- ")) {
        inHead = false;
        section = new ArrayList<>();
        sections.put(line.substring(4), section);
      } else if (inHead) {
        head(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
      } else {
        section.add(line);
      }
    }
    return new EvidenceCase(lines.getFirst().substring(4), sections, rules, version, front, format);
  }

  private void head(String word, String value) throws IOException {
    switch (word) {
      case "rule" -> rules.add(value);
      case "version" -> version = value.equals("0") ? RegoVersion.V0 : RegoVersion.V1;
      case "front" -> front = List.of(value.split("\\.", -1));
      case "format" -> format = value;
      case "policies" -> {
        try (Stream<Path> files = Files.walk(Shared.path(value))) {
          for (Path file : files.sorted().toList()) {
            if (file.toString().endsWith(".rego") && !file.toString().endsWith("_test.rego")) {
              sections.put("policy " + file.getFileName(), Files.readAllLines(file));
            }
          }
        }
      }
      case "object" -> sections.put("input", Files.readAllLines(Shared.path(value)));
      case "constraint" -> {
        Value constraint;
        try {
          constraint = Yaml.parse(value, Files.readAllBytes(Shared.path(value)));
        } catch (dev.landwaiter.base.format.FormatException e) {
          throw new IOException(e);
        }
        Value parameters =
            constraint
                .get("spec")
                .flatMap(spec -> spec.get("parameters"))
                .orElse(dev.landwaiter.base.value.ObjectValue.EMPTY);
        sections.put("parameters", List.of(JsonWriter.toText(parameters, JsonStyle.COMPACT)));
      }
      default -> throw new IllegalArgumentException(word);
    }
  }
}
