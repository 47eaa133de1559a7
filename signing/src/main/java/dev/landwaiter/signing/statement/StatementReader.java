package dev.landwaiter.signing.statement;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.StrictJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads statements from the bytes that were signed. Members of other names are passed over; those
/// that decide must be there exactly once.
public final class StatementReader {
  private static final int MOST_SUBJECTS = 1024;
  private static final int MOST_DIGESTS = 32;

  private StatementReader() {}

  /// Reads one statement.
  ///
  /// @throws RefusedException with SUBJECT when it is none, LIMIT for more than 1024 subjects or 32
  ///   digests of one
  public static Statement read(String where, Bytes payload) throws RefusedException {
    Value value;
    try {
      value = StrictJson.parse(where, payload);
    } catch (RefusedException e) {
      throw wrong(e.refusal().message());
    }
    ObjectValue document = object(where, value);
    String type = text(where, document, "_type");
    if (!type.equals(Statement.V1) && !type.equals(Statement.V0_1)) {
      throw new RefusedException(
          FailureClass.SUBJECT, where + ": no in-toto statement", Statement.V1, type);
    }
    String predicateType = text(where, document, "predicateType");
    if (predicateType.isEmpty()) {
      throw new RefusedException(
          FailureClass.PREDICATE, where + ": the type of the predicate is missing");
    }
    return new Statement(
        type,
        subjects(where + ".subject", document.get("subject").orElse(NullValue.NULL)),
        predicateType,
        document.get("predicate").filter(each -> !(each instanceof NullValue)),
        document);
  }

  private static List<Statement.Subject> subjects(String where, Value value)
      throws RefusedException {
    if (!(value instanceof ArrayValue array) || array.size() == 0) {
      throw wrong(where + ": the statement is about nothing");
    }
    if (array.size() > MOST_SUBJECTS) {
      throw new RefusedException(FailureClass.LIMIT, where + ": more than 1024 subjects");
    }
    List<Statement.Subject> subjects = new ArrayList<>();
    for (Value each : array.elements()) {
      subjects.add(subject(where + "[" + subjects.size() + "]", object(where, each)));
    }
    return subjects;
  }

  private static Statement.Subject subject(String where, ObjectValue subject)
      throws RefusedException {
    Map<String, String> digests = new LinkedHashMap<>();
    Optional<Value> given = subject.get("digest").filter(each -> !(each instanceof NullValue));
    if (given.isPresent()) {
      ObjectValue digest = object(where + ".digest", given.get());
      if (digest.size() > MOST_DIGESTS) {
        throw new RefusedException(FailureClass.LIMIT, where + ": more than 32 digests");
      }
      for (var each : digest.members().entrySet()) {
        if (!(each.getKey() instanceof StringValue name)
            || !(each.getValue() instanceof StringValue digits)) {
          throw wrong(where + ".digest: a text was expected");
        }
        digests.put(name.text(), digits.text());
      }
    }
    Map<String, Value> annotations = new LinkedHashMap<>();
    Optional<Value> noted = subject.get("annotations").filter(each -> !(each instanceof NullValue));
    if (noted.isPresent()) {
      for (var each : object(where + ".annotations", noted.get()).members().entrySet()) {
        if (each.getKey() instanceof StringValue name) {
          annotations.put(name.text(), each.getValue());
        }
      }
    }
    return new Statement.Subject(text(where, subject, "name"), digests, annotations);
  }

  private static ObjectValue object(String where, Value value) throws RefusedException {
    if (value instanceof ObjectValue object) {
      return object;
    }
    throw wrong(where + ": an object was expected");
  }

  /// A text, or empty where absent or null.
  private static String text(String where, ObjectValue object, String name)
      throws RefusedException {
    Value value = object.get(name).orElse(NullValue.NULL);
    if (value instanceof StringValue text) {
      return text.text();
    }
    if (value instanceof NullValue) {
      return "";
    }
    throw wrong(where + "." + name + ": a text was expected");
  }

  private static RefusedException wrong(String message) {
    return new RefusedException(FailureClass.SUBJECT, message);
  }
}
