package dev.landwaiter.dockerfile.stage;

import java.util.Locale;
import java.util.Optional;

/// An operating system and an architecture, as `linux/arm/v7`.
///
/// @param system normalised: `darwin` for `macos`
/// @param architecture normalised: `amd64` for `x86_64`
/// @param variant such as `v7`, or empty
public record Platform(String system, String architecture, String variant) {
  public static final Platform LINUX = new Platform("linux", "amd64", "");

  /// Reads `os`, `architecture`, `os/architecture` or `os/architecture/variant`; nothing where the
  /// text is none of them.
  public static Optional<Platform> read(String text) {
    String[] parts = text.split("/", 4);
    if (parts.length > 3 || text.indexOf('*') >= 0) {
      return Optional.empty();
    }
    int open = parts[0].indexOf('(');
    String system = open < 0 ? parts[0] : parts[0].substring(0, open);
    if ((open >= 0 && !parts[0].endsWith(")")) || !named(system, false)) {
      return Optional.empty();
    }
    for (int i = 1; i < parts.length; i++) {
      if (!named(parts[i], true)) {
        return Optional.empty();
      }
    }
    if (parts.length > 1) {
      return Optional.of(of(systemOf(system), parts[1], parts.length > 2 ? parts[2] : ""));
    }
    if (knownSystem(systemOf(system))) {
      return Optional.of(new Platform(systemOf(system), LINUX.architecture(), ""));
    }
    Platform alone = of(LINUX.system(), system, "");
    return knownArchitecture(alone.architecture()) ? Optional.of(alone) : Optional.empty();
  }

  private static boolean named(String text, boolean dots) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean word = c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '-');
      if (!word && !(dots && c == '.')) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static String systemOf(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.equals("macos") ? "darwin" : lower;
  }

  private static Platform of(String system, String architecture, String variant) {
    String arch = architecture.toLowerCase(Locale.ROOT);
    String kind = variant.toLowerCase(Locale.ROOT);
    return switch (arch) {
      case "i386" -> new Platform(system, "386", "");
      case "x86_64", "x86-64", "amd64" ->
          new Platform(system, "amd64", kind.equals("v1") ? "" : kind);
      case "aarch64", "arm64" ->
          new Platform(system, "arm64", kind.equals("8") || kind.equals("v8") ? "" : kind);
      case "armhf" -> new Platform(system, "arm", "v7");
      case "armel" -> new Platform(system, "arm", "v6");
      case "arm" ->
          new Platform(
              system,
              "arm",
              switch (kind) {
                case "", "7" -> "v7";
                case "5", "6", "8" -> "v" + kind;
                default -> kind;
              });
      default -> new Platform(system, arch, kind);
    };
  }

  private static boolean knownSystem(String text) {
    return switch (text) {
      case "aix",
          "android",
          "darwin",
          "dragonfly",
          "freebsd",
          "hurd",
          "illumos",
          "ios",
          "js",
          "linux",
          "nacl",
          "netbsd",
          "openbsd",
          "plan9",
          "solaris",
          "windows",
          "zos" ->
          true;
      default -> false;
    };
  }

  private static boolean knownArchitecture(String text) {
    return switch (text) {
      case "386",
          "amd64",
          "amd64p32",
          "arm",
          "armbe",
          "arm64",
          "arm64be",
          "ppc64",
          "ppc64le",
          "loong64",
          "mips",
          "mipsle",
          "mips64",
          "mips64le",
          "mips64p32",
          "mips64p32le",
          "ppc",
          "riscv",
          "riscv64",
          "s390",
          "s390x",
          "sparc",
          "sparc64",
          "wasm" ->
          true;
      default -> false;
    };
  }

  public boolean windows() {
    return system.equals("windows");
  }

  @Override
  public String toString() {
    return system + "/" + architecture + (variant.isEmpty() ? "" : "/" + variant);
  }
}
