package dev.landwaiter.signing.key;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// A key of a device: a PKCS#11 URI (RFC 7512). Of a device's own names, those that are given must
/// fit.
public final class TokenUri {
  private static final String SCHEME = "pkcs11:";
  private static final Set<String> PATH =
      Set.of(
          "token",
          "manufacturer",
          "serial",
          "model",
          "object",
          "type",
          "id",
          "slot-id",
          "library-description",
          "library-manufacturer",
          "library-version",
          "slot-description",
          "slot-manufacturer");
  private static final Set<String> QUERY =
      Set.of("pin-value", "pin-source", "module-name", "module-path");

  private final Map<String, Bytes> path;
  private final Map<String, Bytes> query;
  private final OptionalLong slot;

  private TokenUri(Map<String, Bytes> path, Map<String, Bytes> query, OptionalLong slot) {
    this.path = path;
    this.query = query;
    this.slot = slot;
  }

  /// Reads one.
  ///
  /// @throws RefusedException with USAGE for anything but such a URI, and for parts that are not
  ///   looked at. The message never holds the PIN.
  public static TokenUri parse(String text) throws RefusedException {
    if (!text.startsWith(SCHEME)) {
      throw wrong("it does not begin with 'pkcs11:'");
    }
    String rest = text.substring(SCHEME.length());
    int mark = rest.indexOf('?');
    Map<String, Bytes> path = attributes(mark < 0 ? rest : rest.substring(0, mark), ";", PATH);
    Map<String, Bytes> query = attributes(mark < 0 ? "" : rest.substring(mark + 1), "&", QUERY);
    for (String other : new String[] {"pin-source", "module-name"}) {
      if (query.containsKey(other)) {
        throw wrong("'" + other + "' is not built; pin-value and module-path are");
      }
    }
    Bytes slot = path.get("slot-id");
    return new TokenUri(
        path, query, slot == null ? OptionalLong.empty() : OptionalLong.of(number(slot)));
  }

  private static long number(Bytes slot) throws RefusedException {
    try {
      return Long.parseUnsignedLong(slot.toText());
    } catch (NumberFormatException e) {
      throw wrong("'slot-id' is no number");
    }
  }

  private static Map<String, Bytes> attributes(String text, String between, Set<String> known)
      throws RefusedException {
    Map<String, Bytes> all = new LinkedHashMap<>();
    for (String part : text.isEmpty() ? new String[0] : text.split(between, -1)) {
      int sign = part.indexOf('=');
      if (sign <= 0) {
        throw wrong("a part is no name with a value");
      }
      String name = part.substring(0, sign);
      if (!known.contains(name)) {
        throw wrong("the attribute '" + name + "' is not known");
      }
      if (all.put(name, decoded(name, part.substring(sign + 1))) != null) {
        throw wrong("the attribute '" + name + "' is there twice");
      }
    }
    return Collections.unmodifiableMap(all);
  }

  private static Bytes decoded(String name, String value) throws RefusedException {
    var bytes = new ByteArrayOutputStream();
    byte[] raw = value.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] != '%') {
        bytes.write(raw[i]);
        continue;
      }
      int high = i < raw.length - 2 ? Character.digit(raw[i + 1], 16) : -1;
      int low = i < raw.length - 2 ? Character.digit(raw[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        throw wrong("the value of '" + name + "' has a % without two digits");
      }
      bytes.write(high << 4 | low);
      i += 2;
    }
    return Bytes.of(bytes.toByteArray());
  }

  /// A part of the path as text, such as `token` or `object`.
  public Optional<String> text(String name) {
    return Optional.ofNullable(path.get(name)).map(Bytes::toText);
  }

  /// The identifier of the key, which may be any bytes.
  public Optional<Bytes> id() {
    return Optional.ofNullable(path.get("id"));
  }

  public OptionalLong slot() {
    return slot;
  }

  /// The file of the module that talks to the device.
  public Optional<String> module() {
    return Optional.ofNullable(query.get("module-path")).map(Bytes::toText);
  }

  /// The PIN, a secret.
  public Optional<Bytes> pin() {
    return Optional.ofNullable(query.get("pin-value"));
  }

  private static RefusedException wrong(String why) {
    return new RefusedException(FailureClass.USAGE, "the PKCS#11 URI is wrong: " + why);
  }

  /// Which attributes there are, without their values: one may be the PIN.
  @Override
  public String toString() {
    return SCHEME + String.join(";", path.keySet());
  }
}
