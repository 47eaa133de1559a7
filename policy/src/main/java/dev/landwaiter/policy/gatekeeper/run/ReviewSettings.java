package dev.landwaiter.policy.gatekeeper.run;

import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// How objects are reviewed.
///
/// @param point of enforcement, such as `gator.gatekeeper.sh`
/// @param trace whether evaluations are traced
/// @param print takes the lines that policies print
/// @param ticks nanoseconds of a clock that never goes back, for statistics
public record ReviewSettings(
    String point, boolean trace, Consumer<String> print, LongSupplier ticks) {
  public static final String GATOR = "gator.gatekeeper.sh";
  public static final String WEBHOOK = "validation.gatekeeper.sh";
  public static final String AUDIT = "audit.gatekeeper.sh";

  /// Without traces, prints and measures.
  public static ReviewSettings at(String point) {
    return new ReviewSettings(point, false, _ -> {}, () -> 0);
  }
}
