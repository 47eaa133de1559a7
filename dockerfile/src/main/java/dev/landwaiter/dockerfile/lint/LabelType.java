package dev.landwaiter.dockerfile.lint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a label must hold.
public enum LabelType {
  TEXT,
  RFC3339,
  SEMVER,
  URL,
  HASH,
  SPDX,
  EMAIL;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The type of this id; empty text means text.
  public static Optional<LabelType> of(String id) {
    if (id.isEmpty()) {
      return Optional.of(TEXT);
    }
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }
}
