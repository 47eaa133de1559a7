package dev.landwaiter.signing.trust.tuf;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.ProtoFields;
import dev.landwaiter.signing.trust.SigningConfig;
import dev.landwaiter.signing.trust.TrustedRoot;
import dev.landwaiter.signing.trust.file.SigningConfigReader;
import dev.landwaiter.signing.trust.file.TrustedRootReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// The trust of one instance of Sigstore as it was when this program was made. The script
/// `tools/sigstore-root` writes it.
public enum EmbeddedRoot {
  /// The public instance.
  PUBLIC("sigstore", "https://tuf-repo-cdn.sigstore.dev"),
  /// The instance that the public one is tried out on.
  STAGING("staging", "https://tuf-repo-cdn.sigstage.dev");

  private final String folder;
  private final String mirror;

  EmbeddedRoot(String folder, String mirror) {
    this.folder = folder;
    this.mirror = mirror;
  }

  /// That of a mirror, if one is embedded.
  static Optional<EmbeddedRoot> of(String mirror) {
    String plain = mirror.endsWith("/") ? mirror.substring(0, mirror.length() - 1) : mirror;
    for (EmbeddedRoot each : values()) {
      if (each.mirror.equals(plain)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /// The address of its TUF repository.
  public String mirror() {
    return mirror;
  }

  /// The day on which it was taken over.
  public LocalDate date() {
    try {
      String where = folder + "/about.json";
      return LocalDate.parse(ProtoFields.parse(where, read("about.json")).text("taken"));
    } catch (RefusedException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The start of that day.
  Instant since() {
    return date().atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /// The root that its TUF metadata begins with.
  Bytes tufRoot() {
    return read("root.json");
  }

  /// Whom to trust.
  public TrustedRoot trustedRoot() throws RefusedException {
    return TrustedRootReader.read(
        "the embedded trusted root of " + mirror, read("trusted_root.json"));
  }

  /// Which services to use.
  public SigningConfig signingConfig() throws RefusedException {
    return SigningConfigReader.read(
        "the embedded signing config of " + mirror, read("signing_config.v0.2.json"));
  }

  private Bytes read(String name) {
    String path = "/dev/landwaiter/signing/trust/" + folder + "/" + name;
    try (InputStream in = EmbeddedRoot.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its part " + path);
      }
      return Bytes.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
