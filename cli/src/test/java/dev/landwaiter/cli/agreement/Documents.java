package dev.landwaiter.cli.agreement;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reports made comparable: what changes from run to run and from program to program is taken out.
final class Documents {
  private static final Set<String> CHANGING =
      Set.of(
          "CreatedAt",
          "ReportID",
          "serialNumber",
          "timestamp",
          "created",
          "documentNamespace",
          "scanned",
          "scanStartedOn",
          "scanFinishedOn",
          "tools",
          "creators",
          "Trivy");

  /// Members whose own members tell of the program: its version is not ours.
  private static final Set<String> OF_THE_PROGRAM = Set.of("detector", "scanner", "driver");

  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");

  private Documents() {}

  /// The document without what changes.
  static Value steady(Value value) {
    Value plain = steady(value, "");
    boolean sbom = value.get("bomFormat").isPresent() || value.get("spdxVersion").isPresent();
    return sbom ? sorted(plain) : plain;
  }

  private static Value steady(Value value, String parent) {
    if (value instanceof ObjectValue object) {
      Map<Value, Value> members = new LinkedHashMap<>();
      object
          .members()
          .forEach((key, member) -> {
            String name = key.asText();
            boolean program =
                OF_THE_PROGRAM.contains(parent) && (name.equals("version") || name.equals("uri"));
            if (!CHANGING.contains(name) && !program) {
              members.put(key, steady(member, name));
            }
          });
      return new ObjectValue(members);
    }
    if (value instanceof ArrayValue array) {
      return new ArrayValue(array.elements().stream().map(e -> steady(e, parent)).toList());
    }
    return value instanceof StringValue text ? Value.of(masked(text.text())) : value;
  }

  private static Value sorted(Value value) {
    if (value instanceof ObjectValue object) {
      Map<Value, Value> members = new LinkedHashMap<>();
      object.members().forEach((key, member) -> members.put(key, sorted(member)));
      return new ObjectValue(members);
    }
    return value instanceof ArrayValue array
        ? new ArrayValue(array.elements().stream().map(Documents::sorted).sorted().toList())
        : value;
  }

  /// A text without ids made up and moments.
  static String masked(String text) {
    return MOMENT.matcher(UUID.matcher(text).replaceAll("U")).replaceAll("TIME");
  }

  /// What a JSON report claims: each finding and each package as one line.
  static Set<String> facts(Value report) {
    Set<String> facts = new HashSet<>();
    for (Value result : elements(report, "Results")) {
      for (Value finding : elements(result, "Vulnerabilities")) {
        String layer = finding.get("Layer").map(l -> l.text("DiffID")).orElse("");
        facts.add(
            "finding "
                + texts(
                    result,
                    finding,
                    "VulnerabilityID PkgName PkgPath InstalledVersion FixedVersion Status Severity")
                + layer);
      }
      for (Value pkg : elements(result, "Packages")) {
        facts.add(
            "package "
                + texts(result, pkg, "Name Version Release SrcName SrcVersion FilePath")
                + pkg.get("Epoch").map(Value::toString).orElse("")
                + elements(pkg, "Licenses"));
      }
    }
    return facts;
  }

  private static String texts(Value result, Value value, String keys) {
    return result.text("Target")
        + " "
        + Stream.of(keys.split(" ", -1)).map(value::text).toList()
        + " ";
  }

  private static List<Value> elements(Value value, String key) {
    return value.get(key).map(Value::elements).orElse(List.of());
  }

  /// The place of the first difference, and both sides.
  static Optional<String> difference(Value wanted, Value got, String path) {
    if (wanted instanceof ObjectValue left && got instanceof ObjectValue right) {
      Set<Value> keys = new HashSet<>(left.members().keySet());
      keys.addAll(right.members().keySet());
      for (Value key : keys.stream().sorted().toList()) {
        Optional<Value> one = left.get(key.asText());
        Optional<Value> other = right.get(key.asText());
        String place = path + "." + key.asText();
        if (one.isEmpty() || other.isEmpty()) {
          return Optional.of(place + (other.isEmpty() ? " is missing" : " is too much"));
        }
        Optional<String> inside = difference(one.get(), other.get(), place);
        if (inside.isPresent()) {
          return inside;
        }
      }
      return Optional.empty();
    }
    if (wanted instanceof ArrayValue left && got instanceof ArrayValue right) {
      List<Value> mine = new ArrayList<>(left.elements());
      for (int i = 0; i < Math.min(mine.size(), right.elements().size()); i++) {
        Optional<String> inside =
            difference(mine.get(i), right.elements().get(i), path + "[" + i + "]");
        if (inside.isPresent()) {
          return inside;
        }
      }
      return mine.size() == right.elements().size()
          ? Optional.empty()
          : Optional.of(
              "%s has %d elements, wanted %d"
                  .formatted(path, right.elements().size(), mine.size()));
    }
    return wanted.equals(got)
        ? Optional.empty()
        : Optional.of("%s: wanted %s, got %s".formatted(path, shortened(wanted), shortened(got)));
  }

  private static String shortened(Value value) {
    String text = value.toString();
    return text.substring(0, Math.min(120, text.length()));
  }
}
