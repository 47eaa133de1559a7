package dev.landwaiter.oci;

import dev.landwaiter.base.digest.Digest;
import java.util.Locale;
import java.util.Optional;

/// The name of an image in a registry: `[HOST[:PORT]/]PATH[:TAG][@DIGEST]`, with Docker's defaults
/// filled in (distribution specification 1.1, "Pulling manifests"; Docker's reference grammar).
///
/// @param host with port where one is given, in lower case; Docker Hub by its canonical name
/// @param path the repository in full, on Docker Hub with `library/`
/// @param tag empty when only a digest is given; with a digest it is for display only
/// @param digest decides where it is given
public record Reference(String host, String path, String tag, Optional<Digest> digest) {

  /// Reads a reference as users write it.
  ///
  /// @throws ImageException with INVALID, or UNSUPPORTED for a digest of an unknown algorithm
  public static Reference parse(String text) throws ImageException {
    String rest = text;
    Optional<Digest> digest = Optional.empty();
    int at = rest.lastIndexOf('@');
    if (at >= 0) {
      digest = Optional.of(Fields.digest(quoted(text), rest.substring(at + 1)));
      rest = rest.substring(0, at);
    }
    String tag = "";
    int colon = rest.lastIndexOf(':');
    if (colon >= 0 && rest.indexOf('/', colon) < 0) {
      tag = rest.substring(colon + 1);
      rest = rest.substring(0, colon);
      if (!ReferenceGrammar.isTag(tag)) {
        throw wrong(text, "'" + Fields.shown(tag) + "' is not a tag");
      }
    }
    int slash = rest.indexOf('/');
    String first = slash < 0 ? "" : rest.substring(0, slash);
    boolean hasHost = first.contains(".") || first.contains(":") || first.equals("localhost");
    if (hasHost && !ReferenceGrammar.isHost(first)) {
      throw wrong(text, "'" + Fields.shown(first) + "' is not a host");
    }
    String host = hasHost ? first.toLowerCase(Locale.ROOT) : Hubs.DOCKER_HUB_CANONICAL;
    host = host.equals(Hubs.DOCKER_HUB) ? Hubs.DOCKER_HUB_CANONICAL : host;
    String path = repository(text, host, hasHost ? rest.substring(slash + 1) : rest);
    boolean latest = tag.isEmpty() && digest.isEmpty();
    return new Reference(host, path, latest ? "latest" : tag, digest);
  }

  private static String repository(String text, String host, String written) throws ImageException {
    if (!ReferenceGrammar.isPath(written)) {
      throw wrong(
          text,
          written.equals(written.toLowerCase(Locale.ROOT))
              ? "'" + Fields.shown(written) + "' is not a repository"
              : "a repository is written in lower case");
    }
    boolean official = host.equals(Hubs.DOCKER_HUB_CANONICAL) && !written.contains("/");
    if (official && ReferenceGrammar.isHex64(written)) {
      throw wrong(text, "64 hexadecimal digits are an image's id, not its name");
    }
    return official ? Hubs.LIBRARY + written : written;
  }

  private static ImageException wrong(String text, String reason) {
    return Fields.invalid(quoted(text) + " is not an image reference: " + reason);
  }

  private static String quoted(String text) {
    return "'" + Fields.shown(text) + "'";
  }

  /// The host whose API is asked, with port where one is given.
  public String apiHost() {
    return host.equals(Hubs.DOCKER_HUB_CANONICAL) ? Hubs.DOCKER_HUB_API : host;
  }

  /// What stands behind `/manifests/` in a request: the digest, else the tag.
  public String identifier() {
    return digest.map(Digest::toString).orElse(tag);
  }

  /// Host and repository in full.
  public String canonicalName() {
    return host + "/" + path;
  }

  /// Host and repository as people write them: without Docker Hub's host and without `library/`.
  public String familiarName() {
    if (!host.equals(Hubs.DOCKER_HUB_CANONICAL)) {
      return canonicalName();
    }
    boolean official =
        path.startsWith(Hubs.LIBRARY) && path.indexOf('/', Hubs.LIBRARY.length()) < 0;
    return official ? path.substring(Hubs.LIBRARY.length()) : path;
  }

  /// [#familiarName] with the digest, else the tag.
  public String familiar() {
    return familiarName() + suffix();
  }

  /// In full, with the digest, else the tag.
  @Override
  public String toString() {
    return canonicalName() + suffix();
  }

  private String suffix() {
    return digest.map(d -> "@" + d).orElse(":" + tag);
  }
}
