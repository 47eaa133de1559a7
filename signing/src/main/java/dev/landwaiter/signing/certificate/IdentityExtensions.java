package dev.landwaiter.signing.certificate;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Der;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads what a certificate says about the signer's identity token: extensions below
/// 1.3.6.1.4.1.57264.1, by their last number. 1 to 6 are bare text, 8 and above UTF8String.
final class IdentityExtensions {
  static final int ISSUER_V1 = 1;
  static final int ISSUER_V2 = 8;

  private static final String BELOW = "1.3.6.1.4.1.57264.1.";
  private static final int LAST_BARE = 6;
  private static final int LAST_KNOWN = 24;

  private IdentityExtensions() {}

  static SortedMap<Integer, String> of(String where, ParsedCertificate certificate)
      throws RefusedException {
    SortedMap<Integer, String> all = new TreeMap<>();
    for (ParsedCertificate.Extension each : certificate.extensions().values()) {
      int number = number(each.id());
      if (number >= 1 && number <= LAST_BARE) {
        all.put(number, SubjectNames.utf8(where, each.value()));
      } else if (number >= ISSUER_V2 && number <= LAST_KNOWN) {
        all.put(number, text(where, each));
      } else if (number > LAST_KNOWN && isText(each.value())) {
        // A later one: nothing is known about its form.
        all.put(number, text(where, each));
      }
    }
    return all;
  }

  private static int number(String id) {
    if (!id.startsWith(BELOW) || id.length() > BELOW.length() + 6) {
      return 0;
    }
    String last = id.substring(BELOW.length());
    return last.contains(".") ? 0 : Integer.parseInt(last);
  }

  private static boolean isText(Bytes value) {
    return value.size() >= 2 && value.at(0) == Der.UTF8_STRING && value.at(1) == value.size() - 2;
  }

  private static String text(String where, ParsedCertificate.Extension extension)
      throws RefusedException {
    String what = where + ": the extension " + extension.id();
    Der value = Der.only(what, extension.value());
    if (value.tag() != Der.UTF8_STRING) {
      throw new RefusedException(FailureClass.PARSE, what + " is not a UTF8String");
    }
    return SubjectNames.utf8(where, value.content());
  }
}
