package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.cli.flags.CosignSignFlags;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.LegacyWriter;
import dev.landwaiter.signing.encoding.Pem;
import dev.landwaiter.signing.key.PublicKeys;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The files beside a file's signature in its older form.
record OlderFiles(Invocation invocation, SigningRun run, SigningRun.Made made) {
  /// The bundle, where one is asked for.
  ///
  /// @param signature the raw bytes, or an envelope
  void bundle(Bytes signature) throws UsageException, IOException {
    String name = invocation.values().text(CosignFlags.BUNDLE);
    if (!name.isEmpty()) {
      String verifier = certified().orElseGet(() -> PublicKeys.text(made.key().publicKey()));
      run.write(
          "bundle", name, LegacyWriter.bundle(signature, verifier, made.evidence().entries()));
    }
  }

  /// The certificate, where one is asked for and there is one: PEM in Base64 once more.
  void certificate() throws UsageException, IOException {
    Values values = invocation.values();
    String name = values.text(CosignSignFlags.OUTPUT_CERTIFICATE);
    Optional<String> pem = certified();
    if (!name.isEmpty() && pem.isPresent()) {
      run.write("certificate", name, Bytes.utf8(Bytes.utf8(pem.get()).toBase64()));
    }
  }

  /// The timestamp, where one is asked for and there is one.
  void timestamp(String name) throws IOException {
    List<Bytes> timestamps = made.evidence().timestamps();
    if (!name.isEmpty() && !timestamps.isEmpty()) {
      run.write("timestamp", name, LegacyWriter.timestamp(timestamps.getFirst()));
    }
  }

  private Optional<String> certified() {
    return made.evidence().signer() instanceof Evidence.Signer.Certificate(Bytes leaf, var above)
        ? Optional.of(new Pem("CERTIFICATE", leaf).text())
        : Optional.empty();
  }
}
