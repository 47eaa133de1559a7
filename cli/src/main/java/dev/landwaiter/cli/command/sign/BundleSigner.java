package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.bundle.BundleWriter;
import dev.landwaiter.signing.sign.Content;
import dev.landwaiter.signing.statement.PredicateType;
import dev.landwaiter.signing.statement.StatementWriter;
import dev.landwaiter.signing.store.BundleFacts;
import dev.landwaiter.signing.store.SignatureStore;
import java.io.IOException;
import java.util.Map;

/// Signs as a bundle over a statement.
///
/// @param upload whether the bundle is attached to the image
record BundleSigner(
    Invocation invocation, SigningRun run, Map<String, String> annotations, boolean upload)
    implements ImageSigner {
  @Override
  public void sign(SignatureStore store, Reference image, SignTarget target)
      throws UsageException, IOException {
    Bytes statement = StatementWriter.signature(target.sha256(), annotations);
    put(store, target, statement, PredicateType.COSIGN_SIGN);
  }

  /// Signs a statement about a manifest and puts the bundle where flags say.
  ///
  /// @param type of its predicate
  void put(SignatureStore store, SignTarget target, Bytes statement, String type)
      throws UsageException, IOException {
    var subject = upload ? target.required() : null;
    var made = run.sign(new Content.Statement(statement));
    Bytes bundle = BundleWriter.write(made.evidence());
    String file = invocation.values().text(CosignFlags.BUNDLE);
    if (!file.isEmpty()) {
      run.write("bundle", file, bundle);
    } else if (!upload) {
      CosignCommand.print(invocation, bundle.toText() + "\n");
    }
    if (subject != null) {
      store.attach(
          subject, bundle, new BundleFacts(BundleFacts.ENVELOPE, type, run.choice().now()));
      invocation.world().stderr().println("The bundle is attached in " + store.name());
    }
  }
}
