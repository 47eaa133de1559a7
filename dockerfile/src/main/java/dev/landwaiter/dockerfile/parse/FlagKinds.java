package dev.landwaiter.dockerfile.parse;

import java.util.List;

/// Which flags each instruction knows.
final class FlagKinds {
  /// How a flag takes its value.
  enum Kind {
    BOOLEAN,
    TEXT,
    LIST,
    UNKNOWN
  }

  private FlagKinds() {}

  static Kind of(String keyword, String flag) {
    return switch (keyword) {
      case "FROM" -> flag.equals("platform") ? Kind.TEXT : Kind.UNKNOWN;
      case "RUN" ->
          switch (flag) {
            case "mount", "device" -> Kind.LIST;
            case "network", "security" -> Kind.TEXT;
            default -> Kind.UNKNOWN;
          };
      case "COPY" ->
          switch (flag) {
            case "from" -> Kind.TEXT;
            case "parents" -> Kind.BOOLEAN;
            default -> transfer(flag);
          };
      case "ADD" ->
          switch (flag) {
            case "checksum" -> Kind.TEXT;
            case "keep-git-dir", "unpack" -> Kind.BOOLEAN;
            default -> transfer(flag);
          };
      case "HEALTHCHECK" ->
          switch (flag) {
            case "interval", "timeout", "start-period", "start-interval", "retries" -> Kind.TEXT;
            default -> Kind.UNKNOWN;
          };
      default -> Kind.UNKNOWN;
    };
  }

  private static Kind transfer(String flag) {
    return switch (flag) {
      case "chown", "chmod" -> Kind.TEXT;
      case "link" -> Kind.BOOLEAN;
      case "exclude" -> Kind.LIST;
      default -> Kind.UNKNOWN;
    };
  }

  static List<String> names(String keyword) {
    return switch (keyword) {
      case "FROM" -> List.of("platform");
      case "RUN" -> List.of("mount", "network", "security", "device");
      case "COPY" -> List.of("from", "chown", "chmod", "link", "parents", "exclude");
      case "ADD" ->
          List.of("chown", "chmod", "link", "keep-git-dir", "checksum", "unpack", "exclude");
      case "HEALTHCHECK" ->
          List.of("interval", "timeout", "start-period", "start-interval", "retries");
      default -> List.of();
    };
  }
}
