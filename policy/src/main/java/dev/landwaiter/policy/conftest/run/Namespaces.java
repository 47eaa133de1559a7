package dev.landwaiter.policy.conftest.run;

import dev.landwaiter.policy.conftest.NamespaceException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Which packages are asked.
public final class Namespaces {
  private Namespaces() {}

  /// Those that a command line means. Without wildcards they are taken as they are, in the order
  /// given; one wildcard among them makes all of them patterns for the packages there are.
  ///
  /// @throws NamespaceException for a pattern that is none
  public static List<String> chosen(List<String> wanted, SortedSet<String> present)
      throws NamespaceException {
    if (wanted.stream().noneMatch(Namespaces::isPattern)) {
      return wanted;
    }
    return new ArrayList<>(matching(wanted, present));
  }

  /// Those present that one of the patterns matches.
  static SortedSet<String> matching(List<String> patterns, SortedSet<String> present)
      throws NamespaceException {
    SortedSet<String> found = new TreeSet<>();
    for (String pattern : patterns) {
      var glob = new NameGlob(pattern);
      for (String name : present) {
        if (glob.matches(name)) {
          found.add(name);
        }
      }
    }
    return found;
  }

  private static boolean isPattern(String name) {
    return name.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
  }
}
