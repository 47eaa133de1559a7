package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.cli.command.Invocation;
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

/// Prints the signatures of an image: its bundles, or those of the older form where it has none.
public final class DownloadSignatureCommand extends CosignCommand {
  public DownloadSignatureCommand(boolean cosign) {
    super(cosign, "download signature", "Print the signatures of an image", "[flags] IMAGE");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(new FlagGroup("Download Flags", CosignFlags.TAG_PREFIX), registryFlags());
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    String written = argument(invocation);
    Reference image = StoreSettings.reference(written);
    var options = StoreSettings.of(invocation);
    var text = new StringBuilder();
    try (SignatureStore store = StoreAccess.open(this, invocation, image, Purpose.PULL, options)) {
      Digest digest = store.resolve(image.identifier()).digest();
      for (Found.Whole each : Downloaded.found(invocation, store, Kind.BUNDLE, digest)) {
        try {
          text.append(Downloaded.line(each)).append('\n');
        } catch (RefusedException e) {
          invocation.log().warn(String.valueOf(e.getMessage()));
        }
      }
      if (text.isEmpty()) {
        for (Found.Whole each : Downloaded.found(invocation, store, Kind.SIGNATURE, digest)) {
          text.append(Downloaded.signature(each)).append('\n');
        }
      }
    }
    if (text.isEmpty()) {
      throw new RefusedException(
          FailureClass.NOT_FOUND, written + ": no signature belongs to the image");
    }
    print(invocation, text.toString());
    return 0;
  }
}
