package dev.landwaiter.policy.score;

import dev.landwaiter.base.finding.Waiver;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.value.Value;
import java.util.List;
import java.util.Optional;

/// What one rule said of one object.
///
/// @param result what came of it
/// @param places where it looked and what it saw there
/// @param everywhere whether every place meets the rule
/// @param patch operations that would turn the result round, none when there are none to make
/// @param waiver somebody's decision not to count it
public record RuleScore(
    Rule rule,
    Result result,
    List<Place> places,
    boolean everywhere,
    List<Operation> patch,
    Optional<Waiver> waiver) {
  public RuleScore {
    places = List.copyOf(places);
    patch = List.copyOf(patch);
  }

  /// What came of a rule.
  public enum Result {
    /// It gave points.
    GAINED,
    /// It took points.
    LOST,
    /// It would give points.
    OPEN,
    /// It would take points and did not.
    SPARED
  }

  /// One place that a rule looked at.
  ///
  /// @param position of the value, or of the deepest that stands on the way to it
  /// @param there whether the value itself is there
  public record Place(Spot spot, Position position, boolean there) {}

  /// One operation of a JSON patch (RFC 6902).
  ///
  /// @param op `add`, `replace` or `remove`
  /// @param value absent for `remove`
  /// @param example whether another value of its kind would do as well, so that the user chooses
  public record Operation(String op, String path, Optional<Value> value, boolean example) {}

  /// The same with a decision about it.
  public RuleScore waivedBy(Waiver decision) {
    return new RuleScore(rule, result, places, everywhere, patch, Optional.of(decision));
  }
}
