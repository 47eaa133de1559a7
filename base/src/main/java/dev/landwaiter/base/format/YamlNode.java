package dev.landwaiter.base.format;

import dev.landwaiter.base.text.Span;
import dev.landwaiter.base.value.Value;

/// A value on its way out of YAML.
///
/// @param size how many nodes it has when all aliases are written out
/// @param height how many levels of nodes it has, 1 for a scalar
/// @param merges whether it is the key `<<`
record YamlNode(Value value, Positions positions, long size, int height, boolean merges) {
  static YamlNode scalar(Value value, Span span, boolean merges) {
    return new YamlNode(value, Positions.of(span), 1, 1, merges);
  }

  /// The same node where an alias stands for it.
  YamlNode at(Span span) {
    return new YamlNode(
        value, new Positions(span, positions.members(), positions.elements()), size, height, false);
  }

  Located located() {
    return new Located(value, positions);
  }
}
