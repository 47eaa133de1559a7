package dev.landwaiter.signing.certificate;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Der;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads the subject alternative names (RFC 5280, 4.2.1.6).
final class SubjectNames {
  static final int OTHER = 0xa0;
  static final int EMAIL = 0x81;
  static final int DNS = 0x82;
  static final int URI = 0x86;
  static final int IP = 0x87;

  static final String EXTENSION = "2.5.29.17";
  private static final String USERNAME = "1.3.6.1.4.1.57264.1.7";
  private static final int MOST = 100;

  private SubjectNames() {}

  /// The names of a certificate; none where it has no such extension.
  static List<SubjectName> of(String where, ParsedCertificate certificate) throws RefusedException {
    List<SubjectName> names = new ArrayList<>();
    for (Der name : raw(where, certificate)) {
      names.add(name(where, name));
    }
    return List.copyOf(names);
  }

  /// The same as elements.
  static List<Der> raw(String where, ParsedCertificate certificate) throws RefusedException {
    var extension = certificate.extension(EXTENSION);
    if (extension.isEmpty()) {
      return List.of();
    }
    List<Der> names =
        Der.only(where, extension.get().value()).require(Der.SEQUENCE, where).inner(where);
    if (names.isEmpty()) {
      throw ParsedCertificate.broken(where, "the list of its names is empty");
    }
    if (names.size() > MOST) {
      throw new RefusedException(FailureClass.LIMIT, where + ": more than 100 names");
    }
    return names;
  }

  private static SubjectName name(String where, Der name) throws RefusedException {
    return switch (name.tag()) {
      case EMAIL -> new SubjectName.Email(ascii(where, name.content()));
      case DNS -> new SubjectName.Dns(ascii(where, name.content()));
      case URI -> new SubjectName.Uri(ascii(where, name.content()));
      case IP -> new SubjectName.Ip(address(where, name.content()));
      case OTHER -> other(where, name);
      default -> new SubjectName.Unsupported(name.tag());
    };
  }

  private static SubjectName other(String where, Der name) throws RefusedException {
    List<Der> parts = name.inner(where);
    if (parts.size() != 2) {
      throw ParsedCertificate.broken(where, "a name with missing or additional parts");
    }
    if (!parts.getFirst().objectId(where).equals(USERNAME)) {
      return new SubjectName.Unsupported(OTHER);
    }
    Der value = Der.only(where, parts.getLast().require(OTHER, where).content());
    return new SubjectName.Username(utf8(where, value.require(Der.UTF8_STRING, where).content()));
  }

  /// A text that is UTF-8 without errors.
  static String utf8(String where, Bytes text) throws RefusedException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text.toArray())).toString();
    } catch (CharacterCodingException e) {
      throw ParsedCertificate.broken(where, "a text that is not UTF-8");
    }
  }

  static String ascii(String where, Bytes text) throws RefusedException {
    for (int i = 0; i < text.size(); i++) {
      if (text.at(i) == 0 || text.at(i) > 0x7f) {
        throw ParsedCertificate.broken(where, "a name with characters that are not of ASCII");
      }
    }
    return text.toText();
  }

  private static String address(String where, Bytes address) throws RefusedException {
    return switch (address.size()) {
      case 4 -> dotted(address);
      case 16 -> colons(address);
      default ->
          throw ParsedCertificate.broken(where, "an IP address of " + address.size() + " bytes");
    };
  }

  private static String dotted(Bytes address) {
    return "%d.%d.%d.%d".formatted(address.at(0), address.at(1), address.at(2), address.at(3));
  }

  /// The canonical text (RFC 5952); an IPv4 address mapped into IPv6 as IPv4.
  private static String colons(Bytes address) {
    if (address.slice(0, 12).equals(Bytes.hex("00000000000000000000ffff"))) {
      return dotted(address.slice(12, 16));
    }
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = (address.at(2 * i) << 8) | address.at(2 * i + 1);
    }
    int gap = -1;
    int gapSize = 1;
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && groups[end] == 0) {
        end++;
      }
      if (end - i > gapSize) {
        gap = i;
        gapSize = end - i;
      }
    }
    var text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == gap) {
        text.append("::");
        i += gapSize - 1;
        continue;
      }
      if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
        text.append(':');
      }
      text.append(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }
}
