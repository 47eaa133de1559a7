package dev.landwaiter.rego.format;

import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Which forms the written module uses.
///
/// @param v1 whether version 1 is written
/// @param ifs whether bodies follow `if`
/// @param contains whether sets are written with `contains`
/// @param refHeads whether some head has a longer path, so that all are written with points
/// @param keywords words that cannot stand behind a point unless the source has them there
record Dialect(boolean v1, boolean ifs, boolean contains, boolean refHeads, Set<String> keywords) {
  private static final List<String> OLD =
      List.of(
          "not", "package", "import", "as", "default", "else", "with", "null", "true", "false",
          "some");
  private static final List<String> NEW = List.of("in", "every", "contains", "if");

  /// Whether a word is a keyword of version 1.
  static boolean isKeyword(String word) {
    return OLD.contains(word) || NEW.contains(word);
  }

  static Dialect of(Module module, boolean v1) {
    boolean ifs = v1;
    boolean contains = v1;
    Set<String> keywords = new TreeSet<>(OLD);
    if (v1) {
      keywords.addAll(NEW);
    }
    for (var one : module.imports()) {
      String path = ImportList.path(one);
      boolean all = path.equals("rego.v1") || path.equals("future.keywords");
      ifs |= all || path.equals("future.keywords.if");
      contains |= all || path.equals("future.keywords.contains");
      if (path.equals("future.keywords")) {
        keywords.addAll(NEW);
      } else if (path.startsWith("future.keywords.")) {
        keywords.add(path.substring("future.keywords.".length()));
      }
    }
    boolean refHeads = allRules(module).stream().anyMatch(Dialect::hasLongPath);
    return new Dialect(v1, ifs, contains, refHeads, keywords);
  }

  private static boolean hasLongPath(Rule rule) {
    int parts = rule.head().ref().parts().size();
    return parts > 2 || (parts == 2 && rule.head().isMultiValue());
  }

  private static List<Rule> allRules(Module module) {
    List<Rule> all = new ArrayList<>();
    for (Rule rule : module.rules()) {
      var next = java.util.Optional.of(rule);
      while (next.isPresent()) {
        all.add(next.get());
        next = next.get().orElse();
      }
    }
    return all;
  }
}
