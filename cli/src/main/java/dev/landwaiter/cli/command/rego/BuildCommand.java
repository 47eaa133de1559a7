package dev.landwaiter.cli.command.rego;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.RegoFlags;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.bundle.BuildSettings;
import dev.landwaiter.rego.bundle.BundleBuild;
import dev.landwaiter.rego.bundle.BundleSigner;
import dev.landwaiter.rego.bundle.Merged;
import dev.landwaiter.rego.load.Bundle;
import dev.landwaiter.rego.load.BundleCheck;
import dev.landwaiter.rego.load.LoadException;
import dev.landwaiter.rego.load.Loaded;
import dev.landwaiter.rego.load.Loader;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.type.Capabilities;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Makes a bundle of policies and documents.
public final class BuildCommand extends RegoCommand {
  /// @param prefix of its name, such as `rego `
  public BuildCommand(String prefix) {
    super(prefix, "build", "Make a bundle of policies and data", "[flags] PATH...");
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(
        new FlagGroup(
            "Build Flags",
            RegoFlags.AS_BUNDLES,
            BuildFlags.OUTPUT,
            RegoFlags.ENTRYPOINT,
            RegoFlags.OPTIMIZE,
            BuildFlags.REVISION,
            BuildFlags.TARGET,
            RegoFlags.IGNORE,
            RegoFlags.CAPABILITIES,
            BuildFlags.DEBUG,
            BuildFlags.PRUNE,
            BuildFlags.NAMESPACE,
            BuildFlags.FOLLOW,
            RegoFlags.V0,
            RegoFlags.V1,
            GlobalFlags.HELP),
        new FlagGroup(
            "Signature Flags",
            BuildFlags.SIGNING_KEY,
            BuildFlags.SIGNING_ALGORITHM,
            BuildFlags.SIGNING_PLUGIN,
            BuildFlags.CLAIMS,
            BuildFlags.VERIFICATION_KEY,
            BuildFlags.VERIFICATION_KEY_ID,
            BuildFlags.SCOPE,
            BuildFlags.EXCLUDE_VERIFY));
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    if (invocation.arguments().isEmpty()) {
      throw UsageException.withUsage("expected at least one path");
    }
    try {
      build(invocation);
      return 0;
    } catch (LoadException e) {
      new Output(invocation).out("error: " + e.getMessage() + "\n");
      return 1;
    } catch (RegoException e) {
      new Output(invocation).out("error: " + e.getMessage() + "\n");
      return 1;
    }
  }

  private static void build(Invocation invocation)
      throws UsageException, LoadException, RegoException, IOException {
    Values values = invocation.values();
    Capabilities capabilities = Language.capabilities(invocation);
    Optional<BundleSigner> signer = Keys.signer(invocation);
    BundleCheck check = Keys.check(invocation);
    boolean bundles = values.flag(RegoFlags.AS_BUNDLES);
    if (!bundles && (signer.isPresent() || Keys.verifies(invocation))) {
      throw new LoadException(
          "enable bundle mode (ie. --bundle) to verify or sign bundle files or directories");
    }
    RegoVersion version = Language.version(invocation);
    ParserSettings parser = ParserSettings.of(version).capabilities(capabilities).annotations(true);
    var settings =
        new BuildSettings(
            version,
            capabilities,
            values.isSet(BuildFlags.REVISION)
                ? Optional.of(values.text(BuildFlags.REVISION))
                : Optional.empty(),
            values.number(RegoFlags.OPTIMIZE),
            values.repeated(RegoFlags.ENTRYPOINT),
            values.text(BuildFlags.NAMESPACE),
            signer,
            values.text(BuildFlags.VERIFICATION_KEY_ID),
            Evaluations.unlimited(invocation, capabilities));
    Merged merged =
        bundles ? bundles(invocation, parser, check) : files(invocation, parser, version);
    String target = values.text(BuildFlags.TARGET);
    if (!target.equals("rego")) {
      if (BundleBuild.entrypoints(merged, settings).isEmpty()) {
        throw new LoadException(target + " compilation requires at least one entrypoint");
      }
      throw new LoadException(
          "the target " + target + " is not built: bundles are made for the target rego only");
    }
    write(invocation, BundleBuild.files(merged, settings));
  }

  private static Merged files(Invocation invocation, ParserSettings parser, RegoVersion version)
      throws UsageException, LoadException {
    try {
      Loaded loaded = PolicyFiles.files(invocation, invocation.arguments(), parser);
      return Merged.of(loaded.modules().values(), loaded.data(), version);
    } catch (LoadException e) {
      throw new LoadException("load error: " + e.getMessage());
    }
  }

  private static Merged bundles(Invocation invocation, ParserSettings parser, BundleCheck check)
      throws UsageException, LoadException {
    List<Bundle> bundles = new ArrayList<>();
    try {
      Loader loader = PolicyFiles.loader(invocation, parser, false, check);
      for (String path : new TreeSet<>(invocation.arguments())) {
        bundles.add(loader.bundle(path));
      }
    } catch (LoadException e) {
      throw new LoadException("load error: " + e.getMessage());
    }
    return Merged.of(bundles, parser.version());
  }

  private static void write(Invocation invocation, Map<String, byte[]> files)
      throws UsageException, LoadException, IOException {
    String name = invocation.values().text(BuildFlags.OUTPUT);
    Path path = invocation.world().folder().resolve(name);
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new LoadException("open " + name + ": no such file or directory");
    }
    if (Files.isDirectory(path)) {
      throw new LoadException("open " + name + ": is a directory");
    }
    try (OutputStream out = Files.newOutputStream(path)) {
      BundleArchives.write(out, files);
    }
  }
}
