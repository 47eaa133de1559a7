package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What is known of the tools in the base image of each stage.
final class KnownBases {
  /// Which tools there are.
  enum Tools {
    /// Those of GNU, and bash.
    GNU,
    /// Those of BusyBox, with ash as shell.
    BUSYBOX,
    UNKNOWN
  }

  private KnownBases() {}

  /// The tools in the stage of this instruction.
  static Tools of(Dockerfile file, Instruction at) {
    Map<String, Tools> stages = new HashMap<>();
    Tools current = Tools.UNKNOWN;
    for (Instruction each : file.instructions()) {
      if (each.statement().index() > at.statement().index()) {
        break;
      }
      if (each instanceof Instruction.From from) {
        String image = from.image().unquoted();
        Tools known = stages.get(image.toLowerCase(Locale.ROOT));
        current = known != null ? known : of(ImageName.real(image));
        if (from.name().isPresent()) {
          stages.put(from.name().get().text().toLowerCase(Locale.ROOT), current);
        }
      }
    }
    return current;
  }

  private static Tools of(ImageName image) {
    String tag = image.tag().orElse("");
    String name = image.name().substring(image.name().lastIndexOf('/') + 1);
    boolean official =
        (image.registry().isEmpty() && image.name().indexOf('/') < 0)
            || image.name().startsWith("library/");
    if (name.equals("alpine") || (official && tag.contains("alpine"))) {
      return Tools.BUSYBOX;
    }
    if (isSystem(name)) {
      return Tools.GNU;
    }
    return official && isGnu(name) && !isOther(tag) ? Tools.GNU : Tools.UNKNOWN;
  }

  private static boolean isSystem(String name) {
    return switch (name) {
      case "debian",
          "ubuntu",
          "fedora",
          "centos",
          "rockylinux",
          "almalinux",
          "oraclelinux",
          "amazonlinux",
          "archlinux",
          "ubi8",
          "ubi9",
          "ubi10" ->
          true;
      default -> false;
    };
  }

  /// Images on a distribution with bash, unless their tag says something else.
  private static boolean isGnu(String name) {
    return switch (name) {
      case "buildpack-deps",
          "eclipse-temurin",
          "gcc",
          "golang",
          "gradle",
          "httpd",
          "maven",
          "nginx",
          "node",
          "openjdk",
          "perl",
          "php",
          "postgres",
          "python",
          "ruby",
          "rust" ->
          true;
      default -> false;
    };
  }

  private static boolean isOther(String tag) {
    return tag.contains("$")
        || tag.contains("busybox")
        || tag.contains("windows")
        || tag.contains("nanoserver");
  }
}
