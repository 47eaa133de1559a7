package dev.landwaiter.cli.command.test;

import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.policy.conftest.run.Checking;
import dev.landwaiter.policy.conftest.run.PolicySet;
import dev.landwaiter.policy.conftest.run.Run;
import dev.landwaiter.policy.input.InputFiles;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Says what a run did not look at: nothing passes in silence.
record Nothing(
    Reporting report, PolicySet policies, Checking checking, InputFiles.Found found, boolean own) {
  /// How many things of one kind are named.
  private static final int NAMED = 5;

  /// Tells all of it.
  ///
  /// @return whether no rule was asked at all
  boolean tell(List<Run.Outcome> outcomes) throws UsageException {
    List<String> unread = new ArrayList<>(found.unread());
    unread.removeAll(policies.files());
    if (!unread.isEmpty()) {
      report.note(unread(unread));
    }
    SortedSet<String> present = policies.namespaces();
    SortedSet<String> ignored = new TreeSet<>(policies.asking());
    int definitions = 0;
    for (Checking.Coverage coverage : checking.coverage()) {
      definitions += coverage.definitions();
      ignored.remove(coverage.namespace());
      if (!present.contains(coverage.namespace())) {
        report.note(
            "no policy has the package %s; there are: %s"
                .formatted(coverage.namespace(), list(present)));
      } else if (coverage.definitions() == 0 && policies.namespaces().size() == 1) {
        report.note(
            "the package %s has no rule called deny, violation or warn"
                .formatted(coverage.namespace()));
      }
      for (String doubtful : coverage.doubtful()) {
        report.note(doubtful);
      }
    }
    if (!ignored.isEmpty()) {
      report.note(
          "rules of these packages were not asked: %s; --namespace names them, --all-namespaces"
                  .formatted(list(ignored))
              + " means all");
    }
    mute(outcomes);
    if (own) {
      functions(outcomes);
    }
    return nothing(outcomes, definitions);
  }

  /// The original keeps these to itself unless it is told to fail.
  private void functions(List<Run.Outcome> outcomes) throws UsageException {
    Map<String, String> first = new TreeMap<>();
    for (Run.Outcome outcome : outcomes) {
      outcome
          .functions()
          .forEach(
              (place, message) -> first.putIfAbsent(place, message + " (" + outcome.name() + ")"));
    }
    for (Map.Entry<String, String> each : first.entrySet()) {
      report.note(
          "%s: a function failed, so that nothing is said there: %s"
              .formatted(each.getKey(), each.getValue()));
    }
  }

  private void mute(List<Run.Outcome> outcomes) throws UsageException {
    Map<String, Set<String>> files = new TreeMap<>();
    for (Run.Outcome outcome : outcomes) {
      for (String query : outcome.mute()) {
        files.computeIfAbsent(query, _ -> new LinkedHashSet<>()).add(outcome.name());
      }
    }
    for (Map.Entry<String, Set<String>> each : files.entrySet()) {
      report.note(
          "%s answers with something that is no message, which counts as passed: %s"
              .formatted(each.getKey(), list(each.getValue())));
    }
  }

  private boolean nothing(List<Run.Outcome> outcomes, int definitions) throws UsageException {
    int tests = 0;
    for (Run.Outcome outcome : outcomes) {
      tests += outcome.results().stream().mapToInt(result -> result.total()).sum();
    }
    boolean judged = outcomes.stream().anyMatch(outcome -> !outcome.results().isEmpty());
    if (tests > 0 || !(judged || definitions == 0)) {
      return false;
    }
    report.note(
        definitions == 0
            ? "no rule was asked, so that nothing was judged"
            : "there was no document to judge");
    return true;
  }

  /// Tells of files that no parser takes.
  static String unread(List<String> names) {
    int count = names.size();
    return "%d %s not read, since no parser takes %s: %s"
        .formatted(
            count,
            count == 1 ? "file was" : "files were",
            count == 1 ? "its name" : "their names",
            list(names));
  }

  private static String list(java.util.Collection<String> names) {
    String first = String.join(", ", names.stream().limit(NAMED).toList());
    return names.size() > NAMED ? first + " and " + (names.size() - NAMED) + " more" : first;
  }
}
