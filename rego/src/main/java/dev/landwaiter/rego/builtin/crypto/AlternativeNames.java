package dev.landwaiter.rego.builtin.crypto;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import java.util.ArrayList;
import java.util.List;

/// Further names of a subject (RFC 5280, 4.2.1.6).
///
/// @param addresses IP addresses of 4 or 16 bytes
record AlternativeNames(
    List<String> domains, List<String> emails, List<byte[]> addresses, List<GoUrl> uris) {
  static final AlternativeNames NONE =
      new AlternativeNames(List.of(), List.of(), List.of(), List.of());

  static AlternativeNames of(Der der) throws BuiltinException {
    String wrong = "x509: invalid subject alternative name";
    List<String> domains = new ArrayList<>();
    List<String> emails = new ArrayList<>();
    List<byte[]> addresses = new ArrayList<>();
    List<GoUrl> uris = new ArrayList<>();
    var list = der.content(Der.SEQUENCE, wrong + "s");
    while (!list.isEmpty()) {
      int tag = list.tag(wrong);
      byte[] name = list.content(tag, wrong).rest();
      switch (tag) {
        case Der.CONTEXT | 1 -> emails.add(ascii(name, "x509: SAN rfc822Name is malformed"));
        case Der.CONTEXT | 2 -> domains.add(ascii(name, "x509: SAN dNSName is malformed"));
        case Der.CONTEXT | 6 -> {
          String text = ascii(name, "x509: SAN uniformResourceIdentifier is malformed");
          uris.add(GoUrl.parse(text));
        }
        case Der.CONTEXT | 7 -> {
          if (name.length != 4 && name.length != 16) {
            throw BuiltinException.failure(
                "x509: cannot parse IP address of length " + name.length);
          }
          addresses.add(name);
        }
        default -> {}
      }
    }
    return new AlternativeNames(domains, emails, addresses, uris);
  }

  /// Text of ASCII only.
  static String ascii(byte[] text, String error) throws BuiltinException {
    for (byte b : text) {
      if (b < 0) {
        throw BuiltinException.failure(error);
      }
    }
    return new String(text, java.nio.charset.StandardCharsets.US_ASCII);
  }

  boolean isEmpty() {
    return domains.isEmpty() && emails.isEmpty() && addresses.isEmpty() && uris.isEmpty();
  }

  void show(Structure fields) {
    fields
        .set("DNSNames", Structure.texts(domains))
        .set("EmailAddresses", Structure.texts(emails))
        .set("IPAddresses", Structure.list(addresses, address -> Value.of(IpText.of(address))))
        .set("URIs", Structure.list(uris, GoUrl::value));
  }
}
