package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.key.KeyAccess;
import dev.landwaiter.signing.key.KeyReference;
import dev.landwaiter.signing.key.PublicKeys;
import java.io.IOException;
import java.util.List;

/// Prints the public half of a private key.
public final class PublicKeyCommand extends CosignCommand {
  private static final Flag OUTFILE =
      CosignFlags.text("outfile", "write the key to this file instead of standard output");

  /// @param cosign whether it answers as cosign does
  public PublicKeyCommand(boolean cosign) {
    super(
        cosign, "public-key", "Print the public half of a private key", "[flags] --key REFERENCE");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(CosignFlags.KEYS, new FlagGroup("Flags", OUTFILE));
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    String reference = KeyRing.reference(invocation);
    if (reference.isEmpty()) {
      throw new UsageException("public-key wants --key with a private key");
    }
    if (!invocation.arguments().isEmpty()) {
      throw new UsageException("public-key takes no arguments");
    }
    KeyAccess keys = KeyRing.of(invocation);
    VerificationKey key =
        KeyReference.parse(reference) instanceof KeyReference.OnToken
            ? keys.verificationKey(reference)
            : keys.signingKey(reference).publicKey();
    String text = PublicKeys.text(key);
    String file = invocation.values().text(OUTFILE);
    if (file.isEmpty()) {
      print(invocation, text);
    } else {
      new KeyFiles(invocation.world(), "").writePublic(file, Bytes.utf8(text), false);
    }
    return 0;
  }
}
