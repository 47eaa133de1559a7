package dev.landwaiter.signing.key;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.SigningKey;
import dev.landwaiter.signing.VerificationKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Fetches keys from wherever a reference says they are.
///
/// @param folder that relative paths start from
/// @param environment the value of a variable, or empty when it is not set
/// @param passwords of private keys, except those that a cluster keeps beside them
public record KeyAccess(
    Path folder,
    Function<String, Optional<String>> environment,
    Download download,
    ClusterSecrets cluster,
    KeyTokens tokens,
    PasswordSource passwords) {
  /// The longest text of a key, in bytes.
  public static final int LIMIT = 1 << 20;

  public static final String PRIVATE = "cosign.key";
  public static final String PUBLIC = "cosign.pub";
  public static final String PASSWORD = "cosign.password";

  /// Gets a small text from an address.
  @FunctionalInterface
  public interface Download {
    /// What is there.
    ///
    /// @param limit the longest answer in bytes
    Bytes get(URI address, int limit) throws IOException;
  }

  /// A key to verify with.
  ///
  /// @throws RefusedException with USAGE for a wrong reference, with TRUST_ROOT when nothing is
  ///   there, with PARSE and SIGNATURE as [PublicKeys#pem]
  public VerificationKey verificationKey(String reference) throws IOException {
    return switch (KeyReference.parse(reference)) {
      case KeyReference.InCluster secret ->
          PublicKeys.pem(reference, member(secret, data(secret), PUBLIC));
      case KeyReference.OnToken token -> tokens.publicKey(token.uri());
      case KeyReference other -> PublicKeys.pem(reference, text(other));
    };
  }

  /// A key to sign with; its password is asked for.
  ///
  /// @throws RefusedException as [#verificationKey], and as [PrivateKeyFile#read]
  public SigningKey signingKey(String reference) throws IOException {
    return switch (KeyReference.parse(reference)) {
      case KeyReference.InCluster secret -> {
        Map<String, Bytes> data = data(secret);
        Bytes password = member(secret, data, PASSWORD);
        yield PrivateKeyFile.read(reference, member(secret, data, PRIVATE), new Known(password));
      }
      case KeyReference.OnToken token -> tokens.signingKey(token.uri());
      case KeyReference other -> PrivateKeyFile.read(reference, text(other), passwords);
    };
  }

  /// The text that a reference leads to, whatever it holds.
  ///
  /// @throws RefusedException with USAGE for a cluster or a device, whose keys are no texts
  public Bytes text(KeyReference reference) throws IOException {
    return switch (reference) {
      case KeyReference.InFile file -> file(file.text());
      case KeyReference.AtAddress address -> download.get(address.uri(), LIMIT);
      case KeyReference.InVariable variable ->
          environment
              .apply(variable.name())
              .map(Bytes::utf8)
              .orElseThrow(() ->
                  new RefusedException(
                      FailureClass.TRUST_ROOT,
                      "the environment variable " + variable.name() + " is not set"));
      case KeyReference.InCluster(String text, _, _) -> throw noText(text);
      case KeyReference.OnToken(_, _) -> throw noText("a key of a device");
    };
  }

  private static RefusedException noText(String what) {
    return new RefusedException(FailureClass.USAGE, what + " cannot be read as a file");
  }

  private Bytes file(String name) throws IOException {
    try (InputStream in = Files.newInputStream(folder.resolve(name))) {
      byte[] all = in.readNBytes(LIMIT + 1);
      if (all.length > LIMIT) {
        throw new RefusedException(
            FailureClass.LIMIT, name + " is larger than " + LIMIT + " bytes, too large for a key");
      }
      return Bytes.of(all);
    } catch (NoSuchFileException e) {
      throw new RefusedException(FailureClass.TRUST_ROOT, name + ": there is no such file");
    }
  }

  private Map<String, Bytes> data(KeyReference.InCluster secret) throws IOException {
    return cluster
        .read(secret.namespace(), secret.name())
        .orElseThrow(() ->
            new RefusedException(
                FailureClass.TRUST_ROOT, secret.text() + ": there is no such Secret"));
  }

  private static Bytes member(KeyReference.InCluster secret, Map<String, Bytes> data, String name)
      throws RefusedException {
    Bytes value = data.get(name);
    if (value == null) {
      throw new RefusedException(
          FailureClass.TRUST_ROOT, secret.text() + ": the Secret has no '" + name + "'");
    }
    return value;
  }

  /// A password that lies beside its key.
  private record Known(Bytes password) implements PasswordSource {
    @Override
    public byte[] existing(String what) {
      return password.toArray();
    }

    @Override
    public byte[] chosen(String what) {
      return password.toArray();
    }
  }
}
