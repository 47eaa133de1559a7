package dev.landwaiter.dockerfile.advice;

import java.util.Locale;

/// Kinds of base images, the fullest first (image practice, 6.2).
public enum BaseClass {
  FULL("a whole distribution: package manager, shells, tools"),
  LANGUAGE("a language's own image with compilers and headers on a whole distribution"),
  SLIM("a distribution cut down to what a program at run time usually asks for"),
  ALPINE("musl and busybox: small, but another C library"),
  DISTROLESS("the runtime and its libraries, no shell and no package manager"),
  STATIC("certificates, time zones and users; for programs that need no library"),
  SCRATCH("nothing at all");

  private final String about;

  BaseClass(String about) {
    this.about = about;
  }

  public String about() {
    return about;
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
