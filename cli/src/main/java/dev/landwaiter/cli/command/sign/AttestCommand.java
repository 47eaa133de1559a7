package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.cli.flags.CosignSignFlags;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.LegacyWriter;
import dev.landwaiter.signing.sign.Content;
import dev.landwaiter.signing.statement.Predicate;
import dev.landwaiter.signing.statement.StatementWriter;
import dev.landwaiter.signing.store.Addition;
import dev.landwaiter.signing.store.Kind;
import dev.landwaiter.signing.store.Layer;
import dev.landwaiter.signing.store.Put;
import dev.landwaiter.signing.store.SignatureStore;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Signs statements about images.
public final class AttestCommand extends CosignCommand {
  private static final Flag NO_UPLOAD =
      CosignFlags.toggle("no-upload", "do not attach the attestation to the image");
  private static final Flag REPLACE =
      CosignFlags.toggle("replace", "take older attestations of the same type away");

  /// @param cosign whether it answers as cosign does
  public AttestCommand(boolean cosign) {
    super(cosign, "attest", "Sign a statement about an image", "[flags] IMAGE");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(
        new FlagGroup(
            "Attest Flags",
            CosignSignFlags.PREDICATE,
            CosignSignFlags.STATEMENT,
            CosignSignFlags.TYPE,
            NO_UPLOAD,
            REPLACE,
            CosignSignFlags.ENTRY_TYPE,
            CosignSignFlags.RECORD_CREATION),
        CosignSignFlags.SIGNING,
        CosignFlags.KEYS,
        CosignFlags.OIDC,
        CosignFlags.TSA,
        CosignFlags.CONFIG,
        CosignFlags.ATTACHING,
        registryFlags());
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    String image = argument(invocation);
    Values values = invocation.values();
    if (values.text(CosignSignFlags.PREDICATE).isEmpty()) {
      throw new UsageException("attest wants --predicate FILE, where - is standard input");
    }
    SigningRun run = SigningRun.of(invocation, PublicKeyDetails.PKIX_ECDSA_P256_SHA_256);
    boolean upload = !values.flag(NO_UPLOAD);
    boolean nowhere = !upload && run.bundles() && values.text(CosignFlags.BUNDLE).isEmpty();
    if (nowhere && cosign()) {
      throw new UsageException("with --no-upload the bundle goes nowhere: add --bundle FILE");
    }
    Reference reference = StoreSettings.reference(image);
    try (SignatureStore store = Attaching.open(this, invocation, reference)) {
      SignTarget target = SignTarget.of(invocation, store, reference, !run.bundles() || !upload);
      Predicate predicate = Predicates.of(invocation, run);
      run.prepare();
      Bytes statement =
          StatementWriter.attestation(reference.canonicalName(), target.sha256(), predicate);
      if (run.bundles()) {
        new BundleSigner(invocation, run, Map.of(), upload)
            .put(store, target, statement, predicate.type());
      } else {
        envelope(invocation, run, store, target, new Signed(statement, predicate.type()));
      }
    } catch (RefusedException e) {
      throw SigningRun.about(image, e);
    }
    return 0;
  }

  /// A statement and the type of its predicate.
  private record Signed(Bytes statement, String type) {}

  /// Signs in the older form: an envelope beside the others.
  private static void envelope(
      Invocation invocation, SigningRun run, SignatureStore store, SignTarget target, Signed signed)
      throws UsageException, IOException {
    Evidence evidence = run.sign(new Content.Statement(signed.statement())).evidence();
    if (invocation.values().flag(NO_UPLOAD)
        || !(evidence.signed() instanceof Evidence.Signed.Dsse(var envelope, Bytes text))) {
      return;
    }
    Map<String, String> annotations = new TreeMap<>(LegacyWriter.annotations(evidence));
    annotations.put(Layer.PREDICATE_TYPE, signed.type());
    boolean replace = invocation.values().flag(REPLACE);
    var addition =
        new Addition(
            new Layer(Layer.DSSE, text, annotations),
            other -> true,
            other ->
                replace && signed.type().equals(other.annotations().get(Layer.PREDICATE_TYPE)));
    Put put = store.append(Kind.ATTESTATION, target.digest(), addition);
    invocation.world().stderr().println("The attestation is in " + put.place());
  }
}
