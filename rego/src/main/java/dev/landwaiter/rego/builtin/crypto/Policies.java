package dev.landwaiter.rego.builtin.crypto;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a certificate says of policies (RFC 5280, 4.2.1.4, 5, 11 and 14); only shown.
final class Policies {
  private Optional<List<ObjectId>> identifiers = Optional.empty();
  private final List<Value> mappings = new ArrayList<>();
  private Optional<Integer> requireExplicit = Optional.empty();
  private Optional<Integer> inhibitMapping = Optional.empty();
  private Optional<Integer> inhibitAny = Optional.empty();

  void readPolicies(Der der) throws BuiltinException {
    String wrong = "x509: invalid certificate policies";
    var list = der.content(Der.SEQUENCE, wrong);
    List<ObjectId> found = new ArrayList<>();
    while (!list.isEmpty()) {
      var oid = list.content(Der.SEQUENCE, wrong).oid(wrong);
      if (found.contains(oid)) {
        throw BuiltinException.failure(wrong);
      }
      found.add(oid);
    }
    identifiers = Optional.of(found);
  }

  void readMappings(Der der) throws BuiltinException {
    String wrong = "x509: invalid policy mappings extension";
    var list = der.content(Der.SEQUENCE, wrong);
    while (!list.isEmpty()) {
      var pair = list.content(Der.SEQUENCE, wrong);
      mappings.add(
          new Structure()
              .set("IssuerDomainPolicy", pair.oid(wrong).text())
              .set("SubjectDomainPolicy", pair.oid(wrong).text())
              .value());
    }
  }

  void readConstraints(Der der) throws BuiltinException {
    String wrong = "x509: invalid policy constraints extension";
    var fields = der.content(Der.SEQUENCE, wrong);
    if (fields.is(Der.CONTEXT)) {
      requireExplicit = Optional.of(fields.smallInteger(Der.CONTEXT, wrong));
    }
    if (fields.is(Der.CONTEXT | 1)) {
      inhibitMapping = Optional.of(fields.smallInteger(Der.CONTEXT | 1, wrong));
    }
  }

  void readInhibitAny(Der der) throws BuiltinException {
    inhibitAny =
        Optional.of(der.smallInteger(Der.INTEGER, "x509: invalid inhibit any policy extension"));
  }

  void show(Structure fields) {
    fields
        .set(
            "Policies",
            identifiers
                .map(list -> Structure.list(list, oid -> Value.of(oid.text())))
                .orElse(NullValue.NULL))
        .set(
            "PolicyIdentifiers",
            identifiers
                .map(list ->
                    Structure.array(
                        list.stream().filter(ObjectId::isSmall).toList(), ObjectId::value))
                .orElse(NullValue.NULL))
        .set("PolicyMappings", Structure.list(mappings, mapping -> mapping));
    limit(fields, "RequireExplicitPolicy", requireExplicit);
    limit(fields, "InhibitPolicyMapping", inhibitMapping);
    limit(fields, "InhibitAnyPolicy", inhibitAny);
  }

  private static void limit(Structure fields, String name, Optional<Integer> limit) {
    fields
        .set(name, limit.orElse(0))
        .set(name + "Zero", limit.filter(number -> number == 0).isPresent());
  }
}
