package dev.landwaiter.server;

import java.util.Optional;

/// Answers requests. Any number of threads may use it.
public interface Service {
  /// Its name, as `serve --only` takes it.
  String name();

  /// The answer to a request, or empty when it is for somebody else.
  Optional<Answer> answer(Request request);
}
