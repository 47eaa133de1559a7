package dev.landwaiter.rego.present;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.trace.Profile;
import java.util.ArrayList;
import java.util.List;

/// Profiles as JSON and as tables.
public final class ProfileShown {
  private static final List<String> FIGURES =
      List.of("Num Eval", "Num Redo", "Num Gen Expr", "Location");

  private ProfileShown() {}

  /// One profile.
  public static ArrayValue json(List<Profile.Entry> profile) {
    return new ArrayValue(
        profile.stream()
            .map(entry -> entry("total_time_ns", Value.of(entry.nanos()), entry))
            .toList());
  }

  /// The lines of the first profile, with the times of all.
  ///
  /// @param profiles at least one
  public static ArrayValue aggregatedJson(List<List<Profile.Entry>> profiles) {
    return new ArrayValue(
        profiles.getFirst().stream()
            .map(entry ->
                entry("total_time_ns_stats", Metrics.statistics(times(profiles, entry)), entry))
            .toList());
  }

  private static Value entry(String name, Value time, Profile.Entry entry) {
    var draft = new ObjectValue.Draft();
    draft.put(Value.of(name), time);
    draft.put(Value.of("num_eval"), Value.of(entry.evals()));
    draft.put(Value.of("num_redo"), Value.of(entry.redos()));
    draft.put(Value.of("num_gen_expr"), Value.of(entry.generated()));
    draft.put(Value.of("location"), ErrorJson.location(entry.at()));
    return draft.finish();
  }

  private static List<Long> times(List<List<Profile.Entry>> profiles, Profile.Entry entry) {
    return profiles.stream()
        .flatMap(List::stream)
        .filter(other -> sameLine(other.at(), entry.at()))
        .map(Profile.Entry::nanos)
        .toList();
  }

  private static boolean sameLine(Location one, Location other) {
    return one.file().equals(other.file()) && one.row() == other.row();
  }

  /// One profile as a table.
  public static BoxTable table(List<Profile.Entry> profile) {
    List<String> headers = new ArrayList<>(List.of("Time"));
    headers.addAll(FIGURES);
    var table = new BoxTable(headers);
    for (Profile.Entry entry : profile) {
      List<String> cells = new ArrayList<>(List.of(Durations.text(entry.nanos())));
      cells.addAll(figures(entry));
      table.row(cells);
    }
    return table;
  }

  /// Several profiles as a table with extremes, mean and percentiles of the times.
  public static BoxTable aggregatedTable(List<List<Profile.Entry>> profiles) {
    List<String> headers = new ArrayList<>(Metrics.SHOWN);
    headers.addAll(FIGURES);
    var table = new BoxTable(headers);
    for (Profile.Entry entry : profiles.getFirst()) {
      ObjectValue statistics = Metrics.statistics(times(profiles, entry));
      List<String> cells = new ArrayList<>();
      for (String name : Metrics.SHOWN) {
        double nanos = Double.parseDouble(statistics.get(name).orElseThrow().toString());
        cells.add(Durations.text((long) nanos));
      }
      cells.addAll(figures(entry));
      table.row(cells);
    }
    return table;
  }

  private static List<String> figures(Profile.Entry entry) {
    Location at = entry.at();
    return List.of(
        Long.toString(entry.evals()),
        Long.toString(entry.redos()),
        Integer.toString(entry.generated()),
        at.file().isEmpty() ? at.text() : at.file() + ":" + at.row());
  }
}
