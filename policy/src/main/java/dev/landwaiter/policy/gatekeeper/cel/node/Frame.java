package dev.landwaiter.policy.gatekeeper.cel.node;

import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import dev.landwaiter.policy.gatekeeper.cel.value.Meter;
import java.util.Arrays;

/// The state of one evaluation.
public final class Frame {
  private final Item[] inputs;
  private final Item[] slots;
  private final Meter meter;

  Frame(Item[] inputs, int slots, Meter meter) {
    this.inputs = inputs;
    this.slots = new Item[slots];
    this.meter = meter;
    Arrays.fill(this.slots, Item.Null.NULL);
  }

  Item input(int index) {
    return inputs[index];
  }

  Item slot(int index) {
    return slots[index];
  }

  void set(int index, Item item) {
    slots[index] = item;
  }

  Meter meter() {
    return meter;
  }
}
