package dev.landwaiter.policy.gatekeeper.mutate;

import dev.landwaiter.policy.gatekeeper.RefusedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds mutators that take one place for different things: an object and a list, or lists told
/// apart by different keys.
final class Conflicts {
  private static final long COMPARISONS = 20_000_000;

  private final Node root = new Node();
  private long left = COMPARISONS;

  /// One place, the mutators by what they take it for, and the places below.
  private static final class Node {
    private final Map<String, Node> below = new HashMap<>();
    private final Map<String, List<Mutator>> uses = new HashMap<>();

    Node into(Step step) {
      String name =
          switch (step) {
            case Step.Field(String field) -> "." + field;
            case Step.Item(String key, _) -> "[" + key;
            case Step.Every(String key) -> "[" + key;
          };
      return below.computeIfAbsent(name, _ -> new Node());
    }
  }

  /// Adds a mutator.
  ///
  /// @throws RefusedException when it conflicts with one that was added before
  void add(Mutator mutator) throws RefusedException {
    if (mutator.applyTo().isEmpty()) {
      return;
    }
    Node node = root;
    List<Step> steps = mutator.location().steps();
    for (int i = 0; i < steps.size(); i++) {
      node = node.into(steps.get(i));
      String use = i + 1 < steps.size() ? use(steps.get(i + 1)) : use(mutator.change());
      if (!use.isEmpty()) {
        compare(node, use, mutator);
        node.uses.computeIfAbsent(use, _ -> new ArrayList<>()).add(mutator);
      }
    }
  }

  private static String use(Step next) {
    return switch (next) {
      case Step.Field _ -> "an object";
      case Step.Item(String key, _) -> "a list by " + key;
      case Step.Every(String key) -> "a list by " + key;
    };
  }

  /// What a change takes the end of its location for; empty for anything.
  private static String use(Change change) {
    return switch (change) {
      case Change.Merge _, Change.Prune _ -> "a set";
      case Change.Rename _ -> "a text";
      case Change.Put _, Change.PutMetadata _, Change.PutExternal _ -> "";
    };
  }

  private void compare(Node node, String use, Mutator mutator) throws RefusedException {
    for (var entry : node.uses.entrySet()) {
      if (entry.getKey().equals(use)) {
        continue;
      }
      for (Mutator other : entry.getValue()) {
        if (--left < 0) {
          throw new RefusedException(
              "comparing the locations of the mutators takes more than the %,d steps it may"
                  .formatted(COMPARISONS));
        }
        if (meet(mutator, other)) {
          throw new RefusedException(
              "the mutators %s and %s conflict: on the way to %s and %s they take one place for %s and for %s"
                  .formatted(
                      other.id(),
                      mutator.id(),
                      other.location(),
                      mutator.location(),
                      entry.getKey(),
                      use));
        }
      }
    }
  }

  private static boolean meet(Mutator one, Mutator other) {
    for (ApplyTo here : one.applyTo().orElse(List.of())) {
      for (ApplyTo there : other.applyTo().orElse(List.of())) {
        if (here.meets(there)) {
          return true;
        }
      }
    }
    return false;
  }
}
