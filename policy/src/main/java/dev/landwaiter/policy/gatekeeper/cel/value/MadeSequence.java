package dev.landwaiter.policy.gatekeeper.cel.value;

import java.util.ArrayList;
import java.util.List;

/// A list made by an expression.
public final class MadeSequence implements Item.Sequence {
  private final List<Item> items;

  private MadeSequence(List<Item> items) {
    this.items = items;
  }

  /// An empty list in the making.
  public MadeSequence() {
    this(new ArrayList<>());
  }

  /// A list of these items, which the caller gives up.
  public static MadeSequence of(List<Item> items) {
    return new MadeSequence(items);
  }

  /// Puts one more at the end; for its maker alone.
  public void add(Item item) {
    items.add(item);
  }

  @Override
  public int size() {
    return items.size();
  }

  @Override
  public Item at(int index) {
    return items.get(index);
  }
}
