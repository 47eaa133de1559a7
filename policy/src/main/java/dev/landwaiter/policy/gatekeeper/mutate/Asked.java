package dev.landwaiter.policy.gatekeeper.mutate;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.ExternalAnswer;
import dev.landwaiter.policy.gatekeeper.ExternalData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The questions that one mutator has for an external provider, and its answers.
final class Asked {
  private final External source;
  private final String username;
  private final Set<String> keys = new LinkedHashSet<>();
  private final Map<String, ExternalAnswer.Item> answers = new HashMap<>();
  private String failure = "";

  Asked(External source, String username) {
    this.source = source;
    this.username = username;
  }

  /// Takes note of what is to be asked, and changes nothing.
  Optional<Value> note(Optional<Value> old) throws MutationException {
    keys.add(key(old));
    return Optional.of(old.orElse(NullValue.NULL));
  }

  private String key(Optional<Value> old) throws MutationException {
    if (source.byUsername()) {
      return username;
    }
    if (old.isPresent() && !(old.get() instanceof StringValue)) {
      throw new MutationException("what is no text cannot be asked of " + source.provider());
    }
    return old.map(Value::asText).orElse("");
  }

  /// Asks for everything noted, in one request.
  void ask(ExternalData external) {
    if (keys.isEmpty()) {
      return;
    }
    List<String> questions = new ArrayList<>(keys);
    ExternalAnswer answer = external.ask(source.provider(), questions);
    answer.items().forEach(item -> answers.put(item.key(), item));
    if (!answer.systemError().isEmpty()) {
      failure = answer.systemError();
    } else if (!answer.idempotent()) {
      failure = "the answer is not idempotent, which mutators need";
    }
  }

  /// What the provider answers, or what the failure policy puts in its place.
  Optional<Value> answer(Optional<Value> old) throws MutationException {
    var item = Optional.ofNullable(answers.get(key(old)));
    String wrong =
        !failure.isEmpty()
            ? failure
            : item.map(ExternalAnswer.Item::error).orElse("there is no answer for this key");
    if (wrong.isEmpty()) {
      return item.map(ExternalAnswer.Item::value);
    }
    return switch (source.onFailure()) {
      case FAIL -> throw new MutationException("provider " + source.provider() + ": " + wrong);
      case IGNORE -> old;
      case USE_DEFAULT -> source.standard().map(Value::of);
    };
  }
}
