package dev.landwaiter.rego.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells a [Watch], if there is one, of the branches of a rule that are tried in turn. That a
/// branch failed is what a later one of its chain, or the default, stands on; between definitions
/// it means nothing.
final class Attempts {
  private final @Nullable Watch watch;
  private final Frame frame;
  private final int start;
  private final List<Entry.Inner> failed = new ArrayList<>();

  Attempts(Frame frame) {
    this.frame = frame;
    this.watch = frame.machine.watch;
    this.start = watch == null ? 0 : watch.here();
  }

  /// A branch under way.
  ///
  /// @param outer the log around it
  /// @param own what it looked at
  record Attempt(@Nullable List<Entry> outer, List<Entry> own) {}

  /// Where the trail was before all branches.
  int start() {
    return start;
  }

  /// The next definition, or none any more.
  void next() {
    if (watch != null) {
      watch.back(start);
    }
  }

  /// The default, for which all failures count.
  void fallback() {
    if (watch != null) {
      watch.back(start);
      failed.forEach(watch::follow);
    }
  }

  @Nullable Attempt begin() {
    if (watch == null) {
      return null;
    }
    var own = new ArrayList<Entry>();
    return new Attempt(watch.swapLog(own), own);
  }

  /// The branch yields: what comes now is not part of it.
  ///
  /// @return where the trail was
  int leave(@Nullable Attempt attempt) {
    if (watch == null || attempt == null) {
      return 0;
    }
    hand(watch, attempt);
    return watch.resume(frame);
  }

  private static void hand(Watch watch, Attempt attempt) {
    watch.swapLog(attempt.outer);
    watch.logAll(attempt.own);
  }

  /// Back in a branch that yielded.
  void enter(@Nullable Attempt attempt, int mark) {
    if (watch != null && attempt != null) {
      watch.back(mark);
      attempt.own.clear();
      watch.swapLog(attempt.own);
    }
  }

  /// Ends a branch.
  void end(@Nullable Attempt attempt, boolean yielded) {
    if (watch != null && attempt != null) {
      hand(watch, attempt);
      if (!yielded && !attempt.own.isEmpty()) {
        var inner = new Entry.Inner(attempt.own);
        failed.add(inner);
        watch.follow(inner);
      }
    }
  }
}
