package dev.landwaiter.signing.notation.policy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Der;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A distinguished name as identities are compared by: each attribute once, with one value.
///
/// @param attributes by their short names, or by object identifier where they have none
public record DistinguishedName(Map<String, String> attributes) {
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("2.5.4.3", "CN"),
          Map.entry("2.5.4.5", "SERIALNUMBER"),
          Map.entry("2.5.4.6", "C"),
          Map.entry("2.5.4.7", "L"),
          Map.entry("2.5.4.8", "ST"),
          Map.entry("2.5.4.9", "STREET"),
          Map.entry("2.5.4.10", "O"),
          Map.entry("2.5.4.11", "OU"),
          Map.entry("2.5.4.17", "POSTALCODE"));
  private static final int PRINTABLE = 0x13;
  private static final int IA5 = 0x16;

  public DistinguishedName {
    attributes = Map.copyOf(attributes);
  }

  /// Reads the text form (RFC 4514). Several values of one attribute, several attributes in one
  /// part, and values in hex are refused.
  ///
  /// @throws RefusedException with PARSE
  public static DistinguishedName parse(String where, String text) throws RefusedException {
    Map<String, String> all = new LinkedHashMap<>();
    var parts = new Rfc4514(where, text);
    while (parts.more()) {
      String name = parts.name();
      String known = name.equals("S") ? "ST" : name;
      String value = parts.value();
      if (value.isEmpty()) {
        throw wrong(where, "the attribute " + name + " is empty");
      }
      if (all.put(known, value) != null) {
        throw wrong(where, "the attribute " + name + " is there twice");
      }
    }
    return new DistinguishedName(all);
  }

  /// Reads the name in a certificate.
  ///
  /// @param name DER
  /// @throws RefusedException with IDENTITY for a name of another form
  public static DistinguishedName of(String where, Bytes name) throws RefusedException {
    Map<String, String> all = new LinkedHashMap<>();
    for (Der part : Der.only(where, name).require(Der.SEQUENCE, where).inner(where)) {
      List<Der> values = part.require(Der.SET, where).inner(where);
      if (values.size() != 1) {
        throw unusable(where, "several attributes in one part");
      }
      List<Der> pair = values.getFirst().require(Der.SEQUENCE, where).inner(where);
      if (pair.size() != 2) {
        throw unusable(where, "an attribute without a value");
      }
      String id = pair.getFirst().objectId(where);
      String known = SHORT.getOrDefault(id, id);
      Der value = pair.getLast();
      boolean plain =
          value.tag() == Der.UTF8_STRING || value.tag() == PRINTABLE || value.tag() == IA5;
      if (SHORT.containsKey(id) && !plain) {
        throw unusable(where, "the attribute " + known + " is no plain text");
      }
      if (all.put(known, plain ? value.content().toText() : value.whole().toHex()) != null) {
        throw unusable(where, "the attribute " + known + " is there twice");
      }
    }
    return new DistinguishedName(all);
  }

  /// Whether each of these attributes stands in the other name with the same value.
  public boolean isWithin(DistinguishedName other) {
    for (var each : attributes.entrySet()) {
      if (!each.getValue().equals(other.attributes.get(each.getKey()))) {
        return false;
      }
    }
    return true;
  }

  private static RefusedException wrong(String where, String why) {
    return new RefusedException(FailureClass.PARSE, where + ": " + why);
  }

  private static RefusedException unusable(String where, String why) {
    return new RefusedException(
        FailureClass.IDENTITY, where + ": its name cannot be compared: " + why);
  }

  /// For messages.
  @Override
  public String toString() {
    var text = new StringBuilder();
    new TreeMap<>(attributes)
        .forEach((name, value) ->
            text.append(text.isEmpty() ? "" : ",").append(name).append('=').append(value));
    return text.toString();
  }

  /// Where one is in the text form.
  private static final class Rfc4514 {
    private final String where;
    private final String text;
    private int at;

    Rfc4514(String where, String text) throws RefusedException {
      this.where = where;
      this.text = text.stripLeading();
      if (this.text.isEmpty()) {
        throw wrong(where, "an empty name");
      }
    }

    boolean more() {
      return at < text.length();
    }

    String name() throws RefusedException {
      int equals = text.indexOf('=', at);
      String name = equals < 0 ? "" : text.substring(at, equals).strip();
      boolean letters = !name.isEmpty();
      for (int i = 0; i < name.length(); i++) {
        char c = name.charAt(i);
        letters &=
            (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '-';
      }
      if (!letters) {
        throw wrong(where, "'" + text + "' is no distinguished name");
      }
      at = equals + 1;
      return name;
    }

    /// The value up to the next comma, which must be followed by another attribute.
    String value() throws RefusedException {
      while (more() && text.charAt(at) == ' ') {
        at++;
      }
      if (more() && text.charAt(at) == '#') {
        throw wrong(where, "a value in hex");
      }
      Bytes value = Bytes.EMPTY;
      int keep = 0;
      while (more() && text.charAt(at) != ',') {
        char c = text.charAt(at);
        if (c == '+' || c == ';' || c == '"' || c == '<' || c == '>') {
          throw wrong(where, "'" + c + "' is not permitted in '" + text + "'");
        }
        if (c == '\\') {
          value = value.plus(escaped());
          keep = value.size();
        } else {
          int point = text.codePointAt(at);
          at += Character.charCount(point);
          value = value.plus(Bytes.utf8(Character.toString(point)));
          keep = c == ' ' ? keep : value.size();
        }
      }
      if (more()) {
        at++;
        if (!more()) {
          throw wrong(where, "'" + text + "' ends with a comma");
        }
      }
      return new String(value.slice(0, keep).toArray(), StandardCharsets.UTF_8);
    }

    private Bytes escaped() throws RefusedException {
      if (at + 1 < text.length() && " \"#+,;<=>\\".indexOf(text.charAt(at + 1)) >= 0) {
        at += 2;
        return Bytes.utf8(text.substring(at - 1, at));
      }
      if (at + 2 < text.length()
          && Character.digit(text.charAt(at + 1), 16) >= 0
          && Character.digit(text.charAt(at + 2), 16) >= 0
          && text.charAt(at + 1) < 128
          && text.charAt(at + 2) < 128) {
        at += 3;
        return Bytes.hex(text.substring(at - 2, at));
      }
      throw wrong(where, "a backslash before nothing that it escapes");
    }
  }
}
