package dev.landwaiter.policy.input.all;

import dev.landwaiter.policy.input.InputFormat;
import dev.landwaiter.policy.input.data.JsonFormat;
import dev.landwaiter.policy.input.data.YamlFormat;
import java.util.List;
import java.util.Optional;

/// All formats, sorted by name.
public final class InputFormats {
  public static final List<InputFormat> ALL =
      List.of(
          new JsonFormat(), //
          new YamlFormat());

  private InputFormats() {}

  /// The format of that name; capital letters make a difference.
  public static Optional<InputFormat> named(String name) {
    for (InputFormat format : ALL) {
      if (format.name().equals(name)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
