package dev.landwaiter.base.format;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where one node of a parsed text stands, and where its members or elements do; the same shape as
/// the value itself.
///
/// @param span from the node's first character up to, and without, the character after its last
/// @param members of an object by their key, else none
/// @param elements of an array, else none
public record Positions(Span span, Map<String, Positions> members, List<Positions> elements) {
  public Positions {
    members = Collections.unmodifiableMap(members);
    elements = Collections.unmodifiableList(elements);
  }

  static Positions of(Span span) {
    return new Positions(span, Map.of(), List.of());
  }

  public Position start() {
    return span.start();
  }

  public Position end() {
    return span.end();
  }

  public Optional<Positions> member(String key) {
    return Optional.ofNullable(members.get(key));
  }

  public Optional<Positions> element(int index) {
    return index >= 0 && index < elements.size()
        ? Optional.of(elements.get(index))
        : Optional.empty();
  }

  /// Follows keys, and indices from 0 written in decimal, from here down.
  public Optional<Positions> at(String... path) {
    Optional<Positions> here = Optional.of(this);
    for (String step : path) {
      here =
          here.flatMap(node ->
              node.elements.isEmpty()
                  ? node.member(step)
                  : node.element(Integer.parseUnsignedInt(step)));
    }
    return here;
  }
}
