package dev.landwaiter.dockerfile.stage;

import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The variables before the first FROM, with those the builder brings along (reference: 7.3).
final class Globals {
  /// A default that cannot be expanded.
  record Failure(Word word, String reason) {}

  private final Scope scope;
  private final Set<String> declared = new HashSet<>();
  private Optional<Failure> failure = Optional.empty();

  private Globals(Scope scope) {
    this.scope = scope;
  }

  /// @param given the values that ARG takes instead of its defaults
  static Globals of(
      List<Instruction.Arg> before,
      Expander expander,
      BuildInput input,
      Map<String, String> given) {
    var globals = new Globals(Scope.empty(input.platform().windows()));
    globals.platforms(input);
    for (Instruction.Arg each : before) {
      globals.declare(each, expander, given);
    }
    return globals;
  }

  private void platforms(BuildInput input) {
    Platform platform = input.platform();
    for (String side : List.of("BUILD", "TARGET")) {
      predefine(side + "PLATFORM", platform.toString(), input);
      predefine(side + "OS", platform.system(), input);
      predefine(side + "OSVERSION", "", input);
      predefine(side + "ARCH", platform.architecture(), input);
      predefine(side + "VARIANT", platform.variant(), input);
    }
    predefine("TARGETSTAGE", input.target().orElse("default"), input);
  }

  private void predefine(String name, String value, BuildInput input) {
    String given = input.arguments().getOrDefault(name, value);
    scope.argument(-1, name, Optional.of(given), false);
    declared.add(name);
  }

  private void declare(Instruction.Arg arg, Expander expander, Map<String, String> given) {
    for (Instruction.Argument each : arg.arguments()) {
      String name = each.name().text();
      declared.add(name);
      Optional<String> value = Optional.ofNullable(given.get(name));
      boolean certain = true;
      if (value.isEmpty() && each.value().isPresent()) {
        Expansion expansion = expander.expand(each.value().get().text(), scope);
        if (expansion.error().isPresent() && failure.isEmpty()) {
          failure = Optional.of(new Failure(each.value().get(), expansion.error().get()));
        }
        value = Optional.of(expansion.text());
        certain = scope.certain(expansion);
      }
      scope.argument(arg.statement().index(), name, value, certain);
    }
  }

  Scope scope() {
    return scope;
  }

  /// All names that FROM may use.
  Set<String> declared() {
    return declared;
  }

  Optional<Failure> failure() {
    return failure;
  }
}
