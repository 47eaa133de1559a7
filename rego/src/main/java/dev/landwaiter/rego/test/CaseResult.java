package dev.landwaiter.rego.test;

import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A case of a table test, or a group of cases.
///
/// @param name its key as text
/// @param failed whether it, or one below it, failed
/// @param below the cases of a group, by their names
public record CaseResult(String name, boolean failed, SortedMap<String, CaseResult> below) {

  /// Arranges cases by their keys.
  ///
  /// @param keys of each case that was met
  /// @param passed tells by its keys whether a case passed
  static SortedMap<String, CaseResult> arrange(
      List<List<Value>> keys, java.util.function.Predicate<List<Value>> passed) {
    return arrange(keys, new ArrayList<>(), passed);
  }

  private static SortedMap<String, CaseResult> arrange(
      List<List<Value>> keys,
      List<Value> prefix,
      java.util.function.Predicate<List<Value>> passed) {
    SortedMap<Value, List<List<Value>>> groups = new TreeMap<>();
    for (List<Value> key : keys) {
      if (key.size() > prefix.size() && key.subList(0, prefix.size()).equals(prefix)) {
        groups.computeIfAbsent(key.get(prefix.size()), one -> new ArrayList<>()).add(key);
      }
    }
    SortedMap<String, CaseResult> results = new TreeMap<>();
    groups.forEach((key, members) -> {
      List<Value> path = new ArrayList<>(prefix);
      path.add(key);
      var below = arrange(members, path, passed);
      boolean failed =
          below.isEmpty()
              ? !passed.test(path)
              : below.values().stream().anyMatch(CaseResult::failed);
      String name = key.asText().isEmpty() ? key.toString() : key.asText();
      results.put(name, new CaseResult(name, failed, below));
    });
    return results;
  }

  /// The cases that are no groups.
  static int count(SortedMap<String, CaseResult> cases, boolean failed) {
    int count = 0;
    for (CaseResult one : cases.values()) {
      count +=
          one.below().isEmpty() ? (one.failed() == failed ? 1 : 0) : count(one.below(), failed);
    }
    return count;
  }
}
