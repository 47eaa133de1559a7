package dev.landwaiter.rego.bundle;

import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.load.LoadException;
import dev.landwaiter.rego.syntax.Annotations;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The rules that a bundle is asked for.
final class Entrypoints {
  private Entrypoints() {}

  /// Those given by their paths, `a/b/rule`.
  ///
  /// @throws LoadException for a path that names no rule
  static Set<Ref> given(List<String> paths) throws LoadException {
    Set<Ref> found = new LinkedHashSet<>();
    for (String path : paths) {
      List<Term> parts = new ArrayList<>();
      parts.add(new Variable("data", Location.NONE));
      for (String part : BundlePart.rooted(path).substring(1).split("/", -1)) {
        parts.add(new Scalar(Value.of(part), Location.NONE));
      }
      if (parts.size() <= 2) {
        throw new LoadException("entrypoint %s too short: use <package>/<rule>".formatted(path));
      }
      found.add(new Ref(parts, Location.NONE));
    }
    return found;
  }

  /// Those that metadata marks.
  static Set<Ref> marked(Collection<Module> modules) {
    Set<Ref> found = new LinkedHashSet<>();
    for (Module module : modules) {
      for (Annotations block : module.annotations()) {
        if (block.fields().get("entrypoint").orElse(BooleanValue.FALSE).equals(BooleanValue.TRUE)) {
          block.target().ifPresent(path -> found.add(path.at(Location.NONE)));
        }
      }
    }
    return found;
  }
}
