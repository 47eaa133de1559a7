package dev.landwaiter.cli.command.rego;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.RegoFlags;
import dev.landwaiter.rego.trace.Coverage;
import dev.landwaiter.rego.trace.Event;
import dev.landwaiter.rego.trace.Explain;
import dev.landwaiter.rego.trace.Profile;
import dev.landwaiter.rego.trace.Recorder;
import dev.landwaiter.rego.trace.Several;
import dev.landwaiter.rego.trace.Tracer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What follows an evaluation: its trace, its profile, its coverage, as a command line asks.
record EvalWatch(
    Explain explain,
    Optional<Recorder> recorder,
    Optional<Profile> profile,
    Optional<Coverage> coverage) {

  static EvalWatch of(Invocation invocation) throws UsageException {
    Values values = invocation.values();
    Explain explain = explain(values);
    boolean locals =
        values.flag(EvalFlags.VAR_VALUES) || !values.text(EvalFlags.FORMAT).equals("pretty");
    return new EvalWatch(
        explain,
        explain == Explain.OFF ? Optional.empty() : Optional.of(new Recorder(locals)),
        values.flag(EvalFlags.PROFILE)
            ? Optional.of(new Profile(CliWorld.of(invocation)::ticks))
            : Optional.empty(),
        values.flag(EvalFlags.COVERAGE) ? Optional.of(new Coverage()) : Optional.empty());
  }

  static Explain explain(Values values) throws UsageException {
    return Explain.valueOf(values.text(RegoFlags.EXPLAIN).toUpperCase(Locale.ROOT));
  }

  /// Empty when nothing follows, so that the fast evaluator may be used.
  Optional<Tracer> tracer() {
    List<Tracer> all = new ArrayList<>();
    recorder.ifPresent(all::add);
    profile.ifPresent(all::add);
    coverage.ifPresent(all::add);
    return all.isEmpty() ? Optional.empty() : Optional.of(new Several(all));
  }

  List<Event> events() {
    return recorder.map(kept -> explain.of(kept.events())).orElse(List.of());
  }

  /// The lines of the profile in the order asked for.
  static List<Profile.Entry> top(Profile profile, Values values) throws UsageException {
    Set<String> order = new LinkedHashSet<>(values.repeated(EvalFlags.PROFILE_SORT));
    order.addAll(Profile.ORDER);
    return profile.top(order, values.number(EvalFlags.PROFILE_LIMIT));
  }
}
