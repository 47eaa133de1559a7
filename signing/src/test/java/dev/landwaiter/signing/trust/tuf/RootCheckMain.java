package dev.landwaiter.signing.trust.tuf;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.trust.TrustedRoot;
import dev.landwaiter.signing.trust.file.SigningConfigReader;
import dev.landwaiter.signing.trust.file.TrustedRootReader;
import dev.landwaiter.signing.trust.tuf.Metadata.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Checks what the script `tools/sigstore-root` is about to embed, with the readers and the client
/// that will read it: `TRUSTED_ROOT SIGNING_CONFIG ROOT…`, the roots from old to new. Prints the
/// version and the expiry of the newest.
final class RootCheckMain {
  private RootCheckMain() {}

  public static void main(String[] args) throws IOException {
    TrustedRoot trusted = TrustedRootReader.read(args[0], bytes(args[0]));
    if (trusted.logs().isEmpty() || trusted.certificateAuthorities().isEmpty()) {
      throw new IOException(args[0] + " trusts no log or no authority");
    }
    SigningConfigReader.read(args[1], bytes(args[1]));
    Root root = RootChain.first(args[2], bytes(args[2]));
    for (int i = 3; i < args.length; i++) {
      root = RootChain.next(root, args[i], bytes(args[i]));
    }
    System.out.println(root.version() + " " + root.expires());
  }

  private static Bytes bytes(String file) throws IOException {
    return Bytes.of(Files.readAllBytes(Path.of(file)));
  }
}
