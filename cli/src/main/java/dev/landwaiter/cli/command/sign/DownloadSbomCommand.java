package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.store.Found;
import dev.landwaiter.signing.store.Kind;
import dev.landwaiter.signing.store.SignatureStore;
import java.io.IOException;
import java.util.List;

/// Prints the inventory that is attached to an image without a signature.
public final class DownloadSbomCommand extends CosignCommand {
  private static final Flag PLATFORM =
      CosignFlags.text("platform", "the image of an index for this platform");

  public DownloadSbomCommand(boolean cosign) {
    super(cosign, "download sbom", "Print the inventory attached to an image", "[flags] IMAGE");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(
        new FlagGroup("Download Flags", CosignFlags.TAG_PREFIX, PLATFORM), registryFlags());
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    Reference image = StoreSettings.reference(argument(invocation));
    invocation.log().warn("an inventory attached this way is not signed: attestations are safer");
    var options = StoreSettings.of(invocation);
    try (SignatureStore store = StoreAccess.open(this, invocation, image, Purpose.PULL, options)) {
      Digest digest =
          Children.chosen(
              store.resolve(image.identifier()),
              StoreAccess.platform(invocation.values().text(PLATFORM)));
      List<Found.Whole> found = Downloaded.found(invocation, store, Kind.SBOM, digest);
      if (found.isEmpty()) {
        throw new RefusedException(
            FailureClass.NOT_FOUND, "no inventory is attached to " + image.familiar());
      }
      Found.Whole first = found.getFirst();
      invocation.log().info("the inventory is of the type " + first.layer().mediaType());
      invocation.world().stdout().write(first.content().toArray());
      invocation.world().stdout().flush();
      return 0;
    }
  }
}
