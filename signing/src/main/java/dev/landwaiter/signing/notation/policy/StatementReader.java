package dev.landwaiter.signing.notation.policy;

import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.ProtoFields;
import dev.landwaiter.signing.notation.Check;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the statements of a trust policy with all rules about them.
final class StatementReader {
  private static final String EVERYTHING = "*";

  private StatementReader() {}

  static List<PolicyStatement> all(ProtoFields document, TrustPolicy.Kind kind)
      throws RefusedException {
    document.only(Set.of("version", "trustPolicies"));
    if (!document.text("version").equals("1.0")) {
      throw document.wrong("the version '" + document.text("version") + "' is not known");
    }
    List<PolicyStatement> all = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Set<String> scopes = new HashSet<>();
    boolean global = false;
    for (ProtoFields each : document.objects("trustPolicies")) {
      PolicyStatement statement = one(each, kind);
      if (!names.add(statement.name())) {
        throw each.wrong("the name '" + statement.name() + "' is there twice");
      }
      for (String scope : statement.scopes()) {
        if (!scopes.add(scope)) {
          throw each.wrong("the scope '" + scope + "' is there twice");
        }
      }
      if (global && statement.global()) {
        throw each.wrong("a second global statement");
      }
      global |= statement.global();
      all.add(statement);
    }
    if (all.isEmpty()) {
      throw document.wrong("it has no statements");
    }
    return all;
  }

  private static PolicyStatement one(ProtoFields statement, TrustPolicy.Kind kind)
      throws RefusedException {
    boolean image = kind == TrustPolicy.Kind.IMAGE;
    statement.only(
        Set.of(
            "name",
            image ? "registryScopes" : "globalPolicy",
            "signatureVerification",
            "trustStores",
            "trustedIdentities"));
    String name = statement.text("name");
    if (name.isBlank()) {
      throw statement.wrong("a statement without a name");
    }
    List<String> scopes = image ? scopes(statement) : List.of();
    boolean global = !image && bool(statement, "globalPolicy");
    ProtoFields verification =
        statement
            .fields("signatureVerification")
            .orElseThrow(() -> statement.wrong("no signatureVerification"))
            .only(Set.of("level", "override", "verifyTimestamp"));
    String level = verification.text("level");
    Map<Check, Check.Action> actions =
        Level.actions(verification.at("level"), level, verification.fields("override"));
    List<StoreName> stores = new ArrayList<>();
    for (String each : texts(statement, "trustStores")) {
      stores.add(StoreName.parse(statement.at("trustStores"), each));
    }
    List<String> identities = texts(statement, "trustedIdentities");
    if (level.equals(Level.SKIP)) {
      if (!stores.isEmpty() || !identities.isEmpty()) {
        throw statement.wrong("where all is skipped there are no stores and no identities");
      }
      if (scopes.contains(EVERYTHING) || global) {
        throw statement.wrong("everything cannot be skipped");
      }
    } else {
      if (identities.isEmpty()
          || stores.stream().allMatch(each -> each.type() == StoreName.Type.TSA)) {
        throw statement.wrong("trusted stores for signers and trusted identities are needed");
      }
    }
    return new PolicyStatement(
        name,
        scopes,
        global,
        level,
        actions,
        timestampAlways(verification),
        stores,
        TrustedIdentities.parse(statement.at("trustedIdentities"), identities));
  }

  private static boolean timestampAlways(ProtoFields verification) throws RefusedException {
    String when = verification.text("verifyTimestamp");
    return switch (when) {
      case "", "always" -> true;
      case "afterCertExpiry" -> false;
      default -> throw verification.wrong("'" + when + "' is no time to verify timestamps");
    };
  }

  private static List<String> scopes(ProtoFields statement) throws RefusedException {
    List<String> scopes = texts(statement, "registryScopes");
    if (scopes.isEmpty()) {
      throw statement.wrong("it has no registryScopes");
    }
    if (scopes.contains(EVERYTHING)) {
      if (scopes.size() > 1) {
        throw statement.wrong("'*' stands beside other scopes");
      }
      return scopes;
    }
    for (String scope : scopes) {
      if (!isRepository(scope)) {
        throw statement.wrong("'" + scope + "' is no repository with its registry");
      }
    }
    return scopes;
  }

  /// A host with a dot, a port or any name, a slash, and a path without tag and digest.
  private static boolean isRepository(String scope) {
    int slash = scope.indexOf('/');
    if (slash <= 0 || slash == scope.length() - 1) {
      return false;
    }
    boolean good = !scope.contains("//") && !scope.endsWith("/");
    for (int i = 0; i < scope.length(); i++) {
      char c = scope.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "._-/".indexOf(c) >= 0;
      boolean hostOnly = (c >= 'A' && c <= 'Z') || c == ':';
      good &= plain || (hostOnly && i < slash);
    }
    return good;
  }

  private static boolean bool(ProtoFields fields, String name) throws RefusedException {
    Optional<Value> member = fields.member(name);
    if (member.isEmpty()) {
      return false;
    }
    if (member.get() instanceof BooleanValue value) {
      return value.equals(BooleanValue.TRUE);
    }
    throw fields.wrong("'" + name + "' is neither true nor false");
  }

  private static List<String> texts(ProtoFields fields, String name) throws RefusedException {
    List<String> all = new ArrayList<>();
    for (Value each : fields.list(name)) {
      if (!(each instanceof StringValue text)) {
        throw fields.wrong("'" + name + "' holds something else than texts");
      }
      all.add(text.text());
    }
    return all;
  }
}
