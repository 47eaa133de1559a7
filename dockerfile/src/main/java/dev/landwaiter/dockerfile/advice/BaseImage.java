package dev.landwaiter.dockerfile.advice;

import java.util.Set;

/// A base image by its name, as far as the name tells.
///
/// @param reference as written, variables replaced where their defaults are known
/// @param repository without registry of the default hub, tag and digest: `python`,
///   `gcr.io/distroless/static-debian12`
/// @param tag empty where there is none
public record BaseImage(String reference, String repository, String tag) {
  private static final Set<String> DISTRIBUTIONS =
      Set.of(
          "debian",
          "ubuntu",
          "centos",
          "fedora",
          "rockylinux",
          "almalinux",
          "amazonlinux",
          "oraclelinux",
          "archlinux",
          "opensuse/leap",
          "opensuse/tumbleweed",
          "kalilinux/kali-rolling",
          "redhat/ubi8",
          "redhat/ubi9",
          "registry.access.redhat.com/ubi8/ubi",
          "registry.access.redhat.com/ubi9/ubi",
          "photon",
          "mageia");

  public static BaseImage of(String reference) {
    String rest = reference;
    int at = rest.indexOf('@');
    if (at >= 0) {
      rest = rest.substring(0, at);
    }
    int colon = rest.lastIndexOf(':');
    String tag = "";
    if (colon > rest.lastIndexOf('/')) {
      tag = rest.substring(colon + 1);
      rest = rest.substring(0, colon);
    }
    for (String hub : new String[] {"docker.io/", "index.docker.io/", "library/"}) {
      if (rest.startsWith(hub)) {
        rest = rest.substring(hub.length());
      }
    }
    return new BaseImage(reference, rest, tag);
  }

  /// The last part of the name: `python` of `bitnami/python`.
  public String shortName() {
    return repository.substring(repository.lastIndexOf('/') + 1);
  }

  public BaseClass classification() {
    if (repository.equals("scratch")) {
      return BaseClass.SCRATCH;
    }
    if (repository.contains("distroless/") || repository.startsWith("cgr.dev/")) {
      return shortName().startsWith("static") ? BaseClass.STATIC : BaseClass.DISTROLESS;
    }
    if (shortName().equals("alpine") || tag.contains("alpine") || shortName().equals("busybox")) {
      return BaseClass.ALPINE;
    }
    if (tag.contains("slim") || shortName().contains("minimal") || shortName().contains("micro")) {
      return BaseClass.SLIM;
    }
    return DISTRIBUTIONS.contains(repository) ? BaseClass.FULL : BaseClass.LANGUAGE;
  }

  /// Whether the base has no shell to run anything with.
  public boolean shellless() {
    return switch (classification()) {
      case DISTROLESS, STATIC -> !tag.contains("debug") && !tag.endsWith("-dev");
      case SCRATCH -> true;
      case FULL, LANGUAGE, SLIM, ALPINE -> false;
    };
  }

  /// The digits at the start of the tag: `3.11` of `3.11-slim`; empty where there are none.
  public String version() {
    int end = 0;
    while (end < tag.length() && (Character.isDigit(tag.charAt(end)) || tag.charAt(end) == '.')) {
      end++;
    }
    return tag.substring(0, end);
  }
}
