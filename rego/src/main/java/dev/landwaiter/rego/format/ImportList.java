package dev.landwaiter.rego.format;

import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.syntax.Import;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.TermText;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The imports of the written module: which are added and which go.
final class ImportList {
  private ImportList() {}

  /// The path of an import with points.
  static String path(Import one) {
    return TermText.dotted(one.path());
  }

  static List<Import> of(Module module, FormatSettings settings, Set<String> needed) {
    List<Import> imports = new ArrayList<>(module.imports());
    if (settings.target() == RegoVersion.V1 && settings.dropV0Imports()) {
      imports.removeIf(one -> path(one).equals("rego.v1"));
    } else if (settings.target() == RegoVersion.V0_V1) {
      ensure(imports, "rego.v1", "rego", "v1");
    }
    boolean v1Imported = imports.stream().anyMatch(one -> path(one).equals("rego.v1"));
    if (settings.writesV1() || v1Imported) {
      if (settings.dropV0Imports() || v1Imported) {
        imports.removeIf(one -> one.path().head().equals(new Variable("future", one.at())));
      }
    } else {
      for (String keyword : needed) {
        boolean known =
            imports.stream()
                .map(ImportList::path)
                .anyMatch(path ->
                    path.equals("future.keywords") || path.equals("future.keywords." + keyword));
        if (!known) {
          ensure(imports, "future.keywords." + keyword, "future", "keywords", keyword);
        }
      }
    }
    return imports;
  }

  /// Adds an import behind the others unless it is there.
  private static void ensure(List<Import> imports, String path, String... names) {
    if (imports.stream().anyMatch(one -> path(one).equals(path))) {
      return;
    }
    Location at =
        imports.isEmpty()
            ? new Location(Location.NONE.source(), 1, 1, 0, 0)
            : imports.getLast().at();
    List<dev.landwaiter.rego.syntax.Term> parts = new ArrayList<>();
    parts.add(new Variable(names[0], Location.NONE));
    for (int i = 1; i < names.length; i++) {
      parts.add(Scalar.of(names[i], Location.NONE));
    }
    imports.add(new Import(new Ref(parts, Location.NONE), java.util.Optional.empty(), at));
  }
}
