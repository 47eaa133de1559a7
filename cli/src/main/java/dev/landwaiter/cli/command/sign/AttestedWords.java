package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.statement.PredicateType;
import dev.landwaiter.signing.statement.Statement;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a statement says, in a few words: its type and the one thing that most readers look for.
final class AttestedWords {
  private static final int LONGEST = 120;

  private AttestedWords() {}

  static String of(Statement statement) {
    String type = statement.predicateType();
    if (type.equals(PredicateType.COSIGN_SIGN)) {
      String annotations =
          statement.subjects().stream()
              .flatMap(each -> each.annotations().entrySet().stream())
              .map(each -> each.getKey() + "=" + plain(each.getValue()))
              .sorted()
              .distinct()
              .collect(Collectors.joining(", "));
      return annotations.isEmpty() ? "signed" : "signed, " + annotations;
    }
    String detail =
        switch (type) {
          case "https://slsa.dev/provenance/v1" ->
              "built by " + at(statement, "runDetails", "builder", "id");
          case "https://slsa.dev/provenance/v0.2" -> "built by " + at(statement, "builder", "id");
          case "https://cosign.sigstore.dev/attestation/vuln/v1" ->
              "scanned by " + at(statement, "scanner", "uri");
          case "https://spdx.dev/Document" -> count(statement, "packages");
          case "https://cyclonedx.org/bom" -> count(statement, "components");
          case "https://openvex.dev/ns" -> count(statement, "statements");
          default -> "";
        };
    String text = detail.isEmpty() ? type : type + ": " + detail;
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  /// A text as it is, everything else by its JSON text.
  static String plain(Value value) {
    return value instanceof StringValue text ? text.text() : value.toString();
  }

  private static String at(Statement statement, String... path) {
    Optional<Value> value = statement.predicate();
    for (String name : path) {
      value = value.flatMap(each -> each.get(name));
    }
    return value.map(AttestedWords::plain).orElse("nobody named");
  }

  private static String count(Statement statement, String name) {
    return statement.predicate().flatMap(each -> each.get(name)).orElse(ArrayValue.EMPTY)
            instanceof ArrayValue array
        ? array.size() + " " + name
        : "";
  }
}
