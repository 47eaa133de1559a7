package dev.landwaiter.signing.trust.tuf;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.StrictJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// One file of TUF metadata with its signatures, which nobody has checked yet.
///
/// @param where its name, for messages
/// @param signed what is signed
/// @param message the bytes that the signatures are over
record SignedFile(String where, TufFields signed, Bytes message, List<Signature> signatures) {
  SignedFile {
    signatures = List.copyOf(signatures);
  }

  /// One signature that is not empty.
  record Signature(String keyId, Bytes bytes) {}

  /// Reads a file and checks what all kinds have in common.
  ///
  /// @param type what `_type` must be
  /// @throws RefusedException with TRUST_ROOT, or LIMIT for what is too deep
  static SignedFile read(String where, Bytes text, String type) throws RefusedException {
    TufFields whole;
    try {
      whole = TufFields.of(where, StrictJson.parse(where, text));
    } catch (RefusedException e) {
      throw e.kind() == FailureClass.LIMIT
          ? e
          : new RefusedException(FailureClass.TRUST_ROOT, e.refusal().message());
    }
    TufFields signed = whole.fields("signed");
    String found = signed.text("_type");
    if (!found.equals(type)) {
      throw new RefusedException(
          FailureClass.TRUST_ROOT, where + " is metadata of another kind", type, found);
    }
    String specification = signed.text("spec_version");
    if (!specification.startsWith("1.")) {
      throw new RefusedException(
          FailureClass.TRUST_ROOT, where + " follows another version of TUF", "1.x", specification);
    }
    List<Signature> signatures = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (TufFields each : whole.objects("signatures")) {
      String id = each.text("keyid");
      if (!ids.add(id)) {
        throw each.wrong("the key '" + id + "' has signed twice");
      }
      String digits = each.text("sig");
      if (!digits.isEmpty()) {
        Bytes bytes =
            TufKey.hex(digits).orElseThrow(() -> each.wrong("the signature is not hexadecimal"));
        signatures.add(new Signature(id, bytes));
      }
    }
    return new SignedFile(where, signed, OlpcJson.of(signed.object()), signatures);
  }

  long version() throws RefusedException {
    return signed.version("version");
  }

  Instant expires() throws RefusedException {
    return signed.time("expires");
  }
}
