package dev.landwaiter.signing.service;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.io.IOException;

/// The network, or what stands for it in tests. Every answer is bounded in size and time.
@FunctionalInterface
public interface Web {
  /// A network that is never reached: each question is refused, without any socket.
  ///
  /// @param why a clause for messages, such as `--offline was given`
  static Web closed(String why) {
    return request -> {
      throw new RefusedException(
          FailureClass.TRANSPORT, "%s is not asked: %s".formatted(request.shown(), why));
    };
  }

  /// Asks and waits for the whole answer, whatever its status.
  ///
  /// @throws RefusedException with TRANSPORT when there is no answer in time, with LIMIT when it is
  ///   larger than the request allows
  WebAnswer ask(WebRequest request) throws IOException;
}
