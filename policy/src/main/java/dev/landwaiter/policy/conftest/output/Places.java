package dev.landwaiter.policy.conftest.output;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.policy.conftest.CheckResult;
import dev.landwaiter.policy.conftest.Message;
import dev.landwaiter.policy.conftest.Origin;
import dev.landwaiter.policy.conftest.Place;

/// Places of messages as text.
final class Places {
  private Places() {}

  /// `FILE:LINE:COLUMN`, or what of it is known; what the policy itself says goes before what was
  /// found out.
  static String text(CheckResult result, Message message) {
    if (message.origin().isPresent()) {
      Origin origin = message.origin().get();
      String file = origin.file().isEmpty() ? result.file() : origin.file();
      return origin.line().map(line -> file + ":" + line.text()).orElse(file);
    }
    if (message.place().isPresent()) {
      Place place = message.place().get();
      Position start = place.span().start();
      return place.file() + ":" + start.line() + ":" + start.column();
    }
    return result.file();
  }
}
