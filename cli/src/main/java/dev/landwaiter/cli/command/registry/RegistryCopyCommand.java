package dev.landwaiter.cli.command.registry;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.network.RegistryAccess;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.RegistryFlags;
import dev.landwaiter.cli.flags.TransferFlags;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.copy.Copy;
import dev.landwaiter.oci.copy.CopySource;
import dev.landwaiter.oci.copy.CopyTarget;
import dev.landwaiter.oci.registry.Registry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Copies images and artifacts between registries and OCI layouts.
public final class RegistryCopyCommand implements Command {
  @Override
  public String name() {
    return "registry copy";
  }

  @Override
  public String summary() {
    return "Copy an image or another artifact between registries and OCI layouts";
  }

  @Override
  public String usage() {
    return "[flags] SOURCE DESTINATION";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example(
            "Copy an image for all its platforms, with its signatures",
            "registry copy --referrers registry.example/team/app:1.0 other.example/app:1.0"),
        new Example(
            "Copy an image into an OCI layout in a tar archive",
            "registry copy registry.example/team/app:1.0 oci:app.tar:1.0"));
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(TransferFlags.COPY, RegistryFlags.GROUP, GlobalFlags.GROUP);
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    Answers.requireArguments(
        invocation, 2, "registry copy wants two arguments, what to copy and where to");
    Path folder = invocation.world().folder();
    CopyPlace from = CopyPlace.parse(invocation.arguments().getFirst(), folder);
    CopyPlace to = CopyPlace.parse(invocation.arguments().getLast(), folder);
    if (digestOf(to)) {
      throw new UsageException("the destination of a copy gets a tag, its digest comes of itself");
    }
    if (from instanceof CopyPlace.InRegistry || to instanceof CopyPlace.InRegistry) {
      Answers.requireOnline(invocation);
    }
    if (from instanceof CopyPlace.InRegistry one && to instanceof CopyPlace.InRegistry other) {
      requireOneRegistry(invocation, one.reference().host(), other.reference().host());
    }
    var wish =
        new Copy.Wish(
            Answers.platform(invocation),
            invocation.values().flag(TransferFlags.REFERRERS),
            Limits.STANDARD);
    var registry = new Registry(RegistryAccess.of(invocation), Limits.STANDARD);
    try (CopySource source = from.source(registry);
        CopyTarget target = to.target(registry, source.name());
        TransferLine line = TransferLine.of(invocation)) {
      Copy.Done done = Copy.run(source, target, wish, line);
      line.clear();
      invocation
          .log()
          .info(
              "copied; manifests: %d, of them attached: %d, blobs: %d, read: %s"
                  .formatted(
                      done.manifests(), done.attached(), done.blobs(), Answers.size(done.bytes())));
      Answers.text(invocation, to.shown() + "@" + done.root().digest() + "\n");
      return 0;
    }
  }

  /// A login of the command line does not say for which of two registries it is.
  private static void requireOneRegistry(Invocation invocation, String from, String to)
      throws UsageException {
    Values values = invocation.values();
    boolean given =
        !values.texts(RegistryFlags.USERNAME).isEmpty()
            || !values.text(RegistryFlags.TOKEN).isEmpty();
    if (given && !from.equals(to)) {
      throw new UsageException(
          "--username, --password and --registry-token would be shown to both %s and %s: keep a"
                  .formatted(from, to)
              + " login for each with registry login instead");
    }
  }

  private static boolean digestOf(CopyPlace place) {
    return switch (place) {
      case CopyPlace.InRegistry there -> there.reference().digest().isPresent();
      case CopyPlace.InLayout there -> Digest.parse(there.name()).isPresent();
    };
  }
}
