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
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.bundle.BundleWriter;
import dev.landwaiter.signing.sign.Content;
import java.io.IOException;
import java.util.List;

/// Signs files.
public final class SignBlobCommand extends CosignCommand {
  /// The most bytes of a file that is signed.
  static final int LARGEST = 1 << 30;

  private static final Flag ALGORITHM =
      CosignFlags.text("signing-algorithm", "kind of key that is made where an identity signs")
          .standard(PublicKeyDetails.PKIX_ECDSA_P256_SHA_256.flag());
  private static final List<PublicKeyDetails> KINDS =
      List.of(
          PublicKeyDetails.PKIX_ECDSA_P256_SHA_256,
          PublicKeyDetails.PKIX_ECDSA_P384_SHA_384,
          PublicKeyDetails.PKIX_ECDSA_P521_SHA_512,
          PublicKeyDetails.PKIX_RSA_PKCS1V15_2048_SHA256,
          PublicKeyDetails.PKIX_RSA_PKCS1V15_3072_SHA256,
          PublicKeyDetails.PKIX_RSA_PKCS1V15_4096_SHA256);

  private static final Flag B64 =
      CosignFlags.toggle("b64", "write the older form of signatures in Base64").standard("true");

  /// @param cosign whether it answers as cosign does
  public SignBlobCommand(boolean cosign) {
    super(cosign, "sign-blob", "Sign files", "[flags] FILE [FILE...]");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(
        new FlagGroup("Sign Flags", ALGORITHM, B64, CosignVerifyFlags.RFC3161),
        CosignSignFlags.SIGNING,
        CosignFlags.KEYS,
        CosignFlags.OIDC,
        CosignFlags.TSA,
        CosignFlags.CONFIG);
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    List<String> files = invocation.arguments();
    if (files.isEmpty()) {
      throw new UsageException("sign-blob wants at least one file");
    }
    SigningRun run = SigningRun.of(invocation, algorithm(invocation.values()));
    String bundle = invocation.values().text(CosignFlags.BUNDLE);
    if (run.bundles() && bundle.isEmpty() && cosign()) {
      throw new UsageException("sign-blob wants --bundle FILE, where the signature goes");
    }
    if (files.size() > 1 && !bundle.isEmpty()) {
      if (!cosign()) {
        throw new UsageException(
            "several files cannot share one --bundle: sign them one after another");
      }
      run.warn("of several bundles in one file, only the last one stays");
    }
    run.prepare();
    for (String file : files) {
      try {
        sign(invocation, run, file);
      } catch (RefusedException e) {
        throw SigningRun.about(file, e);
      }
    }
    return 0;
  }

  private static PublicKeyDetails algorithm(Values values) throws UsageException {
    String word = values.text(ALGORITHM);
    for (PublicKeyDetails each : KINDS) {
      if (each.flag().equals(word)) {
        return each;
      }
    }
    throw new UsageException(
        "--signing-algorithm '%s' is none of %s"
            .formatted(
                word, String.join(", ", KINDS.stream().map(PublicKeyDetails::flag).toList())));
  }

  private static void sign(Invocation invocation, SigningRun run, String file)
      throws UsageException, IOException {
    Bytes content = FileText.read(invocation, "sign-blob", file, LARGEST);
    SigningRun.Made made = run.sign(new Content.File(content));
    Values values = invocation.values();
    if (run.bundles()) {
      Bytes bundle = BundleWriter.write(made.evidence());
      String name = values.text(CosignFlags.BUNDLE);
      if (name.isEmpty()) {
        print(invocation, bundle.toText() + "\n");
      } else {
        run.write("bundle", name, bundle);
      }
      return;
    }
    var written = new OlderFiles(invocation, run, made);
    Bytes signature = made.evidence().signature();
    boolean text = values.flag(B64);
    written.bundle(signature);
    String name = values.text(CosignSignFlags.OUTPUT_SIGNATURE);
    if (!name.isEmpty()) {
      run.write("signature", name, text ? Bytes.utf8(signature.toBase64()) : signature);
    } else if (text) {
      print(invocation, signature.toBase64() + "\n");
    } else {
      invocation.world().stdout().write(signature.toArray());
      invocation.world().stdout().flush();
    }
    written.certificate();
    written.timestamp(values.text(CosignVerifyFlags.RFC3161));
  }
}
