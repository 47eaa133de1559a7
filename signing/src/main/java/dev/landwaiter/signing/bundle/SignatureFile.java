package dev.landwaiter.signing.bundle;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.Relaxation;
import dev.landwaiter.signing.encoding.StrictJson;
import java.util.List;
import java.util.Set;

/// A file that carries a signature in one of the JSON forms. Which form it is gets decided once, by
/// the members that name it; a broken bundle is never tried as anything else.
public final class SignatureFile {
  private SignatureFile() {}

  /// Reads a Sigstore bundle, a legacy bundle or a DSSE envelope.
  ///
  /// @param where the name of the text, for messages and reports
  /// @throws RefusedException with PARSE or LIMIT
  public static Evidence read(String where, Bytes text, Set<Relaxation> relaxed)
      throws RefusedException {
    Value value = StrictJson.parse(where, text);
    if (BundleReader.means(value)) {
      return BundleReader.read(where, value, relaxed);
    }
    if (LegacyBundle.means(value)) {
      return LegacyBundle.read(where, value);
    }
    if (DsseReader.means(value)) {
      return LegacyBundle.attestation(
          where, new Evidence.Signer.Key(""), text, List.of(), List.of());
    }
    throw new RefusedException(
        FailureClass.PARSE,
        where + ": neither a Sigstore bundle nor a legacy bundle nor a DSSE envelope",
        "a member 'mediaType', 'base64Signature' or 'payload'",
        "none of them");
  }
}
