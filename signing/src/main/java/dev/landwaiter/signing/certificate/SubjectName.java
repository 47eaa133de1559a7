package dev.landwaiter.signing.certificate;

/// One subject alternative name of a certificate (RFC 5280, 4.2.1.6). Its text is what identities
/// are compared with.
public sealed interface SubjectName {
  /// As written in the certificate; addresses in their usual form. Empty where it can match
  /// nothing.
  String text();

  /// Whether its text looks as names of its kind do. One that does not could pass for a name of
  /// another kind with the same text, so it matches nothing.
  boolean ofItsKind();

  record Email(String text) implements SubjectName {
    @Override
    public boolean ofItsKind() {
      return text.indexOf('@') > 0 && !text.contains("://");
    }
  }

  record Dns(String text) implements SubjectName {
    @Override
    public boolean ofItsKind() {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!plain && "-._*".indexOf(c) < 0) {
          return false;
        }
      }
      return !text.isEmpty();
    }
  }

  record Uri(String text) implements SubjectName {
    @Override
    public boolean ofItsKind() {
      int colon = text.indexOf(':');
      for (int i = 0; i < colon; i++) {
        char c = text.charAt(i);
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        boolean other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
        if (!letter && (i == 0 || !other)) {
          return false;
        }
      }
      return colon > 0;
    }
  }

  record Ip(String text) implements SubjectName {
    @Override
    public boolean ofItsKind() {
      return true;
    }
  }

  /// Another name of the type 1.3.6.1.4.1.57264.1.7: the user of a chat or build system, written
  /// `name!domain`.
  record Username(String text) implements SubjectName {
    @Override
    public boolean ofItsKind() {
      return text.indexOf('!') > 0;
    }
  }

  /// A name of a kind that identities cannot ask for.
  ///
  /// @param tag the identifier octet of the GeneralName
  record Unsupported(int tag) implements SubjectName {
    @Override
    public boolean ofItsKind() {
      return false;
    }

    @Override
    public String text() {
      return "";
    }
  }
}
