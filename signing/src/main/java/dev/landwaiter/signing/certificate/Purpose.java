package dev.landwaiter.signing.certificate;

/// What a certificate is used for, as its extended key usage names it (RFC 5280, 4.2.1.12).
public enum Purpose {
  CODE_SIGNING("1.3.6.1.5.5.7.3.3", "code signing"),
  TIMESTAMPING("1.3.6.1.5.5.7.3.8", "timestamping");

  static final String ANY = "2.5.29.37.0";

  private final String id;
  private final String words;

  Purpose(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /// The object identifier.
  public String id() {
    return id;
  }

  /// For messages.
  String words() {
    return words;
  }
}
