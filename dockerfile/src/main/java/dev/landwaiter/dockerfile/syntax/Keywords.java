package dev.landwaiter.dockerfile.syntax;

import java.util.List;
import java.util.Locale;

/// The names of the instructions.
public final class Keywords {
  /// All of them, in upper case and in order.
  public static final List<String> ALL =
      List.of(
          "ADD",
          "ARG",
          "CMD",
          "COPY",
          "ENTRYPOINT",
          "ENV",
          "EXPOSE",
          "FROM",
          "HEALTHCHECK",
          "LABEL",
          "MAINTAINER",
          "ONBUILD",
          "RUN",
          "SHELL",
          "STOPSIGNAL",
          "USER",
          "VOLUME",
          "WORKDIR");

  private Keywords() {}

  /// The name in upper case, whatever the writer's case.
  public static String normal(String written) {
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c < 'A' || c > 'Z') {
        return written.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
      }
    }
    return written;
  }

  /// Whether an instruction has this name, which is in upper case.
  public static boolean isKnown(String name) {
    return ALL.contains(name);
  }
}
