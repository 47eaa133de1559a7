package dev.landwaiter.rego.parse;

import dev.landwaiter.rego.ErrorCode;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What version 1 asks of rules when they are read (reference: v1 checks).
public final class VersionOneChecks {
  private VersionOneChecks() {}

  static List<RegoError> of(Draft draft) {
    var errors = new ArrayList<RegoError>();
    for (Optional<Draft> one = Optional.of(draft); one.isPresent(); one = one.get().orElse()) {
      check(one.get(), errors);
    }
    return errors;
  }

  /// Rules of a module whose name is a keyword of version 1: what the formatter refuses when it
  /// turns version 0 into version 1.
  public static List<RegoError> ruleNames(Module module) {
    var errors = new ArrayList<RegoError>();
    module.rules().forEach(rule -> checkName(rule, errors));
    return errors;
  }

  private static void checkName(Rule rule, List<RegoError> errors) {
    String name = rule.head().ref().parts().size() == 1 ? rule.head().legacyName().orElse("") : "";
    Optional<Keyword> keyword = Keyword.named(name).filter(one -> one.ofVersionOne);
    keyword.ifPresent(
        one -> errors.add(error(rule, one.text + " keyword cannot be used for rule name")));
  }

  private static void check(Draft draft, List<RegoError> errors) {
    Rule rule = draft.rule();
    String kind = rule.head().args().isEmpty() ? "rule" : "function";
    checkName(rule, errors);
    if (rule.constant() && draft.implicitValue() && !rule.isDefault()) {
      errors.add(error(rule, kind + " must have value assignment and/or body declaration"));
    }
    if (!rule.constant() && !draft.usesIf()) {
      errors.add(error(rule, "`if` keyword is required before " + kind + " body"));
    }
    if (rule.head().isMultiValue() && !draft.usesContains()) {
      errors.add(error(rule, "`contains` keyword is required for partial set rules"));
    }
  }

  private static RegoError error(Rule rule, String message) {
    return RegoError.of(ErrorCode.PARSE, message, rule.at());
  }
}
