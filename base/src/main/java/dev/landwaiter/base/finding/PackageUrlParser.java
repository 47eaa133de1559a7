package dev.landwaiter.base.finding;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads package URLs from the right to the left, as the package-url specification's "How to parse"
/// describes.
final class PackageUrlParser {
  private static final Set<String> LOWER_CASE_NAMESPACE =
      Set.of(
          "alpm", "apk", "bitbucket", "composer", "deb", "github", "golang", "npm", "qpkg", "rpm");
  private static final Set<String> LOWER_CASE_NAME =
      Set.of("alpm", "apk", "bitbucket", "bitnami", "composer", "deb", "github", "golang", "npm");

  /// A text that is no package URL; never leaves this class.
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private PackageUrlParser() {}

  static Optional<PackageUrl> parse(String text) {
    try {
      return Optional.of(read(text));
    } catch (Refused e) {
      return Optional.empty();
    }
  }

  private static PackageUrl read(String text) throws Refused {
    if (!text.regionMatches(true, 0, "pkg:", 0, 4)) {
      throw new Refused();
    }
    String rest = text.substring(4);
    String subpath = "";
    int hash = rest.lastIndexOf('#');
    if (hash >= 0) {
      subpath = path(rest.substring(hash + 1), true);
      rest = rest.substring(0, hash);
    }
    SortedMap<String, String> qualifiers = new TreeMap<>();
    int question = rest.lastIndexOf('?');
    if (question >= 0) {
      qualifiers = qualifiers(rest.substring(question + 1));
      rest = rest.substring(0, question);
    }
    rest = withoutSlashes(rest);
    int slash = rest.indexOf('/');
    String type = rest.substring(0, Math.max(0, slash)).toLowerCase(Locale.ROOT);
    if (!isType(type)) {
      throw new Refused();
    }
    rest = rest.substring(slash + 1);
    String version = "";
    int at = rest.lastIndexOf('@');
    // An @ at the start of an element is npm's scope, written without the encoding it needs.
    if (at > 0 && rest.charAt(at - 1) != '/') {
      version = decode(rest.substring(at + 1));
      rest = rest.substring(0, at);
    }
    rest = withoutSlashes(rest);
    int last = rest.lastIndexOf('/');
    String name = decode(rest.substring(last + 1));
    if (name.isEmpty()) {
      throw new Refused();
    }
    String namespace = path(rest.substring(0, Math.max(0, last)), false);
    return new PackageUrl(
        type,
        LOWER_CASE_NAMESPACE.contains(type) ? namespace.toLowerCase(Locale.ROOT) : namespace,
        canonicalName(type, name),
        version,
        qualifiers,
        subpath);
  }

  private static String canonicalName(String type, String name) {
    if (type.equals("pypi")) {
      return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
    return LOWER_CASE_NAME.contains(type) ? name.toLowerCase(Locale.ROOT) : name;
  }

  private static boolean isType(String type) {
    return !type.isEmpty()
        && type.charAt(0) >= 'a'
        && type.charAt(0) <= 'z'
        && type.chars()
            .allMatch(
                c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || ".+-".indexOf(c) >= 0);
  }

  private static SortedMap<String, String> qualifiers(String text) throws Refused {
    SortedMap<String, String> qualifiers = new TreeMap<>();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (pair.isEmpty()) {
        continue;
      }
      String key = pair.substring(0, Math.max(0, equals)).toLowerCase(Locale.ROOT);
      boolean plain =
          !key.isEmpty()
              && key.chars()
                  .allMatch(c ->
                      (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "._-".indexOf(c) >= 0);
      if (!plain) {
        throw new Refused();
      }
      String value = decode(pair.substring(equals + 1));
      if (!value.isEmpty()) {
        qualifiers.put(key, value);
      }
    }
    return qualifiers;
  }

  private static String path(String text, boolean dropDots) throws Refused {
    List<String> elements = new ArrayList<>();
    for (String element : text.split("/", -1)) {
      String decoded = decode(element);
      boolean dots = dropDots && (decoded.equals(".") || decoded.equals(".."));
      if (!decoded.isEmpty() && !dots) {
        elements.add(decoded);
      }
    }
    return String.join("/", elements);
  }

  private static String withoutSlashes(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) == '/') {
      start++;
    }
    while (end > start && text.charAt(end - 1) == '/') {
      end--;
    }
    return text.substring(start, end);
  }

  private static String decode(String text) throws Refused {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    var bytes = ByteBuffer.allocate(raw.length);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '%') {
        int high = i + 2 < raw.length ? Character.digit((char) raw[i + 1], 16) : -1;
        int low = i + 2 < raw.length ? Character.digit((char) raw[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          throw new Refused();
        }
        bytes.put((byte) (high << 4 | low));
        i += 2;
      } else {
        bytes.put(raw[i]);
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      throw new Refused();
    }
  }
}
