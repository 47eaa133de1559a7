package dev.landwaiter.cli.command.test;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.text.Reason;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.rego.CliWorld;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.ConftestFlags;
import dev.landwaiter.cli.flags.RegoFlags;
import dev.landwaiter.policy.conftest.run.ConfigFiles;
import dev.landwaiter.policy.conftest.run.ConfigFunctions;
import dev.landwaiter.policy.conftest.run.Language;
import dev.landwaiter.policy.conftest.run.PolicySet;
import dev.landwaiter.policy.conftest.run.Surroundings;
import dev.landwaiter.policy.input.InputFormat;
import dev.landwaiter.policy.input.all.InputFormats;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.load.LoadException;
import dev.landwaiter.rego.type.Capabilities;
import dev.landwaiter.rego.type.CapabilitiesJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Loads the policies that a command line names, and gives evaluations what they run in.
final class Policies {
  private static final long BYTES_PER_VALUE = 32;

  private Policies() {}

  /// Whether this is our own command and not the persona.
  static boolean own(Invocation invocation) {
    return !invocation.dialect().cobra();
  }

  /// Loads policies and data.
  ///
  /// @param tests whether the tests in them are wanted
  /// @param variables whether their traces tell the values of variables
  static PolicySet load(Invocation invocation, boolean tests, boolean variables)
      throws UsageException, LoadException, RegoException {
    Values values = invocation.values();
    Path folder = invocation.world().folder();
    var language = language(invocation);
    PolicySet policies =
        PolicySet.load(
            new PolicySet.Wanted(
                folder,
                values.texts(ConftestFlags.POLICY),
                values.texts(ConftestFlags.DATA),
                tests,
                variables),
            language);
    tellOld(invocation, policies);
    return policies;
  }

  /// The language as the flags say.
  static Language language(Invocation invocation) throws UsageException, LoadException {
    Values values = invocation.values();
    Path folder = invocation.world().folder();
    return new Language(
        new Language.Wanted(
            version(invocation),
            capabilities(invocation),
            hosts(invocation),
            values.flag(ConftestFlags.STRICT),
            own(invocation)),
        new ConfigFunctions(
            new ConfigFiles(folder, "", new byte[0], formats(invocation, !own(invocation)))));
  }

  /// The formats of configuration files, with the folders of schemas that the flags name.
  ///
  /// @param classic whether texts are taken and refused as Conftest does
  static List<InputFormat> formats(Invocation invocation, boolean classic) throws UsageException {
    List<InputFormat> formats = classic ? InputFormats.AS_CONFTEST : InputFormats.ALL;
    List<String> folders = invocation.values().texts(ConftestFlags.PROTO_FILE_DIRS);
    return folders.isEmpty()
        ? formats
        : InputFormats.withSchemas(
            formats, folders.stream().map(invocation.world().folder()::resolve).toList());
  }

  private static void tellOld(Invocation invocation, PolicySet policies) {
    if (!policies.old().isEmpty()) {
      invocation
          .log()
          .warn(
              "%s: not valid in version 1 of Rego and taken as version 0; `landwaiter rego fmt"
                      .formatted(String.join(", ", policies.old()))
                  + " --v0-v1 --write FILE` rewrites a file for version 1, --rego-version v0 says"
                  + " that it is meant so");
    }
  }

  private static Optional<RegoVersion> version(Invocation invocation) throws UsageException {
    Values values = invocation.values();
    if (!values.isSet(ConftestFlags.REGO_VERSION)) {
      return Optional.empty();
    }
    String named = values.text(ConftestFlags.REGO_VERSION);
    return switch (named.toLowerCase(Locale.ROOT)) {
      case "v0" -> Optional.of(RegoVersion.V0);
      case "v1" -> Optional.of(RegoVersion.V1);
      default -> throw new UsageException("--rego-version \"" + named + "\": there are v0 and v1");
    };
  }

  /// The hosts that our own command opens the network to; the persona's is open.
  private static Optional<List<String>> hosts(Invocation invocation) throws UsageException {
    return own(invocation)
        ? Optional.of(invocation.values().texts(RegoFlags.ALLOW_NET))
        : Optional.empty();
  }

  private static Optional<Capabilities> capabilities(Invocation invocation)
      throws UsageException, LoadException {
    String name = invocation.values().text(ConftestFlags.CAPABILITIES);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] text = Files.readAllBytes(invocation.world().folder().resolve(name));
      return Optional.of(CapabilitiesJson.read(Json.parse(name, text)));
    } catch (NoSuchFileException e) {
      throw new LoadException("open " + name + ": no such file or directory");
    } catch (IOException e) {
      throw new LoadException("open " + name + ": " + Reason.of(e));
    } catch (FormatException e) {
      throw new LoadException(String.valueOf(e.getMessage()));
    } catch (RegoException e) {
      throw new LoadException(e.errors().getFirst().message());
    }
  }

  static Surroundings surroundings(Invocation invocation) throws UsageException {
    int threads = Runtime.getRuntime().availableProcessors();
    return new Surroundings(
        new ConftestWorld(CliWorld.of(invocation)),
        invocation.world().heap() / BYTES_PER_VALUE / threads,
        invocation.values().flag(ConftestFlags.SHOW_BUILTIN_ERRORS),
        threads);
  }
}
