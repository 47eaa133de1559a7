package dev.landwaiter.signing.notation.policy;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.util.Optional;

/// A trust store as policies name it, such as `ca:acme`.
///
/// @param name a folder's name
public record StoreName(Type type, String name) {
  /// What the certificates of a store are trusted for.
  public enum Type {
    CA("ca"),
    SIGNING_AUTHORITY("signingAuthority"),
    TSA("tsa");

    private final String id;

    Type(String id) {
      this.id = id;
    }

    /// The name in policies and of the folder.
    public String id() {
      return id;
    }

    static Optional<Type> of(String id) {
      for (Type each : values()) {
        if (each.id.equals(id)) {
          return Optional.of(each);
        }
      }
      return Optional.empty();
    }
  }

  /// Reads `type:name`.
  ///
  /// @throws RefusedException with PARSE
  static StoreName parse(String where, String text) throws RefusedException {
    int colon = text.indexOf(':');
    Optional<Type> type = colon < 0 ? Optional.empty() : Type.of(text.substring(0, colon));
    String name = text.substring(colon + 1);
    if (type.isEmpty() || !isName(name)) {
      throw new RefusedException(
          FailureClass.PARSE,
          where + ": '" + text + "' names no trust store",
          "ca, signingAuthority or tsa, a colon, and letters, digits and _ . -",
          text);
    }
    return new StoreName(type.get(), name);
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!plain && "_.-".indexOf(c) < 0) {
        return false;
      }
    }
    // The names of this folder and the one above are no names.
    return !name.isEmpty() && !name.equals(".") && !name.equals("..");
  }

  @Override
  public String toString() {
    return type.id() + ":" + name;
  }
}
