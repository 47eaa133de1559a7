package dev.landwaiter.policy.gatekeeper.external;

import dev.landwaiter.policy.gatekeeper.ExternalAnswer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Answers of providers, each remembered for a time; the oldest leave when there are too many.
final class AnswerCache {
  private static final int MOST = 10_000;

  private final long lifetime;
  private final Map<Question, Known> answers = new LinkedHashMap<>();

  /// An empty one.
  ///
  /// @param lifetime in nanoseconds; zero remembers nothing
  AnswerCache(long lifetime) {
    this.lifetime = lifetime;
  }

  private record Question(String provider, String key) {}

  private record Known(ExternalAnswer.Item item, long since) {}

  /// What is remembered and not too old.
  ///
  /// @param now nanoseconds of a clock that never goes back
  synchronized Optional<ExternalAnswer.Item> find(String provider, String key, long now) {
    Known known = answers.get(new Question(provider, key));
    return known == null || now - known.since >= lifetime
        ? Optional.empty()
        : Optional.of(known.item);
  }

  synchronized void put(String provider, ExternalAnswer.Item item, long now) {
    if (lifetime <= 0) {
      return;
    }
    var question = new Question(provider, item.key());
    answers.remove(question);
    answers.put(question, new Known(item, now));
    if (answers.size() > MOST) {
      var oldest = answers.entrySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }
}
