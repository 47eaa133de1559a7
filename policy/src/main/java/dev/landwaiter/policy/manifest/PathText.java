package dev.landwaiter.policy.manifest;

import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.List;

/// Paths as people read them and as patches write them.
public final class PathText {
  private PathText() {}

  /// Such as `spec.containers[0].image`.
  public static String of(List<Value> path) {
    var text = new StringBuilder();
    for (Value step : path) {
      if (step instanceof StringValue key) {
        text.append(text.isEmpty() ? "" : ".").append(key.text());
      } else {
        text.append('[').append(step).append(']');
      }
    }
    return text.toString();
  }

  /// Such as `/spec/containers/0/image` (RFC 6901).
  public static String pointer(List<Value> path) {
    var text = new StringBuilder();
    for (Value step : path) {
      String name = step instanceof StringValue key ? key.text() : step.toString();
      text.append('/').append(name.replace("~", "~0").replace("/", "~1"));
    }
    return text.toString();
  }
}
