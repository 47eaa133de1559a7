package dev.landwaiter.cli.command.rego;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.RegoFlags;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.all.Builtins;
import dev.landwaiter.rego.load.LoadException;
import dev.landwaiter.rego.type.Capabilities;
import dev.landwaiter.rego.type.CapabilitiesJson;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Which language a command line asks for: the version and what there is in it.
final class Language {
  private Language() {}

  static RegoVersion version(Invocation invocation) throws UsageException {
    if (invocation.values().flag(RegoFlags.V0_V1)) {
      return RegoVersion.V0_V1;
    }
    if (invocation.values().flag(RegoFlags.V0) && !invocation.values().flag(RegoFlags.V1)) {
      return RegoVersion.V0;
    }
    return RegoVersion.V1;
  }

  /// What the flag for capabilities names, a version or a file, or what this engine offers.
  ///
  /// @throws LoadException when it names neither
  static Capabilities capabilities(Invocation invocation) throws UsageException, LoadException {
    Capabilities offered = offered(invocation);
    if (invocation.dialect().cobra()) {
      return offered;
    }
    List<String> hosts = invocation.values().texts(RegoFlags.ALLOW_NET);
    return new Capabilities(
        offered.builtins(), offered.futureKeywords(), offered.features(), Optional.of(hosts));
  }

  private static Capabilities offered(Invocation invocation) throws UsageException, LoadException {
    String named = invocation.values().text(RegoFlags.CAPABILITIES);
    if (named.isEmpty()) {
      return Capabilities.current(version(invocation), declarations());
    }
    Optional<Capabilities> released = Versions.of(named, declarations());
    return released.isPresent() ? released.get() : file(invocation, named);
  }

  /// @throws LoadException when the file is not there or says something else
  static Capabilities file(Invocation invocation, String name) throws LoadException {
    Path path = invocation.world().folder().resolve(name);
    if (!Files.exists(path)) {
      throw new LoadException("open " + name + ": no such file or directory");
    }
    try {
      return CapabilitiesJson.read(Json.parse(name, Files.readAllBytes(path)));
    } catch (IOException e) {
      throw new LoadException("open " + name + ": " + e.getMessage());
    } catch (FormatException e) {
      throw new LoadException(String.valueOf(e.getMessage()));
    } catch (RegoException e) {
      throw new LoadException(e.errors().getFirst().message());
    }
  }

  static List<Declaration> declarations() {
    return Builtins.all().values().stream().map(Builtin::declaration).toList();
  }
}
