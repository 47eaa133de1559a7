package dev.landwaiter.policy.gatekeeper.cel.function;

import static dev.landwaiter.policy.gatekeeper.cel.function.Operation.one;
import static dev.landwaiter.policy.gatekeeper.cel.function.Operation.walk;

import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.ToLongFunction;

/// What expressions do with versions, and what versions and amounts have in common.
final class Semvers {
  static final Library LIBRARY =
      new Library(
          """
          semver string -> kubernetes.Semver
          semver string bool -> kubernetes.Semver
          isSemver string -> bool
          isSemver string bool -> bool
          major kubernetes.Semver . -> int
          minor kubernetes.Semver . -> int
          patch kubernetes.Semver . -> int
          isLessThan kubernetes.Semver . kubernetes.Semver -> bool
          isGreaterThan kubernetes.Semver . kubernetes.Semver -> bool
          compareTo kubernetes.Semver . kubernetes.Semver -> int
          isLessThan kubernetes.Quantity . kubernetes.Quantity -> bool
          isGreaterThan kubernetes.Quantity . kubernetes.Quantity -> bool
          compareTo kubernetes.Quantity . kubernetes.Quantity -> int
          """,
          Map.of(
              "semver", walk((a, _) -> semver(a)),
              "isSemver", walk((a, _) -> isSemver(a)),
              "major", one((a, _) -> part(a[0], Semver::major)),
              "minor", one((a, _) -> part(a[0], Semver::minor)),
              "patch", one((a, _) -> part(a[0], Semver::patch)),
              "isLessThan", one((a, _) -> ask(a, order -> order < 0)),
              "isGreaterThan", one((a, _) -> ask(a, order -> order > 0)),
              "compareTo", one((a, _) -> compare(a))));

  private Semvers() {}

  private static boolean isLenient(Item[] arguments) {
    return arguments.length == 2 && arguments[1] == Item.Bool.TRUE;
  }

  private static boolean isCall(Item[] arguments) {
    return arguments[0] instanceof Item.Text
        && (arguments.length == 1 || arguments[1] instanceof Item.Bool);
  }

  private static Item semver(Item[] arguments) {
    return isCall(arguments) && arguments[0] instanceof Item.Text text
        ? Semver.parse(text.value(), isLenient(arguments))
            .<Item>map(version -> version)
            .orElseGet(() -> new Item.Failure("invalid semantic version: " + text.value()))
        : Item.Failure.NO_OVERLOAD;
  }

  private static Item isSemver(Item[] arguments) {
    return isCall(arguments) && arguments[0] instanceof Item.Text text
        ? Item.Bool.of(Semver.parse(text.value(), isLenient(arguments)).isPresent())
        : Item.Failure.NO_OVERLOAD;
  }

  private static Item part(Item item, ToLongFunction<Semver> part) {
    return item instanceof Semver version
        ? Item.Int.of(part.applyAsLong(version))
        : Item.Failure.NO_OVERLOAD;
  }

  private static Item compare(Item[] arguments) {
    if (arguments[0] instanceof Semver left && arguments[1] instanceof Semver right) {
      return Item.Int.of(left.compareTo(right));
    }
    return arguments[0] instanceof Quantity left && arguments[1] instanceof Quantity right
        ? Item.Int.of(left.amount().compareTo(right.amount()))
        : Item.Failure.NO_OVERLOAD;
  }

  private static Item ask(Item[] arguments, IntPredicate question) {
    return compare(arguments) instanceof Item.Int order
        ? Item.Bool.of(question.test((int) order.value()))
        : Item.Failure.NO_OVERLOAD;
  }
}
