package dev.landwaiter.rego.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An immutable list that grows at its end and shares what it grew from, so that a parser that
/// steps back forgets what it gathered since. `null` is the empty one.
record Chain<T>(@Nullable Chain<T> before, T last) {
  static <T> List<T> list(@Nullable Chain<T> chain) {
    var found = new ArrayList<T>();
    for (Chain<T> at = chain; at != null; at = at.before) {
      found.add(at.last);
    }
    Collections.reverse(found);
    return found;
  }
}
