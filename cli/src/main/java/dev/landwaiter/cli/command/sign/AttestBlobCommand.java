package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.cli.flags.CosignSignFlags;
import dev.landwaiter.cli.flags.CosignVerifyFlags;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.bundle.BundleWriter;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.sign.Content;
import dev.landwaiter.signing.statement.StatementWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Signs statements about files.
public final class AttestBlobCommand extends CosignCommand {
  private static final int HASH_LENGTH = 64;

  private static final Flag HASH =
      CosignFlags.text("hash", "SHA-256 of the file, which is not read then");
  private static final Flag OUTPUT_ATTESTATION =
      CosignFlags.text("output-attestation", "file for the statement by itself");

  /// @param cosign whether it answers as cosign does
  public AttestBlobCommand(boolean cosign) {
    super(cosign, "attest-blob", "Sign a statement about a file", "[flags] FILE");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(
        new FlagGroup(
            "Attest Flags",
            CosignSignFlags.PREDICATE,
            CosignSignFlags.STATEMENT,
            CosignSignFlags.TYPE,
            HASH,
            OUTPUT_ATTESTATION,
            CosignVerifyFlags.RFC3161,
            CosignSignFlags.ENTRY_TYPE),
        CosignSignFlags.SIGNING,
        CosignFlags.KEYS,
        CosignFlags.OIDC,
        CosignFlags.TSA,
        CosignFlags.CONFIG);
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    Values values = invocation.values();
    String given = values.text(CosignSignFlags.STATEMENT);
    if (given.isEmpty() == values.text(CosignSignFlags.PREDICATE).isEmpty()) {
      throw new UsageException("attest-blob wants either --predicate FILE or --statement FILE");
    }
    String file = given.isEmpty() ? argument(invocation) : "";
    SigningRun run = SigningRun.of(invocation, PublicKeyDetails.PKIX_ECDSA_P256_SHA_256);
    if (run.bundles() && values.text(CosignFlags.BUNDLE).isEmpty() && cosign()) {
      throw new UsageException("attest-blob wants --bundle FILE, where the signature goes");
    }
    Bytes statement =
        given.isEmpty()
            ? statement(invocation, run, file)
            : FileText.read(invocation, "--statement", given);
    run.prepare();
    SigningRun.Made made = run.sign(new Content.Statement(statement));
    if (run.bundles()) {
      Bytes bundle = BundleWriter.write(made.evidence());
      String name = values.text(CosignFlags.BUNDLE);
      if (name.isEmpty()) {
        print(invocation, bundle.toText() + "\n");
      } else {
        run.write("bundle", name, bundle);
      }
    } else {
      older(invocation, run, made);
    }
    String name = values.text(OUTPUT_ATTESTATION);
    if (!name.isEmpty()) {
      run.write("statement", name, statement);
    }
    return 0;
  }

  private static Bytes statement(Invocation invocation, SigningRun run, String file)
      throws UsageException, IOException {
    String hash = invocation.values().text(HASH);
    if (hash.isEmpty()) {
      hash =
          FileText.read(invocation, "attest-blob", file, SignBlobCommand.LARGEST).sha256().toHex();
    } else if (!isHash(hash)) {
      throw new UsageException("--hash wants 64 hexadecimal digits in lower case");
    }
    Path name = Path.of(file).getFileName();
    return StatementWriter.attestation(
        name == null ? file : name.toString(), hash, Predicates.of(invocation, run));
  }

  private static boolean isHash(String text) {
    return text.length() == HASH_LENGTH
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  private static void older(Invocation invocation, SigningRun run, SigningRun.Made made)
      throws UsageException, IOException {
    Values values = invocation.values();
    Bytes envelope =
        made.evidence().signed() instanceof Evidence.Signed.Dsse(var read, Bytes text)
            ? text
            : Bytes.EMPTY;
    var written = new OlderFiles(invocation, run, made);
    written.bundle(envelope);
    String name = values.text(CosignSignFlags.OUTPUT_SIGNATURE);
    if (name.isEmpty()) {
      print(invocation, envelope.toText() + "\n");
    } else {
      run.write("signature", name, envelope);
    }
    written.certificate();
    written.timestamp(values.text(CosignVerifyFlags.RFC3161));
  }
}
