package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.store.Carried;
import dev.landwaiter.signing.store.Kind;
import dev.landwaiter.signing.store.SignatureStore;
import dev.landwaiter.signing.store.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Takes signatures, attestations and inventories away from an image.
public final class CleanCommand extends CosignCommand {
  private static final Flag TYPE =
      CosignFlags.text("type", "what is taken away")
          .standard("all")
          .allowed("signature", "attestation", "sbom", "referrer", "all");
  private static final Flag FORCE = CosignFlags.toggle("force", "do not ask").shorthand("f");

  public CleanCommand(boolean cosign) {
    super(cosign, "clean", "Take the signatures away from an image", "[flags] IMAGE");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(
        new FlagGroup("Clean Flags", CosignFlags.TAG_PREFIX, FORCE, TYPE), registryFlags());
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    Reference image = StoreSettings.reference(argument(invocation));
    String type = invocation.values().text(TYPE);
    if (!invocation.values().flag(FORCE)) {
      confirm(invocation, image);
    }
    var options = StoreSettings.of(invocation);
    try (SignatureStore store =
        StoreAccess.open(this, invocation, image, Purpose.DELETE, options)) {
      Subject subject = store.resolve(image.identifier());
      int bundles = 0;
      for (Carried each : store.list(subject.digest())) {
        if (wanted(type, each)) {
          store.delete(subject.digest(), each);
          invocation.log().info("removed " + each.place());
        } else if (each.kind().equals(Optional.of(Kind.BUNDLE))) {
          bundles++;
        }
      }
      if (bundles > 0) {
        invocation
            .log()
            .warn(
                "%d bundles still belong to the image; --type referrer takes them away"
                    .formatted(bundles));
      }
      return 0;
    }
  }

  private static boolean wanted(String type, Carried carried) {
    if (carried.kind().isEmpty()) {
      return false;
    }
    return switch (carried.kind().get()) {
      case SIGNATURE -> type.equals("signature") || type.equals("all");
      case ATTESTATION -> type.equals("attestation") || type.equals("all");
      case SBOM -> type.equals("sbom") || type.equals("all");
      case BUNDLE -> type.equals("referrer") || type.equals("all");
    };
  }

  private static void confirm(Invocation invocation, Reference image) throws IOException {
    Optional<String> answer =
        invocation
            .world()
            .terminal()
            .prompt()
            .ask("Take signatures away from " + image.familiar() + "? [y/N] ", false);
    String word = answer.map(String::strip).orElse("");
    if (!word.equalsIgnoreCase("y") && !word.equalsIgnoreCase("yes")) {
      throw new RefusedException(
          FailureClass.USAGE, "nothing is taken away without a yes, or --force");
    }
  }
}
