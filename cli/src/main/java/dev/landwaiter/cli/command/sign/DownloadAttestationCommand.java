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
import dev.landwaiter.signing.Relaxation;
import dev.landwaiter.signing.bundle.DsseReader;
import dev.landwaiter.signing.bundle.Envelope;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.statement.PredicateType;
import dev.landwaiter.signing.statement.StatementReader;
import dev.landwaiter.signing.store.Found;
import dev.landwaiter.signing.store.Kind;
import dev.landwaiter.signing.store.SignatureStore;
import dev.landwaiter.signing.store.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Prints the attestations of an image: its bundles, or envelopes where it has none.
public final class DownloadAttestationCommand extends CosignCommand {
  private static final Flag PREDICATE_TYPE =
      CosignFlags.text("predicate-type", "only attestations of this type, a short name or a URI");
  private static final Flag PLATFORM =
      CosignFlags.text("platform", "the image of an index for this platform");

  public DownloadAttestationCommand(boolean cosign) {
    super(cosign, "download attestation", "Print the attestations of an image", "[flags] IMAGE");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(
        new FlagGroup("Download Flags", CosignFlags.TAG_PREFIX, PLATFORM, PREDICATE_TYPE),
        registryFlags());
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    Reference image = StoreSettings.reference(argument(invocation));
    String asked = invocation.values().text(PREDICATE_TYPE);
    String type = asked.isEmpty() ? "" : PredicateType.uriOf(asked);
    var options = StoreSettings.of(invocation);
    var text = new StringBuilder();
    try (SignatureStore store = StoreAccess.open(this, invocation, image, Purpose.PULL, options)) {
      Subject subject = store.resolve(image.identifier());
      Digest chosen =
          Children.chosen(subject, StoreAccess.platform(invocation.values().text(PLATFORM)));
      List<Found.Whole> found = Downloaded.found(invocation, store, Kind.BUNDLE, subject.digest());
      if (found.isEmpty()) {
        found = Downloaded.found(invocation, store, Kind.ATTESTATION, chosen);
      }
      for (Found.Whole each : found) {
        append(invocation, text, each, type);
      }
    }
    if (text.isEmpty() && !type.isEmpty()) {
      throw new RefusedException(
          FailureClass.NOT_FOUND, "no attestation of the type '" + type + "' belongs to the image");
    }
    print(invocation, text.toString());
    return 0;
  }

  private static void append(
      Invocation invocation, StringBuilder text, Found.Whole found, String type) {
    try {
      if (type.isEmpty() || type.equals(predicateType(found).orElse(""))) {
        boolean bundle = found.kind() == Kind.BUNDLE;
        text.append(bundle ? Downloaded.line(found) : Downloaded.envelope(found)).append('\n');
      }
    } catch (RefusedException e) {
      invocation.log().warn(String.valueOf(e.getMessage()));
    }
  }

  /// What the statement inside says, not what annotations say about it.
  private static Optional<String> predicateType(Found.Whole found) throws RefusedException {
    Optional<Envelope> envelope =
        found.kind() == Kind.BUNDLE
            ? envelope(found.evidence(Set.of(Relaxation.CERTIFICATE_CHAIN_ALLOWED)))
            : Optional.of(DsseReader.read(found.origin(), found.content()));
    return envelope.isEmpty()
        ? Optional.empty()
        : Optional.of(
            StatementReader.read(found.origin(), envelope.get().payload()).predicateType());
  }

  private static Optional<Envelope> envelope(Evidence evidence) {
    return evidence.signed() instanceof Evidence.Signed.Dsse dsse
        ? Optional.of(dsse.envelope())
        : Optional.empty();
  }
}
