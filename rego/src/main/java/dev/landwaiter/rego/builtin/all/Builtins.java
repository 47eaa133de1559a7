package dev.landwaiter.rego.builtin.all;

import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.encoding.Base64Functions;
import dev.landwaiter.rego.builtin.encoding.DigestFunctions;
import dev.landwaiter.rego.builtin.encoding.HexFunctions;
import dev.landwaiter.rego.builtin.encoding.JsonFunctions;
import dev.landwaiter.rego.builtin.encoding.QueryFunctions;
import dev.landwaiter.rego.builtin.time.TimeFunctions;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All functions that policies can call.
public final class Builtins {
  private Builtins() {}

  /// The functions by name.
  public static Map<String, Builtin> all() {
    return families()
        .flatMap(List::stream)
        .collect(Collectors.toUnmodifiableMap(Builtin::name, Function.identity()));
  }

  /// One line for each family, in the order of their packages.
  private static Stream<List<Builtin>> families() {
    return Stream.of(
        Base64Functions.all(),
        DigestFunctions.all(),
        HexFunctions.all(),
        JsonFunctions.all(),
        QueryFunctions.all(),
        TimeFunctions.all());
  }
}
