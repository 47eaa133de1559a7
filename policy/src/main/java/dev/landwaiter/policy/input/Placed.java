package dev.landwaiter.policy.input;

import dev.landwaiter.base.format.Positions;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value in the making, each node of which knows the piece of text it was read from.
public sealed interface Placed {
  /// The offset of its first character.
  int from();

  /// The offset behind its last character.
  int to();

  Value value();

  /// The same shape, with lines and columns.
  Positions positions(SourceText source);

  /// A node without parts of its own, or whose parts have no places.
  record Leaf(Value value, int from, int to) implements Placed {
    @Override
    public Positions positions(SourceText source) {
      return new Positions(source.span(from, to), Map.of(), List.of());
    }
  }

  /// An array, to which elements are added.
  record Elements(List<Placed> elements, int from, int to) implements Placed {
    public Elements(int from, int to) {
      this(new ArrayList<>(), from, to);
    }

    @Override
    public Value value() {
      Value[] values = new Value[elements.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = elements.get(i).value();
      }
      return ArrayValue.of(values);
    }

    @Override
    public Positions positions(SourceText source) {
      List<Positions> found = new ArrayList<>(elements.size());
      for (Placed element : elements) {
        found.add(element.positions(source));
      }
      return new Positions(source.span(from, to), Map.of(), found);
    }
  }

  /// An object, to which members are added.
  record Members(Map<String, Placed> members, int from, int to) implements Placed {
    public Members(int from, int to) {
      this(new LinkedHashMap<>(), from, to);
    }

    @Override
    public Value value() {
      var draft = new ObjectValue.Draft();
      for (Map.Entry<String, Placed> member : members.entrySet()) {
        draft.put(new StringValue(member.getKey()), member.getValue().value());
      }
      return draft.finish();
    }

    @Override
    public Positions positions(SourceText source) {
      Map<String, Positions> found = new LinkedHashMap<>();
      for (Map.Entry<String, Placed> member : members.entrySet()) {
        found.put(member.getKey(), member.getValue().positions(source));
      }
      return new Positions(source.span(from, to), found, List.of());
    }
  }
}
