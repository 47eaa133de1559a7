package dev.landwaiter.oci;

import java.util.EnumMap;
import java.util.Map;

/// The bounds within which hostile images are read. Beyond one of them reading ends with an error
/// that names it; nothing is cut short silently.
///
/// @param changed the bounds that differ from [Limit#standard]
public record Limits(Map<Limit, Long> changed) {
  public static final Limits STANDARD = new Limits(Map.of());

  public Limits {
    changed = Map.copyOf(changed);
  }

  public long of(Limit limit) {
    return changed.getOrDefault(limit, limit.standard());
  }

  /// The same bounds with one changed.
  public Limits with(Limit limit, long value) {
    var more = new EnumMap<Limit, Long>(Limit.class);
    more.putAll(changed);
    more.put(limit, value);
    return new Limits(more);
  }

  /// Nothing, while the number is within the bound.
  ///
  /// @param where what is being read, for the message
  /// @throws ImageException with [ImageException.Code#LIMIT] beyond the bound
  public void check(Limit limit, long number, String where) throws ImageException {
    if (number > of(limit)) {
      throw exceeded(limit, where);
    }
  }

  /// The error for a bound that is exceeded: names what was counted, the limit and its value.
  public ImageException exceeded(Limit limit, String where) {
    return new ImageException(
        ImageException.Code.LIMIT,
        where + ": more than " + of(limit) + " " + limit.meaning() + " (limit " + limit.id() + ")");
  }
}
