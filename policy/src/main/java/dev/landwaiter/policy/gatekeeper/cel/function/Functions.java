package dev.landwaiter.policy.gatekeeper.cel.function;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All functions that expressions may call.
public final class Functions {
  private static final List<Library> LIBRARIES =
      List.of(
          Arithmetic.LIBRARY,
          Comparison.LIBRARY,
          Basics.LIBRARY,
          Conversions.LIBRARY,
          Calendar.LIBRARY,
          Optionals.LIBRARY,
          Texts.LIBRARY,
          Lists.LIBRARY,
          Quantities.LIBRARY,
          Semvers.LIBRARY,
          Urls.LIBRARY,
          Addresses.LIBRARY,
          NamedFormats.LIBRARY);

  private static final Map<String, Operation> OPERATIONS = operations();

  private Functions() {}

  private static Map<String, Operation> operations() {
    Map<String, Operation> all = new HashMap<>();
    LIBRARIES.forEach(library -> all.putAll(library.operations()));
    return Map.copyOf(all);
  }

  /// The lines that tell the type checker of functions it does not know by itself, in the form of
  /// [Library#declarations].
  public static List<String> declarations() {
    String all =
        String.join("\n", LIBRARIES.stream().map(Library::declarations).toList())
            + "\n"
            + Patterns.DECLARATIONS;
    return all.lines().filter(line -> !line.isBlank()).toList();
  }

  /// A function for one place where it is called.
  public static Optional<Operation> at(String name) {
    return Patterns.at(name).or(() -> Optional.ofNullable(OPERATIONS.get(name)));
  }
}
