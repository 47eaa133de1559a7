package dev.landwaiter.rego.eval;

import dev.landwaiter.rego.builtin.Builtin;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compiles for one query all the rules it can reach, each once.
final class Linker {
  private final List<Branch> branches;
  private final Map<String, Builtin> functions;
  private final Set<String> mocked;
  private final Group[] groups;
  private final Map<Group, Boolean> wholes = new HashMap<>();
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private int memory;

  /// @param mocked names of functions that some `with` replaces
  Linker(List<Branch> branches, Map<String, Builtin> functions, Set<String> mocked) {
    this.branches = branches;
    this.functions = functions;
    this.mocked = mocked;
    this.groups = new Group[branches.size()];
  }

  Branch root() {
    return branches.getFirst();
  }

  List<Branch> branches() {
    return branches;
  }

  /// The groups by the numbers of their branches; filled where they were asked for.
  Group[] groups() {
    return groups;
  }

  @Nullable Builtin builtin(String name) {
    return functions.get(name);
  }

  boolean mayBeMocked(String name) {
    return mocked.contains(name);
  }

  /// A place in the memory of scopes.
  int memory() {
    return memory++;
  }

  private Group group(Branch branch) {
    Group known = groups[branch.number];
    if (known == null) {
      int place = memory;
      memory += 2 + branch.longestKey();
      known = new Group(branch, place, place + 1);
      groups[branch.number] = known;
    }
    return known;
  }

  /// The group with all its definitions.
  Group whole(Branch branch) {
    Group group = group(branch);
    if (wholes.put(group, true) == null) {
      waiting.add(() -> new RuleLowering(this, group).whole());
    }
    return group;
  }

  /// The group with its definitions for so many known keys; and with all, for when they are there.
  Group keyed(Branch branch, int length) {
    Group group = group(branch);
    if (group.reserve(length)) {
      waiting.add(() -> new RuleLowering(this, group).keyed(length));
    }
    return group;
  }

  /// All groups at and below a branch.
  void requireAll(Branch branch) {
    Deque<Branch> open = new ArrayDeque<>(List.of(branch));
    while (!open.isEmpty()) {
      Branch next = open.pop();
      if (next.hasRules()) {
        var _ = whole(next);
      }
      open.addAll(next.children);
    }
  }

  /// Compiles what is still waiting.
  ///
  /// @return how large the memory of scopes is to be
  int finish() {
    while (!waiting.isEmpty()) {
      waiting.pop().run();
    }
    return memory;
  }
}
