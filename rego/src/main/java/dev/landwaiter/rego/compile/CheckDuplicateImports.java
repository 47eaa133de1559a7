package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.Import;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.TermText;
import dev.landwaiter.rego.syntax.Variable;
import java.util.HashMap;

/// Stage 5: in version 1 a name is imported once.
final class CheckDuplicateImports implements Stage {
  @Override
  public String id() {
    return "CheckDuplicateImports";
  }

  @Override
  public void run(Compilation compilation) {
    var capabilities = compilation.settings.capabilities();
    boolean known = capabilities.has("rego_v1_import") || capabilities.has("rego_v1");
    compilation.eachModule(module -> {
      if (!known) {
        module.imports().stream()
            .filter(CheckDuplicateImports::isVersionOne)
            .forEach(
                one -> compilation.problems.compile(one.at(), "rego.v1 import is not supported"));
      }
    });
    compilation.eachModule(module -> {
      if (compilation.isModern(module)) {
        module(module, compilation.problems);
      }
    });
  }

  private static boolean isVersionOne(Import one) {
    return one.path().head() instanceof Variable root && root.name().equals("rego");
  }

  private static void module(Module module, Problems problems) {
    var seen = new HashMap<String, Import>();
    for (Import one : module.imports()) {
      Import before = seen.putIfAbsent(Globals.name(one), one);
      if (before != null) {
        problems.compile(one.at(), "import must not shadow " + TermText.of(before));
      }
    }
  }
}
