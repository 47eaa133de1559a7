package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.key.KeyAccess;
import dev.landwaiter.signing.key.LocalKey;
import dev.landwaiter.signing.key.PrivateKeyFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;

/// Makes an encrypted key pair from a private key in PEM.
public final class ImportKeyPairCommand extends CosignCommand {
  private static final Flag KEY =
      CosignFlags.text("key", "file with the private key (PEM)").shorthand("k");
  private static final Flag PREFIX =
      CosignFlags.text("output-key-prefix", "name of both files, before .key and .pub")
          .standard("import-cosign")
          .shorthand("o");

  /// @param cosign whether it answers as cosign does
  public ImportKeyPairCommand(boolean cosign) {
    super(
        cosign,
        "import-key-pair",
        "Make an encrypted key pair from a private key",
        "[flags] --key FILE");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(new FlagGroup("Flags", KEY, PREFIX, CosignFlags.YES));
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    String name = invocation.values().text(KEY);
    if (name.isEmpty()) {
      throw new UsageException("import-key-pair wants --key with the file of a private key");
    }
    if (!invocation.arguments().isEmpty()) {
      throw new UsageException("import-key-pair takes no arguments");
    }
    KeyAccess keys = KeyRing.of(invocation);
    byte[] text = read(invocation, name);
    LocalKey key;
    try {
      key = PrivateKeyFile.importing(name, text, keys.passwords());
    } finally {
      Arrays.fill(text, (byte) 0);
    }
    String prefix = invocation.values().text(PREFIX);
    var files = new KeyFiles(invocation.world(), prefix);
    byte[] password = keys.passwords().chosen(prefix + ".key");
    try {
      files.confirm(invocation.values().flag(CosignFlags.YES));
      files.write(key, password);
    } finally {
      Arrays.fill(password, (byte) 0);
    }
    return 0;
  }

  private static byte[] read(Invocation invocation, String name) throws IOException {
    try (InputStream in = Files.newInputStream(path(invocation, name))) {
      byte[] all = in.readNBytes(KeyAccess.LIMIT + 1);
      if (all.length > KeyAccess.LIMIT) {
        throw new RefusedException(
            FailureClass.LIMIT, name + " is larger than 1 MiB, too large for a key");
      }
      return all;
    } catch (NoSuchFileException e) {
      throw new IOException(name + ": there is no such file", e);
    }
  }
}
