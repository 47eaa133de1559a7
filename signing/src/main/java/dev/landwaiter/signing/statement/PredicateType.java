package dev.landwaiter.signing.statement;

import java.util.Optional;

/// The types of predicates that have a short name on command lines (cosign, `--type`).
public enum PredicateType {
  CUSTOM("custom", "https://cosign.sigstore.dev/attestation/v1"),
  SLSA_PROVENANCE("slsaprovenance", "https://slsa.dev/provenance/v0.2"),
  SLSA_PROVENANCE_02("slsaprovenance02", "https://slsa.dev/provenance/v0.2"),
  SLSA_PROVENANCE_1("slsaprovenance1", "https://slsa.dev/provenance/v1"),
  SPDX("spdx", "https://spdx.dev/Document"),
  SPDX_JSON("spdxjson", "https://spdx.dev/Document"),
  CYCLONEDX("cyclonedx", "https://cyclonedx.org/bom"),
  LINK("link", "https://in-toto.io/Link/v1"),
  VULN("vuln", "https://cosign.sigstore.dev/attestation/vuln/v1"),
  OPENVEX("openvex", "https://openvex.dev/ns");

  /// The type that says: this image is signed (cosign 3).
  public static final String COSIGN_SIGN = "https://sigstore.dev/cosign/sign/v1";

  private final String word;
  private final String uri;

  PredicateType(String word, String uri) {
    this.word = word;
    this.uri = uri;
  }

  public String word() {
    return word;
  }

  public String uri() {
    return uri;
  }

  /// By the short name.
  public static Optional<PredicateType> named(String word) {
    for (PredicateType each : values()) {
      if (each.word.equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /// The address that a word on a command line means: its own for a short name, else the word.
  public static String uriOf(String word) {
    return named(word).map(PredicateType::uri).orElse(word);
  }

  /// Whether a word is a short name or looks like an address: `attest` refuses others.
  public static boolean isKnown(String word) {
    if (named(word).isPresent() || word.startsWith("/")) {
      return true;
    }
    int colon = word.indexOf(':');
    for (int i = 0; i < colon; i++) {
      char c = word.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (!letter && (i == 0 || !other)) {
        return false;
      }
    }
    return colon > 0 && colon < word.length() - 1;
  }
}
