package dev.landwaiter.policy.gatekeeper.match;

/// Names of the form that Kubernetes calls an RFC 1123 subdomain.
public final class SubdomainText {
  /// What Kubernetes says when a name is none.
  public static final String RULE =
      "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or"
          + " '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex"
          + " used for validation is"
          + " '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

  private SubdomainText() {}

  /// Whether a text is one; its length is not looked at.
  public static boolean isSubdomain(String text) {
    char before = '.';
    for (int i = 0; i <= text.length(); i++) {
      char each = i == text.length() ? '.' : text.charAt(i);
      boolean letter = (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9');
      boolean edge = before == '.' || before == '-';
      if (!letter && ((each != '-' && each != '.') || (each == '.' ? edge : before == '.'))) {
        return false;
      }
      before = each;
    }
    return true;
  }
}
