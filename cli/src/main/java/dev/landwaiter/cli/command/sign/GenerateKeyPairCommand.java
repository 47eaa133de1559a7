package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.key.KeyAccess;
import dev.landwaiter.signing.key.KeyReference;
import dev.landwaiter.signing.key.LocalKey;
import dev.landwaiter.signing.key.PrivateKeyFile;
import dev.landwaiter.signing.key.PublicKeys;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Makes a key pair on P-256: two files, or a Secret of a cluster.
public final class GenerateKeyPairCommand extends CosignCommand {
  private static final Flag KMS =
      CosignFlags.text("kms", "make the key in a key service; none is built");
  private static final Flag PREFIX =
      CosignFlags.text("output-key-prefix", "name of both files, before .key and .pub")
          .standard("cosign");

  /// @param cosign whether it answers as cosign does
  public GenerateKeyPairCommand(boolean cosign) {
    super(
        cosign,
        "generate-key-pair",
        "Make a key pair to sign with",
        "[flags] [k8s://NAMESPACE/NAME]");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(
        cosign()
            ? new FlagGroup("Flags", KMS, PREFIX)
            : new FlagGroup("Flags", KMS, PREFIX, CosignFlags.YES));
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    String service = invocation.values().text(KMS);
    List<String> arguments = invocation.arguments();
    if (!service.isEmpty()) {
      KeyReference.parse(service);
      throw new UsageException(
          "--kms '" + service + "' is no key service; a key in a cluster is made by an argument");
    }
    if (arguments.size() > 1) {
      throw new UsageException("one argument at most is wanted, not " + arguments.size());
    }
    KeyAccess keys = KeyRing.of(invocation);
    if (arguments.isEmpty()) {
      inFiles(invocation, keys);
      return 0;
    }
    if (!(KeyReference.parse(arguments.getFirst()) instanceof KeyReference.InCluster secret)) {
      throw new UsageException(
          "a key cannot be made in '%s'; give k8s://NAMESPACE/NAME, or nothing for files"
              .formatted(arguments.getFirst()));
    }
    inCluster(invocation, keys, secret);
    return 0;
  }

  private void inFiles(Invocation invocation, KeyAccess keys) throws UsageException, IOException {
    String prefix = invocation.values().text(PREFIX);
    var files = new KeyFiles(invocation.world(), prefix);
    byte[] password = keys.passwords().chosen(prefix + ".key");
    try {
      files.confirm(!cosign() && invocation.values().flag(CosignFlags.YES));
      files.write(LocalKey.generate(invocation.world().secrets().get()), password);
    } finally {
      Arrays.fill(password, (byte) 0);
    }
  }

  private static void inCluster(
      Invocation invocation, KeyAccess keys, KeyReference.InCluster secret) throws IOException {
    byte[] password = keys.passwords().chosen(secret.text());
    try {
      var random = invocation.world().secrets().get();
      LocalKey key = LocalKey.generate(random);
      Bytes text = Bytes.utf8(PublicKeys.text(key.publicKey()));
      keys.cluster()
          .write(
              secret.namespace(),
              secret.name(),
              Map.of(
                  KeyAccess.PRIVATE,
                  PrivateKeyFile.write(key, password, random),
                  KeyAccess.PUBLIC,
                  text,
                  KeyAccess.PASSWORD,
                  Bytes.of(password)));
      invocation
          .world()
          .stderr()
          .println("Key pair written to the Secret " + secret.namespace() + "/" + secret.name());
      new KeyFiles(invocation.world(), "cosign").writePublic(KeyAccess.PUBLIC, text, true);
    } finally {
      Arrays.fill(password, (byte) 0);
    }
  }
}
