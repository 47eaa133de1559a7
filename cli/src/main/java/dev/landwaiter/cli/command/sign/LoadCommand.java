package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.copy.Copy;
import dev.landwaiter.oci.copy.RegistryTarget;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.oci.registry.Registry;
import dev.landwaiter.signing.store.place.SavedSource;
import java.io.IOException;
import java.util.List;

/// Brings an image with its signatures from a folder into a registry.
public final class LoadCommand extends CosignCommand {
  public LoadCommand(boolean cosign) {
    super(cosign, "load", "Push an image with its signatures from a folder", "[flags] IMAGE");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(new FlagGroup("Load Flags", SaveCommand.DIR), registryFlags());
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    String folder = SaveCommand.folder(invocation, "load");
    Reference image = StoreSettings.reference(argument(invocation));
    if (image.digest().isPresent()) {
      throw new UsageException("load wants a tag, the digest comes of itself");
    }
    var registry = new Registry(registries(invocation), Limits.STANDARD);
    try (var source = SavedSource.open(path(invocation, folder), Limits.STANDARD);
        var target = new RegistryTarget(registry.repository(image, Purpose.PUSH), image.tag())) {
      Copy.Done done =
          Copying.run(source, target, Copying.everything(), "; another repository is needed");
      invocation
          .log()
          .info("pushed %s with %d attached".formatted(done.root().digest(), done.attached()));
    }
    return 0;
  }
}
