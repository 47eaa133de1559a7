package dev.landwaiter.base.format;

import dev.landwaiter.base.text.Span;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One map of YAML while it is read: own keys win over merged ones, earlier merged maps over later.
final class YamlMapping {
  private final Map<Value, Value> members = new LinkedHashMap<>();
  private final Map<String, Positions> positions = new LinkedHashMap<>();
  private final Set<String> own = new HashSet<>();
  private long size = 1;
  private int height;

  /// Takes a member; false when the map has one with this key, which is then replaced.
  boolean put(String key, YamlNode value) {
    boolean fresh = own.add(key);
    members.put(new StringValue(key), value.value());
    positions.put(key, value.positions());
    size += 1 + value.size();
    height = Math.max(height, value.height());
    return fresh;
  }

  /// Takes over the members of a map, or of the maps in a list; false when it is neither.
  boolean merge(YamlNode node) {
    size += node.size();
    height = Math.max(height, node.height());
    return merge(node.value(), node.positions());
  }

  private boolean merge(Value value, Positions places) {
    if (value instanceof ArrayValue array) {
      List<Value> elements = array.elements();
      for (int i = 0; i < elements.size(); i++) {
        if (!(elements.get(i) instanceof ObjectValue)
            || !merge(elements.get(i), places.elements().get(i))) {
          return false;
        }
      }
      return true;
    }
    if (!(value instanceof ObjectValue object)) {
      return false;
    }
    for (Map.Entry<Value, Value> member : object.members().entrySet()) {
      if (members.putIfAbsent(member.getKey(), member.getValue()) == null) {
        String key = member.getKey().asText();
        places.member(key).ifPresent(place -> positions.put(key, place));
      }
    }
    return true;
  }

  YamlNode node(Span span) {
    return new YamlNode(
        new ObjectValue(members),
        new Positions(span, positions, List.of()),
        size,
        height + 1,
        false);
  }
}
