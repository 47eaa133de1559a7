package dev.landwaiter.signing.trust.file;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.ProtoFields;
import dev.landwaiter.signing.trust.SigningConfig;
import dev.landwaiter.signing.trust.TrustedRoot;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/// What one instance of Sigstore gives its users: whom to trust and which services to use (sigstore
/// protobuf-specs, `ClientTrustConfig`).
public record ClientTrustConfig(TrustedRoot trustedRoot, SigningConfig signingConfig) {
  private static final String MEDIA_TYPE =
      "application/vnd.dev.sigstore.clienttrustconfig.v0.1+json";

  /// Reads its text.
  ///
  /// @throws RefusedException with TRUST_ROOT when anything of it is wrong
  public static ClientTrustConfig read(String where, Bytes text) throws RefusedException {
    try {
      ProtoFields fields = ProtoFields.parse(where, text);
      fields.only(Set.of("mediaType", "trustedRoot", "signingConfig"));
      String mediaType = fields.text("mediaType");
      if (!mediaType.equals(MEDIA_TYPE)) {
        throw new RefusedException(
            FailureClass.TRUST_ROOT,
            fields.at("mediaType") + ": '" + mediaType + "' is not that of a client trust config",
            MEDIA_TYPE,
            mediaType);
      }
      Optional<ProtoFields> root = fields.fields("trustedRoot");
      Optional<ProtoFields> config = fields.fields("signingConfig");
      if (root.isEmpty() || config.isEmpty()) {
        throw fields.wrong("trustedRoot or signingConfig are missing");
      }
      return new ClientTrustConfig(
          TrustedRootReader.of(root.get(), new ArrayList<>()),
          SigningConfigReader.of(config.get()));
    } catch (RefusedException e) {
      throw TrustedRootReader.asRoot(e);
    }
  }
}
