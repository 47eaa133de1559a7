package dev.landwaiter.policy.conftest.run;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.conftest.Message;
import dev.landwaiter.policy.conftest.Origin;
import dev.landwaiter.rego.ErrorCode;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the value of a rule says.
///
/// @param messages with the values they were made of
/// @param passes values that are a success
/// @param mute whether there was something that is neither a message nor nothing
record Answers(List<Said> messages, int passes, boolean mute) {
  private static final Value MESSAGE = Value.of("msg");
  private static final Value LOCATION = Value.of("_loc");
  private static final Value QUERY = Value.of("query");

  /// A message and the member of the rule's value that it is.
  record Said(Message message, Value value) {}

  /// Reads the value of a rule.
  ///
  /// @throws RegoException when an object among the messages has no text
  static Answers of(Value value, String query) throws RegoException {
    List<Value> elements =
        switch (value) {
          case ArrayValue array -> array.elements();
          case SetValue set -> set.elements();
          case NullValue _, BooleanValue _, NumberValue _, StringValue _, ObjectValue _ ->
              List.of();
        };
    boolean list = value instanceof ArrayValue || value instanceof SetValue;
    List<Said> messages = new ArrayList<>();
    boolean mute = !list && !value.equals(Value.of(false));
    for (Value element : elements) {
      switch (element) {
        case StringValue(String text) ->
            messages.add(new Said(message(text, ObjectValue.EMPTY, query), element));
        case ObjectValue object -> messages.add(new Said(message(object, query), element));
        case NullValue _, BooleanValue _, NumberValue _, ArrayValue _, SetValue _ -> mute = true;
      }
    }
    return new Answers(messages, elements.isEmpty() ? 1 : 0, mute);
  }

  private static Message message(ObjectValue object, String query) throws RegoException {
    if (object.find(MESSAGE) instanceof StringValue(String text)) {
      return message(text, object, query);
    }
    throw new RegoException(
        RegoError.of(ErrorCode.EVAL_TYPE, "\"msg\" field must be present and a string"));
  }

  /// A rule that says nothing has spoken all the same: the original counts that as passed.
  private static Message message(String text, ObjectValue object, String query) {
    Value location = object.find(LOCATION);
    return new Message(
        text.isEmpty() ? query + " holds and gives no message" : text,
        location == null ? Optional.empty() : origin(location),
        metadata(object, query),
        Optional.empty());
  }

  private static Optional<Origin> origin(Value location) {
    String file = location.text("file");
    Optional<NumberValue> line =
        location
            .get("line")
            .flatMap(
                at -> at instanceof NumberValue number ? Optional.of(number) : Optional.empty());
    return file.isEmpty() && line.isEmpty()
        ? Optional.empty()
        : Optional.of(new Origin(file, line));
  }

  private static ObjectValue metadata(ObjectValue object, String query) {
    var draft = new ObjectValue.Draft();
    for (int i = 0; i < object.size(); i++) {
      Value key = object.keyAt(i);
      if (!key.equals(MESSAGE) && !key.equals(LOCATION) && !key.equals(QUERY)) {
        draft.put(key, object.valueAt(i));
      }
    }
    draft.put(QUERY, Value.of(query));
    return draft.finish();
  }
}
