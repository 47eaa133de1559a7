package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

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

  /// By the index of FROM.
  private final TreeMap<Integer, Tools> stages = new TreeMap<>();

  private KnownBases() {}

  /// The tools in the stage of this instruction.
  static Tools of(Surroundings around, Instruction at) {
    var stage =
        around.shared(KnownBases.class, KnownBases::of).stages.floorEntry(at.statement().index());
    return stage == null ? Tools.UNKNOWN : stage.getValue();
  }

  private static KnownBases of(Dockerfile file) {
    var bases = new KnownBases();
    Map<String, Tools> names = new HashMap<>();
    for (Instruction each : file.instructions()) {
      if (each instanceof Instruction.From from) {
        String image = from.image().unquoted();
        Tools known = names.get(image.toLowerCase(Locale.ROOT));
        Tools tools = known != null ? known : of(ImageName.real(image));
        bases.stages.put(from.statement().index(), tools);
        if (from.name().isPresent()) {
          names.put(from.name().get().text().toLowerCase(Locale.ROOT), tools);
        }
      }
    }
    return bases;
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
