package dev.landwaiter.signing.certificate;

/// One subject alternative name of a certificate (RFC 5280, 4.2.1.6). Its text is what identities
/// are compared with.
public sealed interface SubjectName {
  /// As written in the certificate; addresses in their usual form. Empty where it can match
  /// nothing.
  String text();

  record Email(String text) implements SubjectName {}

  record Dns(String text) implements SubjectName {}

  record Uri(String text) implements SubjectName {}

  record Ip(String text) implements SubjectName {}

  /// Another name of the type 1.3.6.1.4.1.57264.1.7: the user of a chat or build system.
  record Username(String text) implements SubjectName {}

  /// A name of a kind that identities cannot ask for.
  ///
  /// @param tag the identifier octet of the GeneralName
  record Unsupported(int tag) implements SubjectName {
    @Override
    public String text() {
      return "";
    }
  }
}
