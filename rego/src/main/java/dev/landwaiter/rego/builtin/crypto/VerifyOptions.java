package dev.landwaiter.rego.builtin.crypto;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What a chain of certificates must fit.
///
/// @param host the name or address of a server, or empty
/// @param purposes of which one must be allowed
record VerifyOptions(String host, Instant time, List<KeyPurpose> purposes) {
  /// Without options: servers, at this time in nanoseconds.
  static VerifyOptions at(long nanos) {
    return new VerifyOptions("", instant(nanos), List.of(KeyPurpose.SERVER));
  }

  /// Reads the options of a policy.
  ///
  /// @throws BuiltinException for an option that is not known or of the wrong kind
  static VerifyOptions of(ObjectValue object, long now) throws BuiltinException {
    String host = "";
    long time = now;
    List<KeyPurpose> purposes = List.of(KeyPurpose.SERVER);
    for (Value key : object.sortedKeys()) {
      Value value = object.members().getOrDefault(key, key);
      switch (key.asText()) {
        case "DNSName" -> {
          if (!(value instanceof StringValue text)) {
            throw BuiltinException.failure("'DNSName' should be a string");
          }
          host = text.text();
        }
        case "CurrentTime" -> time = number(value, "CurrentTime", "int64 number");
        case "MaxConstraintComparisons" -> number(value, "MaxConstraintComparisons", "number");
        case "KeyUsages" -> purposes = purposes(value);
        default -> throw BuiltinException.failure("invalid key option");
      }
    }
    return new VerifyOptions(host, instant(time), purposes);
  }

  private static long number(Value value, String option, String kind) throws BuiltinException {
    if (!(value instanceof NumberValue number)) {
      throw BuiltinException.failure("'" + option + "' should be a number");
    }
    return Operands.plainInteger(number)
        .orElseThrow(() -> BuiltinException.failure("'" + option + "' should be a valid " + kind));
  }

  private static List<KeyPurpose> purposes(Value value) throws BuiltinException {
    if (!(value instanceof ArrayValue) && !(value instanceof SetValue)) {
      throw BuiltinException.failure("'KeyUsages' should be an Array or Set");
    }
    List<KeyPurpose> purposes = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (Value name : value.elements()) {
      KeyPurpose.byOption(name.asText())
          .ifPresentOrElse(purposes::add, () -> wrong.add(name.asText()));
    }
    if (!wrong.isEmpty()) {
      throw BuiltinException.failure(
          "invalid entries for 'KeyUsages' found: "
              + wrong.stream().collect(Collectors.joining(" ", "[", "]")));
    }
    return purposes.isEmpty() ? List.of(KeyPurpose.SERVER) : purposes;
  }

  private static Instant instant(long nanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
  }
}
