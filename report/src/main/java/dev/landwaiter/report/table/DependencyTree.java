package dev.landwaiter.report.table;

import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Relationship;
import dev.landwaiter.base.finding.Result;
import dev.landwaiter.base.finding.Severity;
import dev.landwaiter.base.finding.Vulnerability;
import dev.landwaiter.base.text.Plain;
import dev.landwaiter.report.ReportOptions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Which packages brought in the vulnerable ones: below each its direct parents, and below those
/// left out in between the packages that nothing else needs.
final class DependencyTree {
  /// A line of the tree and what hangs below it.
  private record Branch(String text, List<Branch> children) {}

  private final Map<String, Set<Package>> parents = new HashMap<>();

  private DependencyTree(Result result) {
    for (Package pkg : result.packages()) {
      for (String id : pkg.relations().dependsOn()) {
        parents.computeIfAbsent(id, key -> new LinkedHashSet<>()).add(pkg);
      }
    }
  }

  static void write(Result result, ReportOptions options, StringBuilder out) {
    var tree = new DependencyTree(result);
    if (tree.parents.isEmpty() || result.vulnerabilities().isEmpty()) {
      return;
    }
    out.append("\nDependency Origin Tree (Reversed)\n=================================\n");
    out.append(Plain.lines(result.target())).append('\n');
    draw(tree.branches(result, options), "", out);
  }

  private static void draw(List<Branch> branches, String indent, StringBuilder out) {
    for (int i = 0; i < branches.size(); i++) {
      boolean last = i == branches.size() - 1;
      out.append(indent).append(last ? "└── " : "├── ");
      out.append(Plain.lines(branches.get(i).text())).append('\n');
      draw(branches.get(i).children(), indent + (last ? "    " : "│   "), out);
    }
  }

  private List<Branch> branches(Result result, ReportOptions options) {
    Map<String, List<Vulnerability>> findings = new LinkedHashMap<>();
    for (Vulnerability finding : result.vulnerabilities()) {
      findings.computeIfAbsent(finding.pkgId(), id -> new ArrayList<>()).add(finding);
    }
    List<Branch> branches = new ArrayList<>();
    for (Package pkg : result.packages()) {
      List<Vulnerability> own = findings.get(pkg.id());
      if (own != null) {
        branches.add(new Branch(pkg.id() + ", (" + counts(own, options) + ")", parents(pkg)));
      }
    }
    return branches;
  }

  private static String counts(List<Vulnerability> findings, ReportOptions options) {
    List<String> counts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      if (options.severities().contains(severity)) {
        counts.add(
            severity.name()
                + ": "
                + findings.stream().filter(finding -> finding.severity() == severity).count());
      }
    }
    return String.join(", ", counts);
  }

  private List<Branch> parents(Package pkg) {
    List<Branch> branches = new ArrayList<>();
    if (pkg.relations().relationship() == Relationship.DIRECT) {
      return branches;
    }
    Set<String> seen = new HashSet<>(Set.of(pkg.id()));
    var origins = new TreeSet<String>();
    for (Package parent : parents.getOrDefault(pkg.id(), Set.of())) {
      if (!seen.add(parent.id())) {
        continue;
      }
      if (parent.relations().relationship() == Relationship.DIRECT) {
        branches.add(new Branch(parent.id(), List.of()));
      } else {
        origins.addAll(origins(parent));
      }
    }
    origins.removeAll(seen);
    if (!origins.isEmpty()) {
      branches.add(
          new Branch(
              "...(omitted)...", origins.stream().map(id -> new Branch(id, List.of())).toList()));
    }
    return branches;
  }

  /// All packages above this one that were asked for: those known as direct, or, where that is not
  /// known, those that nothing else needs.
  private Set<String> origins(Package start) {
    Set<String> origins = new HashSet<>();
    Set<String> seen = new HashSet<>(Set.of(start.id()));
    Deque<String> open = new ArrayDeque<>(List.of(start.id()));
    while (!open.isEmpty()) {
      for (Package parent : parents.getOrDefault(open.pop(), Set.of())) {
        if (!seen.add(parent.id())) {
          continue;
        }
        boolean top =
            parent.relations().relationship() == Relationship.DIRECT
                || !parents.containsKey(parent.id());
        if (top) {
          origins.add(parent.id());
        } else {
          open.push(parent.id());
        }
      }
    }
    return origins;
  }
}
