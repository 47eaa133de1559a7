package dev.landwaiter.rego.builtin.outside;

import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.util.List;

/// `opa.runtime` (reference 12.2).
public final class RuntimeFunctions {
  private RuntimeFunctions() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(
            Declaration.of("opa.runtime")
                .gives(Type.object(Type.STRING, Type.ANY))
                .flagged(Declaration.Flag.NONDETERMINISTIC),
            (s, _) -> s.remember("opa.runtime", "", _ -> s.world().runtime())));
  }
}
