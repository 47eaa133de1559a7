package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.signing.simple.SimplePayload;
import dev.landwaiter.signing.store.SignatureStore;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Prints what would be signed of an image in the older form.
public final class GenerateCommand extends CosignCommand {
  /// @param cosign whether it answers as cosign does
  public GenerateCommand(boolean cosign) {
    super(cosign, "generate", "Print the payload of an image's signature", "[flags] IMAGE");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(new FlagGroup("Flags", CosignFlags.ANNOTATIONS), registryFlags());
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    Reference image = StoreSettings.reference(argument(invocation));
    Map<String, String> annotations = Annotations.of(invocation.values());
    Digest digest;
    if (image.digest().isPresent()) {
      digest = image.digest().get();
    } else {
      try (SignatureStore store = StoreAccess.open(this, invocation, image, Purpose.PULL)) {
        digest = store.resolve(image.identifier()).digest();
      }
    }
    print(
        invocation,
        SimplePayload.write(image.canonicalName(), digest.toString(), annotations).toText());
    return 0;
  }
}
