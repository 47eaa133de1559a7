package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.signing.store.Kind;
import dev.landwaiter.signing.store.SignatureStore;
import dev.landwaiter.signing.store.StoreOptions;
import dev.landwaiter.signing.store.place.AttachedTag;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Tells where signatures of the older form lie.
public final class TriangulateCommand extends CosignCommand {
  private static final Flag TYPE =
      CosignFlags.text("type", "what to look for")
          .standard("signature")
          .allowed("signature", "attestation", "sbom", "digest");

  public TriangulateCommand(boolean cosign) {
    super(cosign, "triangulate", "Tell where the signatures of an image lie", "[flags] IMAGE");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(
        new FlagGroup("Triangulate Flags", CosignFlags.TAG_PREFIX, TYPE), registryFlags());
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    Reference image = StoreSettings.reference(argument(invocation));
    StoreOptions options = StoreSettings.of(invocation);
    String type = invocation.values().text(TYPE);
    Digest digest = digest(invocation, image);
    String repository = options.repository().orElse(image).canonicalName();
    String prefix = invocation.values().text(CosignFlags.TAG_PREFIX);
    Optional<Kind> kind =
        switch (type) {
          case "attestation" -> Optional.of(Kind.ATTESTATION);
          case "sbom" -> Optional.of(Kind.SBOM);
          case "digest" -> Optional.empty();
          default -> Optional.of(Kind.SIGNATURE);
        };
    String suffix = kind.map(of -> ":" + AttachedTag.of(prefix, digest, of)).orElse("@" + digest);
    print(invocation, repository + suffix + "\n");
    return 0;
  }

  /// A digest that was given is taken as it is.
  private Digest digest(Invocation invocation, Reference image) throws UsageException, IOException {
    if (image.digest().isPresent()) {
      return image.digest().get();
    }
    try (SignatureStore store = StoreAccess.open(this, invocation, image, Purpose.PULL)) {
      return store.resolve(image.identifier()).digest();
    }
  }
}
