package dev.landwaiter.signing.service.token;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Base64Text;
import dev.landwaiter.signing.encoding.StrictJson;
import java.util.Optional;
import java.util.Set;

/// An identity token (OpenID Connect Core 1.0, 2). Its signature is not checked: whoever issues
/// certificates for it does that. It never shows itself.
public final class IdentityToken {
  private static final int LIMIT = 64 << 10;

  private final String compact;
  private final ObjectValue claims;
  private final String subject;

  private IdentityToken(String compact, ObjectValue claims, String subject) {
    this.compact = compact;
    this.claims = claims;
    this.subject = subject;
  }

  /// Reads the compact form (RFC 7515, 7.1).
  ///
  /// @throws RefusedException with USAGE when it is none, or says for nobody whom it is
  public static IdentityToken parse(String text) throws RefusedException {
    String compact = text.strip();
    if (compact.length() > LIMIT) {
      throw new RefusedException(FailureClass.LIMIT, "the identity token is larger than 64 KiB");
    }
    int first = compact.indexOf('.');
    int second = compact.indexOf('.', first + 1);
    if (first < 1 || second < 0 || compact.indexOf('.', second + 1) >= 0) {
      throw broken("it does not have three parts");
    }
    Value claims;
    try {
      Base64Text.url("the header of the identity token", compact.substring(0, first));
      Base64Text.url("the signature of the identity token", compact.substring(second + 1));
      Bytes body = Base64Text.url("its body", compact.substring(first + 1, second));
      claims = StrictJson.parse("the identity token", body);
    } catch (RefusedException e) {
      // The reason could show a part of the token.
      throw broken("its parts are not what they must be");
    }
    if (!(claims instanceof ObjectValue object)) {
      throw broken("its claims are no object");
    }
    return new IdentityToken(compact, object, subject(object));
  }

  /// Who it is for: a verified mail address, else the subject.
  private static String subject(ObjectValue claims) throws RefusedException {
    String email = text(claims, "email");
    if (!email.isEmpty()) {
      Optional<Value> verified = claims.get("email_verified");
      boolean good =
          verified
              .filter(v -> v.equals(BooleanValue.TRUE) || v.equals(new StringValue("true")))
              .isPresent();
      if (!good) {
        throw broken("its mail address is not verified by its issuer");
      }
      return email;
    }
    String sub = text(claims, "sub");
    if (sub.isEmpty()) {
      throw broken("it names neither a mail address nor a subject");
    }
    return sub;
  }

  private static String text(ObjectValue claims, String name) {
    return claims.get(name).orElse(BooleanValue.FALSE) instanceof StringValue text
        ? text.text()
        : "";
  }

  private static RefusedException broken(String why) {
    return new RefusedException(
        FailureClass.USAGE, "the identity token cannot be used: %s".formatted(why));
  }

  /// What is sent to those who must know it.
  public String compact() {
    return compact;
  }

  /// What one proves to have the new key by signing it.
  public String subject() {
    return subject;
  }

  /// A claim that is a text, or empty.
  public String claim(String name) {
    return text(claims, name);
  }

  /// Whether it is meant for this audience.
  public boolean isFor(String audience) {
    return switch (claims.get("aud").orElse(BooleanValue.FALSE)) {
      case StringValue one -> one.text().equals(audience);
      case ArrayValue many -> Set.copyOf(many.elements()).contains(new StringValue(audience));
      default -> false;
    };
  }

  @Override
  public String toString() {
    return "an identity token";
  }
}
