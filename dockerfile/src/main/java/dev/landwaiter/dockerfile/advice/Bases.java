package dev.landwaiter.dockerfile.advice;

import java.util.List;

/// The names of the bases that are recommended.
final class Bases {
  static final String SCRATCH = "scratch";
  static final String STATIC = "gcr.io/distroless/static-debian12:nonroot";
  static final String BASE = "gcr.io/distroless/base-debian12:nonroot";
  static final String CC = "gcr.io/distroless/cc-debian12:nonroot";
  static final String DEBIAN_SLIM = "debian:bookworm-slim";
  static final String ALPINE = "alpine:3.22";
  static final String PYTHON_12 = "gcr.io/distroless/python3-debian12:nonroot";
  static final String PYTHON_13 = "gcr.io/distroless/python3-debian13:nonroot";

  /// The user `nonroot` of distroless images.
  static final String NONROOT = "65532:65532";

  private Bases() {}

  /// The cut down variant of a whole distribution, where there is one.
  static List<BaseChoice> slim(BaseImage base) {
    if (!base.repository().equals("debian")) {
      return List.of();
    }
    String tag = base.tag().isEmpty() ? "stable" : base.tag();
    return List.of(BaseChoice.of(BaseClass.SLIM, "debian:" + tag + "-slim"));
  }

  /// Whether a base has no ENTRYPOINT of its own.
  static boolean startNothing(String base) {
    return base.equals(SCRATCH) || base.equals(STATIC) || base.equals(BASE) || base.equals(CC);
  }

  static String java(String version) {
    return "gcr.io/distroless/java" + version + "-debian12:nonroot";
  }

  static String node(String version) {
    return "gcr.io/distroless/nodejs" + version + "-debian12:nonroot";
  }
}
