package dev.landwaiter.policy.gatekeeper.suite;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.GroupVersionKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads a [Suite]. Unknown fields are left alone, fields of a wrong type are errors.
final class SuiteReader {
  private static final String GROUP = "test.gatekeeper.sh";

  private final String where;

  private SuiteReader(String where) {
    this.where = where;
  }

  /// Reads a file.
  ///
  /// @param name the file as it is reported
  /// @return empty when it holds something else
  /// @throws FormatException when it is no YAML, or a field has a wrong type
  static Optional<Suite> read(String name, Path file, byte[] bytes) throws FormatException {
    Value value = SuiteYaml.read(name, bytes);
    String group = GroupVersionKind.of(value.text("apiVersion"), "").group();
    if (!group.equals(GROUP) || !value.text("kind").equals("Suite")) {
      return Optional.empty();
    }
    var reader = new SuiteReader(name);
    List<Suite.Test> tests = new ArrayList<>();
    for (Value test : reader.list(value, "tests", "tests")) {
      tests.add(reader.test(test));
    }
    return Optional.of(new Suite(name, file, reader.flag(value, "skip", "skip"), tests));
  }

  private Suite.Test test(Value test) throws FormatException {
    String path = "tests[].";
    object(test, "tests[]");
    List<Suite.Case> cases = new ArrayList<>();
    for (Value one : list(test, "cases", path + "cases")) {
      cases.add(single(one));
    }
    return new Suite.Test(
        text(test, "name", path + "name").orElse(""),
        text(test, "template", path + "template").orElse(""),
        text(test, "constraint", path + "constraint").orElse(""),
        text(test, "expansion", path + "expansion").orElse(""),
        flag(test, "invalid", path + "invalid"),
        flag(test, "skip", path + "skip"),
        cases);
  }

  private Suite.Case single(Value one) throws FormatException {
    String path = "tests[].cases[].";
    object(one, "tests[].cases[]");
    List<String> inventory = new ArrayList<>();
    for (Value file : list(one, "inventory", path + "inventory")) {
      if (!(file instanceof StringValue text)) {
        throw wrong(path + "inventory[]", "a text");
      }
      inventory.add(text.text());
    }
    List<Suite.Assertion> assertions = new ArrayList<>();
    for (Value assertion : list(one, "assertions", path + "assertions")) {
      object(assertion, path + "assertions[]");
      assertions.add(
          new Suite.Assertion(
              count(assertion), text(assertion, "message", path + "assertions[].message")));
    }
    return new Suite.Case(
        text(one, "name", path + "name").orElse(""),
        text(one, "object", path + "object").orElse(""),
        inventory,
        flag(one, "skip", path + "skip"),
        assertions);
  }

  private Suite.Count count(Value assertion) throws FormatException {
    return switch (assertion.get("violations").orElse(NullValue.NULL)) {
      case NullValue _ -> new Suite.Count.Word("yes");
      case StringValue word -> new Suite.Count.Word(word.text());
      case NumberValue number when fits(number.toLong()) ->
          new Suite.Count.Exactly((int) number.toLong().getAsLong());
      default ->
          throw wrong(
              "tests[].cases[].assertions[].violations", "a whole number, \"yes\" or \"no\"");
    };
  }

  private static boolean fits(OptionalLong number) {
    return number.isPresent() && number.getAsLong() == (int) number.getAsLong();
  }

  private void object(Value value, String path) throws FormatException {
    if (!(value instanceof ObjectValue) && !(value instanceof NullValue)) {
      throw wrong(path, "an object");
    }
  }

  private List<Value> list(Value owner, String field, String path) throws FormatException {
    return switch (owner.get(field).orElse(NullValue.NULL)) {
      case NullValue _ -> List.of();
      case ArrayValue array -> array.elements();
      default -> throw wrong(path, "a list");
    };
  }

  private Optional<String> text(Value owner, String field, String path) throws FormatException {
    return switch (owner.get(field).orElse(NullValue.NULL)) {
      case NullValue _ -> Optional.empty();
      case StringValue text -> Optional.of(text.text());
      default -> throw wrong(path, "a text");
    };
  }

  private boolean flag(Value owner, String field, String path) throws FormatException {
    return switch (owner.get(field).orElse(NullValue.NULL)) {
      case NullValue _ -> false;
      case BooleanValue flag -> flag.flag();
      default -> throw wrong(path, "true or false");
    };
  }

  private FormatException wrong(String path, String wanted) {
    return new FormatException(Problem.in(where, path + " must be " + wanted));
  }
}
