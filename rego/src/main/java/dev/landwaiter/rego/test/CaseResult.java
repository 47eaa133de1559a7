package dev.landwaiter.rego.test;

import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// A case of a table test, or a group of cases.
///
/// @param name its key as text
/// @param failed whether it, or one below it, failed
/// @param source the expression that failed and its operands, where they were asked for
/// @param below the cases of a group, by their names
public record CaseResult(
    String name, boolean failed, List<String> source, SortedMap<String, CaseResult> below) {

  /// Arranges cases by their keys.
  ///
  /// @param keys of each case that was met
  /// @param passed tells by its keys whether a case passed
  /// @param sources expressions that failed, by the keys of their cases
  static SortedMap<String, CaseResult> arrange(
      List<List<Value>> keys,
      Predicate<List<Value>> passed,
      Map<List<Value>, List<String>> sources) {
    return arrange(keys, new ArrayList<>(), passed, sources);
  }

  private static SortedMap<String, CaseResult> arrange(
      List<List<Value>> keys,
      List<Value> prefix,
      Predicate<List<Value>> passed,
      Map<List<Value>, List<String>> sources) {
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
      var below = arrange(members, path, passed, sources);
      boolean failed =
          below.isEmpty()
              ? !passed.test(path)
              : below.values().stream().anyMatch(CaseResult::failed);
      String name = key.asText().isEmpty() ? key.toString() : key.asText();
      results.put(name, new CaseResult(name, failed, sources.getOrDefault(path, List.of()), below));
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
