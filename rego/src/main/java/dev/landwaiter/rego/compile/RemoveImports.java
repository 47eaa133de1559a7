package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.Import;
import dev.landwaiter.rego.syntax.Module;
import java.util.List;

/// Stage 6: imports have done their work; the versions and keywords they brought stay known.
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
}
