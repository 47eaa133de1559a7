package dev.landwaiter.cli.command.rego;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.rego.bundle.BundleSigner;
import dev.landwaiter.rego.bundle.SignatureCheck;
import dev.landwaiter.rego.load.BundleCheck;
import dev.landwaiter.rego.load.LoadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// Keys of a command line that sign bundles or check their signatures.
final class Keys {
  private static final long LIMIT = 1 << 20;

  private Keys() {}

  /// Who signs; nobody without a key.
  ///
  /// @throws LoadException when a file cannot be read
  static Optional<BundleSigner> signer(Invocation invocation) throws UsageException, LoadException {
    if (invocation.values().text(BuildFlags.SIGNING_KEY).isEmpty()) {
      return Optional.empty();
    }
    String plugin = invocation.values().text(BuildFlags.SIGNING_PLUGIN);
    if (!plugin.isEmpty() && !plugin.equals("_default")) {
      throw new LoadException(
          "no signer exists under id %s: signers can only be built in".formatted(plugin));
    }
    return Optional.of(
        new BundleSigner(
            key(invocation, BuildFlags.SIGNING_KEY),
            invocation.values().text(BuildFlags.SIGNING_ALGORITHM),
            claims(invocation),
            CliWorld.of(invocation)));
  }

  /// What input bundles must pass: without a key none may be signed, as nobody could tell whether
  /// the signature is right.
  ///
  /// @throws LoadException when a file cannot be read
  static BundleCheck check(Invocation invocation) throws UsageException, LoadException {
    if (!verifies(invocation)) {
      return new SignatureCheck(Optional.empty());
    }
    return new SignatureCheck(
        Optional.of(
            new SignatureCheck.Trusted(
                key(invocation, BuildFlags.VERIFICATION_KEY),
                invocation.values().text(BuildFlags.SIGNING_ALGORITHM),
                invocation.values().text(BuildFlags.SCOPE),
                invocation.values().texts(BuildFlags.EXCLUDE_VERIFY))));
  }

  static boolean verifies(Invocation invocation) throws UsageException {
    return !invocation.values().text(BuildFlags.VERIFICATION_KEY).isEmpty();
  }

  /// A key is the content of a file, or itself where no file has that name.
  private static String key(Invocation invocation, Flag flag) throws UsageException, LoadException {
    String given = invocation.values().text(flag);
    Path path;
    try {
      path = invocation.world().folder().resolve(given);
    } catch (InvalidPathException e) {
      return given;
    }
    return Files.isRegularFile(path) ? read(path, given) : given;
  }

  private static Optional<ObjectValue> claims(Invocation invocation)
      throws UsageException, LoadException {
    String name = invocation.values().text(BuildFlags.CLAIMS);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Path path = invocation.world().folder().resolve(name);
    if (!Files.exists(path)) {
      throw new LoadException("open " + name + ": no such file or directory");
    }
    try {
      if (Json.parse(name, read(path, name)) instanceof ObjectValue claims) {
        return Optional.of(claims);
      }
    } catch (FormatException e) {
      throw new LoadException(name + ": " + e.problem().message());
    }
    throw new LoadException(name + ": claims must be an object");
  }

  private static String read(Path path, String name) throws LoadException {
    try {
      if (Files.size(path) > LIMIT) {
        throw new LoadException(name + ": larger than the 1 MiB that are read");
      }
      return Files.readString(path);
    } catch (IOException e) {
      throw new LoadException("open " + name + ": " + e.getMessage());
    }
  }
}
