package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Import;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Term;
import java.util.List;
import java.util.Set;

/// Stage 6: imports have done their work; what they and the source's operators ask of an engine
/// stays known.
final class RemoveImports implements Stage {
  @Override
  public String id() {
    return "RemoveImports";
  }

  @Override
  public void run(Compilation compilation) {
    for (Module module : compilation.modules) {
      module.imports().stream().map(Import::path).forEach(compilation.imports::add);
    }
    var calls = new Calls(compilation.gone);
    compilation.eachModule(calls::module);
    compilation.modules.replaceAll(RemoveImports::bare);
  }

  private static Module bare(Module module) {
    return new Module(
        module.source(),
        module.version(),
        module.keywords(),
        module.packageClause(),
        List.of(),
        module.rules(),
        module.annotations(),
        module.comments());
  }

  /// Finds the calls that no later stage leaves as they are.
  private static final class Calls extends Visit {
    private static final Set<String> REWRITTEN = Set.of("assign", "equal", "print");
    private final Set<String> found;

    Calls(Set<String> found) {
      this.found = found;
    }

    @Override
    void term(Term term) {
      if (term instanceof Call call && REWRITTEN.contains(call.name())) {
        found.add(call.name());
      }
      super.term(term);
    }
  }
}
