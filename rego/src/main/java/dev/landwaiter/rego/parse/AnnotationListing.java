package dev.landwaiter.rego.parse;

import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.Annotations;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Metadata blocks with what they speak of, as `inspect` lists them.
public final class AnnotationListing {
  private AnnotationListing() {}

  /// One block.
  ///
  /// @param path of the package or rule
  /// @param at where the package or rule stands
  public record Entry(Ref path, Location at, Annotations annotations) {}

  /// The blocks of all modules, by path, file and place.
  public static List<Entry> of(List<Module> modules) {
    var found = new ArrayList<Entry>();
    for (Module module : modules) {
      for (Annotations block : module.annotations()) {
        block.target().ifPresent(path -> found.add(new Entry(path, below(module, block), block)));
      }
    }
    found.sort(
        Comparator.<Entry, List<Term>>comparing(entry -> entry.path().parts(), TermOrder::compare)
            .thenComparing(entry -> entry.annotations().at().file())
            .thenComparingInt(entry -> entry.annotations().at().row()));
    return List.copyOf(found);
  }

  private static Location below(Module module, Annotations block) {
    if (module.packageClause().at().row() > block.at().row()) {
      return module.packageClause().at();
    }
    for (Rule rule : module.rules()) {
      if (rule.at().row() > block.at().row()) {
        return rule.at();
      }
    }
    return block.at();
  }
}
