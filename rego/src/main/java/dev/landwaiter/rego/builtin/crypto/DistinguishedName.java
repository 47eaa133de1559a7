package dev.landwaiter.rego.builtin.crypto;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The name of an issuer or subject (RFC 5280, 4.1.2.4).
final class DistinguishedName {
  private static final String WRONG = "x509: invalid RDNSequence";

  /// Attributes that may come more than once, by the last arc of their identifier.
  private static final Map<String, String> LISTS =
      Map.of(
          "2.5.4.6", "Country",
          "2.5.4.10", "Organization",
          "2.5.4.11", "OrganizationalUnit",
          "2.5.4.7", "Locality",
          "2.5.4.8", "Province",
          "2.5.4.9", "StreetAddress",
          "2.5.4.17", "PostalCode");

  private final Map<String, List<String>> lists = new LinkedHashMap<>();
  private final List<Value> names = new ArrayList<>();
  private String commonName = "";
  private String serialNumber = "";

  private DistinguishedName() {}

  /// Reads a name and shows it as Go's JSON does.
  static Value of(byte[] der) throws BuiltinException {
    var name = new DistinguishedName();
    var sets = new Der(der).content(Der.SEQUENCE, WRONG);
    while (!sets.isEmpty()) {
      var set = sets.content(Der.SET, WRONG);
      while (!set.isEmpty()) {
        name.read(set.content(Der.SEQUENCE, WRONG + ": invalid attribute"));
      }
    }
    return name.value();
  }

  private void read(Der attribute) throws BuiltinException {
    var type = attribute.oid(WRONG + ": invalid attribute type");
    String wrong = WRONG + ": invalid attribute value";
    int tag = attribute.tag(wrong);
    String text = text(tag, attribute.content(tag, wrong).rest(), wrong + ": ");
    names.add(new Structure().set("Type", type.value()).set("Value", text).value());
    String list = LISTS.get(type.text());
    if (list != null) {
      lists.computeIfAbsent(list, _ -> new ArrayList<>()).add(text);
    } else if (type.is("2.5.4.3")) {
      commonName = text;
    } else if (type.is("2.5.4.5")) {
      serialNumber = text;
    }
  }

  private Value value() {
    var fields = new Structure();
    LISTS
        .values()
        .forEach(list -> fields.set(list, Structure.texts(lists.getOrDefault(list, List.of()))));
    return fields
        .set("SerialNumber", serialNumber)
        .set("CommonName", commonName)
        .set("Names", Structure.list(names, name -> name))
        .set("ExtraNames", NullValue.NULL)
        .value();
  }

  private static String text(int tag, byte[] bytes, String error) throws BuiltinException {
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    switch (tag) {
      case 20 -> {
        return latin;
      }
      case 19 -> {
        return checked(
            latin,
            latin.chars().allMatch(DistinguishedName::isPrintable),
            error + "invalid PrintableString");
      }
      case 12 -> {
        try {
          return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
          throw BuiltinException.failure(error + "invalid UTF-8 string");
        }
      }
      case 30 -> {
        String text = new String(bytes, StandardCharsets.UTF_16BE);
        String ended = text.endsWith("\0") ? text.substring(0, text.length() - 1) : text;
        return checked(ended, bytes.length % 2 == 0, error + "invalid BMPString");
      }
      case 22 -> {
        return checked(latin, latin.chars().allMatch(c -> c < 128), error + "invalid IA5String");
      }
      case 18 -> {
        return checked(
            latin,
            latin.chars().allMatch(c -> c == ' ' || (c >= '0' && c <= '9')),
            error + "invalid NumericString");
      }
      default -> throw BuiltinException.failure(error + "unsupported string type: " + tag);
    }
  }

  private static String checked(String text, boolean right, String error) throws BuiltinException {
    if (!right) {
      throw BuiltinException.failure(error);
    }
    return text;
  }

  /// The characters of PrintableString, and `*` and `&`, which many certificates use.
  private static boolean isPrintable(int c) {
    return c < 128 && (Character.isLetterOrDigit(c) || " '()+,-./:=?*&".indexOf(c) >= 0);
  }
}
