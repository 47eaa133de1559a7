package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.copy.Copy;
import dev.landwaiter.oci.copy.RegistrySource;
import dev.landwaiter.oci.copy.RegistryTarget;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.oci.registry.Registry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Copies an image with its signatures from one repository to another.
public final class CopyCommand extends CosignCommand {
  private static final Flag ONLY =
      Flag.texts("only", "copy only what is attached: sig, att, sbom").key("signing.copy-only");
  private static final Flag SIG_ONLY = CosignFlags.toggle("sig-only", "the same as --only=sig");
  private static final Flag FORCE =
      CosignFlags.toggle("force", "overwrite what is there").shorthand("f");
  private static final Flag PLATFORM =
      CosignFlags.text("platform", "only the image for this platform, as os/arch[/variant]");

  public CopyCommand(boolean cosign) {
    super(cosign, "copy", "Copy an image with its signatures", "[flags] SOURCE DESTINATION");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(new FlagGroup("Copy Flags", FORCE, ONLY, PLATFORM, SIG_ONLY), registryFlags());
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    List<String> arguments = invocation.arguments();
    if (arguments.size() != 2) {
      throw new UsageException("copy wants two arguments, what to copy and where to");
    }
    Values values = invocation.values();
    List<String> only = only(values);
    Reference from = StoreSettings.reference(arguments.getFirst());
    Reference to = StoreSettings.reference(arguments.getLast());
    if (to.digest().isPresent()) {
      throw new UsageException("the destination of a copy gets a tag, its digest comes of itself");
    }
    var wish =
        new Copy.Wish(
            StoreAccess.platform(values.text(PLATFORM)),
            only.isEmpty() ? Copy.Attached.ALL : new Copy.Attached(false, only),
            values.flag(FORCE) ? Copy.Overwrite.EVERYTHING : Copy.Overwrite.NOTHING,
            Limits.STANDARD);
    var registry = new Registry(registries(invocation), Limits.STANDARD);
    // Only what is attached: the image gets no tag.
    String tag = only.isEmpty() ? to.tag() : "";
    try (var source = new RegistrySource(registry.repository(from, Purpose.PULL), from);
        var target = new RegistryTarget(registry.repository(to, Purpose.PUSH), tag)) {
      Copy.Done done = Copying.run(source, target, wish, "; --force overwrites it");
      invocation
          .log()
          .info(
              "copied to %s@%s; manifests: %d, of them attached: %d"
                  .formatted(
                      to.canonicalName(), done.root().digest(), done.manifests(), done.attached()));
    }
    return 0;
  }

  /// The suffixes of the tags that are copied, or none when everything is.
  private static List<String> only(Values values) throws UsageException {
    List<String> suffixes = new ArrayList<>();
    for (String each : values.texts(ONLY)) {
      if (!List.of("sig", "att", "sbom").contains(each)) {
        throw new UsageException("--only takes sig, att and sbom, not '" + each + "'");
      }
      suffixes.add("." + each);
    }
    if (values.flag(SIG_ONLY) && suffixes.isEmpty()) {
      suffixes.add(".sig");
    }
    return suffixes;
  }
}
