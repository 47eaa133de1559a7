package dev.landwaiter.policy.gatekeeper.cel.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A map made by an expression. Numbers that are equal are one key, whatever their types.
public final class MadeMapping implements Item.Mapping {
  private final Map<Item, Item> items = new LinkedHashMap<>();
  private final Map<Item, Item> keys = new LinkedHashMap<>();

  /// Puts a value at a key that is a text, a boolean or a whole number; for its maker alone.
  ///
  /// @return false when the key is there already
  public boolean put(Item key, Item value) {
    Item plain = plain(key);
    if (items.putIfAbsent(plain, value) != null) {
      return false;
    }
    keys.put(plain, key);
    return true;
  }

  /// Puts a value at such a key, in the place of the one there was; for its maker alone.
  public void set(Item key, Item value) {
    Item plain = plain(key);
    items.put(plain, value);
    keys.putIfAbsent(plain, key);
  }

  /// Whether a value may be a key.
  public static boolean isKey(Item key) {
    return key instanceof Item.Text
        || key instanceof Item.Int
        || key instanceof Item.Uint
        || key instanceof Item.Bool;
  }

  /// Equal numbers in one form.
  private static Item plain(Item key) {
    return switch (key) {
      case Item.Uint number when number.bits() >= 0 -> new Item.Int(number.bits());
      case Item.Real number when number.value() == (long) number.value() ->
          new Item.Int((long) number.value());
      default -> key;
    };
  }

  @Override
  public int size() {
    return items.size();
  }

  @Override
  public Optional<Item> find(Item key) {
    return Optional.ofNullable(items.get(plain(key)));
  }

  @Override
  public Iterable<Item> keys() {
    return Collections.unmodifiableCollection(keys.values());
  }
}
