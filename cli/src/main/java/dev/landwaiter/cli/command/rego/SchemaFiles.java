package dev.landwaiter.cli.command.rego;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.RegoFlags;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.check.Schemas;
import dev.landwaiter.rego.load.DataFile;
import dev.landwaiter.rego.load.LoadException;
import dev.landwaiter.rego.load.NamedFiles;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The schemas that a command line names: a file is the schema of the input, each file of a folder
/// is `schema.` and its path.
final class SchemaFiles {
  private SchemaFiles() {}

  /// Empty when none were named.
  ///
  /// @throws LoadException when a file cannot be read
  static Optional<Schemas> read(Invocation invocation) throws UsageException, LoadException {
    String named = invocation.values().text(RegoFlags.SCHEMA);
    if (named.isEmpty()) {
      return Optional.empty();
    }
    try {
      var files = new NamedFiles(invocation.world().folder(), List.of());
      if (!files.isFolder(named)) {
        String name = files.below(named).getFirst();
        return Optional.of(
            new Schemas(Optional.of(DataFile.yaml(name, files.bytes(name))), Map.of()));
      }
      Map<Ref, Value> schemas = new LinkedHashMap<>();
      for (String name : files.below(named)) {
        if (name.endsWith(".json")) {
          schemas.put(path(named, name), DataFile.yaml(name, files.bytes(name)));
        }
      }
      return Optional.of(new Schemas(Optional.empty(), schemas));
    } catch (LoadException e) {
      throw LoadException.of(List.of(RegoError.of("", String.valueOf(e.getMessage()))));
    }
  }

  private static Ref path(String folder, String name) {
    String inside = name.substring(folder.length(), name.length() - ".json".length());
    List<Term> parts = new ArrayList<>();
    parts.add(new Variable("schema", Location.NONE));
    for (String part : inside.split("/", -1)) {
      if (!part.isEmpty()) {
        parts.add(Scalar.of(part, Location.NONE));
      }
    }
    return new Ref(parts, Location.NONE);
  }
}
