package dev.landwaiter.cli.command.registry;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.network.RegistryAccess;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.RegistryFlags;
import dev.landwaiter.cli.flags.TransferFlags;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Document;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Index;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Manifest;
import dev.landwaiter.oci.Platform;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.oci.registry.Registry;
import dev.landwaiter.oci.registry.Repository;
import dev.landwaiter.oci.registry.Stored;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// Shows a manifest or an index of a registry: digests, platforms, sizes, what is attached.
public final class RegistryInspectCommand implements Command {
  @Override
  public String name() {
    return "registry inspect";
  }

  @Override
  public String summary() {
    return "Show what a reference leads to: digests, platforms, sizes, what is attached";
  }

  @Override
  public String usage() {
    return "[flags] REFERENCE";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("Show an image", "registry inspect registry.example/team/app:1.0"),
        new Example(
            "Print the configuration of the image for one platform",
            "registry inspect --image-config --platform linux/arm64 registry.example/team/app:1.0"));
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(TransferFlags.INSPECT, RegistryFlags.GROUP, GlobalFlags.GROUP);
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    Answers.requireArguments(invocation, 1, "registry inspect wants one argument, a reference");
    boolean raw = invocation.values().flag(TransferFlags.RAW);
    boolean config = invocation.values().flag(TransferFlags.IMAGE_CONFIG);
    if (raw && config) {
      throw new UsageException("--raw and --image-config exclude each other");
    }
    boolean json = invocation.values().text(TransferFlags.FORMAT).equals("json");
    Optional<Platform> platform = Answers.platform(invocation);
    Answers.requireOnline(invocation);
    var reference = Reference.parse(invocation.arguments().getFirst());
    var registry = new Registry(RegistryAccess.of(invocation), Limits.STANDARD);
    try (var repository = registry.repository(reference, Purpose.PULL)) {
      Stored stored = repository.resolve(reference.identifier());
      if (platform.isPresent() || config) {
        stored = chosen(repository, stored, platform);
      }
      if (raw) {
        Answers.bytes(invocation, stored.body());
      } else if (config) {
        Answers.bytes(invocation, config(repository, stored));
      } else {
        List<Descriptor> attached = attached(invocation, repository, stored);
        var shown = new Shown(reference, stored, stored.document(Limits.STANDARD), attached);
        Answers.text(
            invocation,
            json ? JsonWriter.toText(shown.json(), JsonStyle.INDENTED) + "\n" : shown.text());
      }
    }
    return 0;
  }

  private static Stored chosen(Repository repository, Stored first, Optional<Platform> platform)
      throws IOException {
    Stored stored = first;
    for (long depth = 1; stored.document(Limits.STANDARD) instanceof Index index; depth++) {
      String where = "index " + stored.descriptor().digest();
      Limits.STANDARD.check(Limit.INDEX_DEPTH, depth, where);
      stored = repository.resolve(index.select(where, platform));
    }
    return stored;
  }

  /// What refers to it. Mirrors may be unable to tell, and the rest is worth showing without.
  private static List<Descriptor> attached(
      Invocation invocation, Repository repository, Stored stored) throws IOException {
    try {
      return repository.referrers(stored.descriptor().digest(), Optional.empty());
    } catch (ImageException e) {
      if (e.code() != ImageException.Code.UNREACHABLE) {
        throw e;
      }
      invocation.log().warn("what refers to it is not known: " + e.getMessage());
      return List.of();
    }
  }

  private static byte[] config(Repository repository, Stored stored) throws IOException {
    Document document = stored.document(Limits.STANDARD);
    Descriptor config = ((Manifest) document).config();
    Limits.STANDARD.check(Limit.CONFIG, config.size(), "configuration " + config.digest());
    try (InputStream in = repository.blob(config)) {
      return in.readAllBytes();
    }
  }
}
