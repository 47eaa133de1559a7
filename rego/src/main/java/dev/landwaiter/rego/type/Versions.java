package dev.landwaiter.rego.type;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The released versions of the original and what each offered (reference: capabilities).
///
/// Which functions a version had is exact; their types are those of today.
public final class Versions {
  private Versions() {}

  /// One version and what came with it.
  private record Release(String version, List<String> brought) {}

  /// A keyword or feature and the versions that offer it: from the first on, up to the one before
  /// the last.
  private record Offer(String name, String first, String last) {}

  private static final String NEVER = "";

  private static final List<Offer> KEYWORDS =
      List.of(
          new Offer("contains", "v0.42.0", "v1.0.0"),
          new Offer("every", "v0.38.0", "v1.0.0"),
          new Offer("if", "v0.42.0", "v1.0.0"),
          new Offer("in", "v0.34.0", "v1.0.0"),
          new Offer("not", "v1.17.0", NEVER));

  private static final List<Offer> FEATURES =
      List.of(
          new Offer("keywords_in_refs", "v1.6.0", NEVER),
          new Offer("rego_v1", "v1.0.0", NEVER),
          new Offer("rego_v1_import", "v0.59.0", "v1.0.0"),
          new Offer("rule_head_ref_string_prefixes", "v0.46.0", "v1.0.0"),
          new Offer("rule_head_refs", "v0.59.0", "v1.0.0"),
          new Offer("template_strings", "v1.12.0", NEVER));

  /// All versions, oldest first.
  public static List<String> all() {
    return releases().stream().map(Release::version).toList();
  }

  /// What a version offered, or empty when there is no such version.
  ///
  /// @param declarations all built-in functions of today
  public static Optional<Capabilities> of(String version, Collection<Declaration> declarations) {
    List<Release> releases = releases();
    List<String> order = releases.stream().map(Release::version).toList();
    int at = order.indexOf(version);
    if (at < 0) {
      return Optional.empty();
    }
    List<String> known = new ArrayList<>();
    releases.subList(0, at + 1).forEach(release -> known.addAll(release.brought()));
    Map<String, Declaration> builtins = new TreeMap<>();
    for (Declaration declaration : declarations) {
      if (known.contains(declaration.name())) {
        builtins.put(declaration.name(), declaration);
      }
    }
    return Optional.of(
        new Capabilities(
            builtins,
            offered(KEYWORDS, order, at),
            offered(FEATURES, order, at),
            Optional.empty()));
  }

  private static List<String> offered(List<Offer> offers, List<String> order, int at) {
    return offers.stream()
        .filter(offer -> order.indexOf(offer.first()) <= at)
        .filter(offer -> offer.last().equals(NEVER) || order.indexOf(offer.last()) > at)
        .map(Offer::name)
        .toList();
  }

  private static List<Release> releases() {
    try (InputStream in = Versions.class.getResourceAsStream("versions.txt")) {
      if (in == null) {
        throw new IllegalStateException("versions.txt is missing beside this class");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split(" ")))
          .map(words -> new Release(words.getFirst(), words.subList(1, words.size())))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException("versions.txt cannot be read", e);
    }
  }
}
