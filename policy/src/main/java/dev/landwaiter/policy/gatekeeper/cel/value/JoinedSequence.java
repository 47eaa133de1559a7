package dev.landwaiter.policy.gatekeeper.cel.value;

import java.util.ArrayList;
import java.util.List;

/// Two lists one behind the other. Nothing is copied, so that doubling a list again and again costs
/// no memory.
public final class JoinedSequence implements Item.Sequence {
  /// Longer lists cannot be made.
  public static final int MAX_SIZE = 10_000_000;

  private static final int SMALL = 16;

  /// A list of more layers is copied, so that its elements are found quickly.
  private static final int MAX_LAYERS = 64;

  private final Item.Sequence left;
  private final Item.Sequence right;
  private final int size;
  private final int layers;

  private JoinedSequence(Item.Sequence left, Item.Sequence right) {
    this.left = left;
    this.right = right;
    size = left.size() + right.size();
    layers = 1 + Math.max(layers(left), layers(right));
  }

  private static int layers(Item.Sequence list) {
    return list instanceof JoinedSequence joined ? joined.layers : 0;
  }

  /// The elements of both.
  public static Item join(Item.Sequence left, Item.Sequence right, Meter meter) {
    if (left.size() == 0) {
      return right;
    }
    if (right.size() == 0) {
      return left;
    }
    if ((long) left.size() + right.size() > MAX_SIZE) {
      return new Item.Failure("list of more than " + MAX_SIZE + " elements");
    }
    if (left.size() + right.size() > SMALL && Math.max(layers(left), layers(right)) < MAX_LAYERS) {
      return new JoinedSequence(left, right);
    }
    meter.work((long) left.size() + right.size());
    return copy(left, right);
  }

  private static Item.Sequence copy(Item.Sequence left, Item.Sequence right) {
    List<Item> all = new ArrayList<>(left.size() + right.size());
    for (int i = 0; i < left.size(); i++) {
      all.add(left.at(i));
    }
    for (int i = 0; i < right.size(); i++) {
      all.add(right.at(i));
    }
    return MadeSequence.of(all);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Item at(int index) {
    Item.Sequence place = this;
    int rest = index;
    while (place instanceof JoinedSequence joined) {
      int first = joined.left.size();
      if (rest < first) {
        place = joined.left;
      } else {
        rest -= first;
        place = joined.right;
      }
    }
    return place.at(rest);
  }
}
