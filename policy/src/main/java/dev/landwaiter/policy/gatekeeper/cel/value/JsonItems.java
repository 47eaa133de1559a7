package dev.landwaiter.policy.gatekeeper.cel.value;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.Iterator;
import java.util.Optional;

/// JSON as values of CEL. Containers are looked through, not copied.
public final class JsonItems {
  private JsonItems() {}

  /// A value as CEL sees it: whole numbers of 64 bits are `int`, all others `double`.
  public static Item of(Value value) {
    return switch (value) {
      case NullValue _ -> Item.Null.NULL;
      case BooleanValue flag -> Item.Bool.of(flag.flag());
      case NumberValue number -> number(number);
      case StringValue text -> new Item.Text(text.text());
      case ArrayValue array -> new Elements(array);
      case ObjectValue object -> new Members(object);
      case SetValue set -> new Elements(new ArrayValue(set.elements()));
    };
  }

  private static Item number(NumberValue number) {
    if (number.isPlain()) {
      return Item.Int.of(number.plain());
    }
    var whole = number.toLong();
    return whole.isPresent() ? Item.Int.of(whole.getAsLong()) : new Item.Real(number.toDouble());
  }

  /// An array looked through.
  private record Elements(ArrayValue array) implements Item.Sequence {
    @Override
    public int size() {
      return array.size();
    }

    @Override
    public Item at(int index) {
      return of(array.at(index));
    }
  }

  /// An object looked through.
  private record Members(ObjectValue object) implements Item.Mapping {
    @Override
    public int size() {
      return object.size();
    }

    @Override
    public Optional<Item> find(Item key) {
      if (!(key instanceof Item.Text text)) {
        return Optional.empty();
      }
      Value found = object.find(new StringValue(text.value()));
      return found == null ? Optional.empty() : Optional.of(of(found));
    }

    @Override
    public Iterable<Item> keys() {
      return () ->
          new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
              return next < object.size();
            }

            @Override
            public Item next() {
              return of(object.keyAt(next++));
            }
          };
    }
  }
}
