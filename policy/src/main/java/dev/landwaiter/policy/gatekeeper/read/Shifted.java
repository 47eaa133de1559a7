package dev.landwaiter.policy.gatekeeper.read;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;
import java.util.ArrayList;
import java.util.List;

/// Places of a part, told as places of the whole.
final class Shifted {
  private Shifted() {}

  /// A place so many lines further down.
  static Locator.Spot down(Locator.Spot spot, int lines) {
    return new Locator.Spot(
        new Span(down(spot.span().start(), lines), down(spot.span().end(), lines)), spot.depth());
  }

  private static Position down(Position at, int lines) {
    return new Position(at.line() + lines, at.column());
  }

  /// The locator of what stands at two steps below another's root.
  static Locator below(Locator whole, Value first, Value second) {
    return path -> {
      List<Value> steps = new ArrayList<>(path.size() + 2);
      steps.add(first);
      steps.add(second);
      steps.addAll(path);
      Locator.Spot spot = whole.find(steps);
      return new Locator.Spot(spot.span(), Math.max(0, spot.depth() - 2));
    };
  }
}
