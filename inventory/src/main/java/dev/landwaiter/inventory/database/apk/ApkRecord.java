package dev.landwaiter.inventory.database.apk;

import dev.landwaiter.base.finding.BuildInfo;
import dev.landwaiter.base.finding.Evr;
import dev.landwaiter.base.finding.Identifier;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Place;
import dev.landwaiter.base.finding.Provenance;
import dev.landwaiter.base.finding.Relations;
import dev.landwaiter.base.finding.Source;
import dev.landwaiter.inventory.database.Budget;
import dev.landwaiter.inventory.database.DatabaseException;
import dev.landwaiter.inventory.licence.Licenses;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// The lines of one package in apk's list (apk-tools, "Apk spec", installed database).
final class ApkRecord {
  private final Map<Character, String> fields = new HashMap<>();
  private final List<String> files = new ArrayList<>();
  private String folder = "";

  boolean isEmpty() {
    return fields.isEmpty();
  }

  void add(char key, String value, Budget budget) throws DatabaseException {
    switch (key) {
      case 'F' -> folder = value.isEmpty() || value.endsWith("/") ? value : value + "/";
      case 'R' -> files.add(budget.path(folder, value));
      default -> fields.put(key, value);
    }
  }

  String text(char key) {
    return fields.getOrDefault(key, "");
  }

  String id() {
    return text('P') + "@" + text('V');
  }

  /// At least as many as there are names provided and needed.
  int names() {
    return (int) (text('p') + " " + text('D')).chars().filter(c -> c == ' ').count() + 1;
  }

  /// The names by which others may need this package, its own first.
  List<String> provides() {
    List<String> names = new ArrayList<>();
    names.add(text('P'));
    for (String provided : text('p').split(" ", -1)) {
      if (!provided.isEmpty()) {
        names.add(cut(provided, "="));
      }
    }
    return names;
  }

  /// The names it needs, without versions; those it must not meet (`!name`) are left out.
  List<String> needs() {
    List<String> names = new ArrayList<>();
    for (String needed : text('D').split(" ", -1)) {
      if (!needed.isEmpty() && !needed.startsWith("!")) {
        names.add(cut(needed, "<>=~"));
      }
    }
    return names;
  }

  private static String cut(String text, String stops) {
    int end = 0;
    while (end < text.length() && stops.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(0, end);
  }

  Package toPackage(List<String> dependsOn, String analyzer) {
    String version = text('V');
    String origin = text('o');
    return new Package(
        id(),
        text('P'),
        Evr.of(version),
        text('A'),
        origin.isEmpty() ? Source.NONE : new Source(origin, Evr.of(version)),
        licenses(),
        new Provenance(text('m'), "", "", BuildInfo.NONE, digest(), analyzer),
        Relations.dependingOn(dependsOn),
        Place.owning(files),
        Identifier.NONE);
  }

  private List<String> licenses() {
    return Licenses.laxSplit(text('L')).stream().map(Licenses::normalize).toList();
  }

  /// `Q1` and base64 stand for SHA-1; old lists write MD5 in hex. Anything else is no digest.
  private String digest() {
    String sum = text('C');
    try {
      if (sum.startsWith("Q1")) {
        byte[] raw = Base64.getDecoder().decode(sum.substring(2));
        return raw.length == 20 ? "sha1:" + HexFormat.of().formatHex(raw) : "";
      }
      byte[] raw = HexFormat.of().parseHex(sum);
      return raw.length == 16 ? "md5:" + HexFormat.of().formatHex(raw) : "";
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
