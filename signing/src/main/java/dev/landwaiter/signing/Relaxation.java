package dev.landwaiter.signing;

/// What the caller asked not to be checked. Each ends in the report; nothing is left out silently.
public enum Relaxation {
  LOG_NOT_CHECKED("no entry in a transparency log was required"),
  SCT_NOT_CHECKED("no proof of certificate transparency was required"),
  CLAIMS_NOT_CHECKED("what the signature is about was not compared"),
  ANY_PREDICATE("a statement of any type counts as a signature"),
  CURRENT_TIME("the certificate was judged at the current time, not at the time of signing"),
  KEY_WITHOUT_WINDOW("a key without a period of validity was trusted at all times"),
  CERTIFICATE_CHAIN_ALLOWED("a bundle may carry a certificate chain where its version forbids it");

  private final String sentence;

  Relaxation(String sentence) {
    this.sentence = sentence;
  }

  /// For reports.
  public String sentence() {
    return sentence;
  }
}
