package dev.landwaiter.cli.command.sign;

import dev.landwaiter.dockerfile.parse.Parser;
import dev.landwaiter.dockerfile.stage.Expander;
import dev.landwaiter.dockerfile.stage.Expansion;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Mount;
import dev.landwaiter.dockerfile.syntax.Pair;
import dev.landwaiter.dockerfile.syntax.Word;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The images that a build with a Dockerfile takes something from: those of FROM, of `COPY --from`
/// and of `RUN --mount=from=`. Stages of the file and `scratch` are none. A name that cannot be
/// worked out is refused: the build would use an image that nobody looked at.
final class DockerfileImages {
  private static final String PREFIX = "docker-image://";

  private final String name;
  private final Expander expander;

  /// Values for ARG without a default.
  private final Map<String, String> given;

  /// ARG, and as older readers take it ENV, before the first FROM.
  private final Map<String, String> globals = new HashMap<>();

  private final List<Optional<String>> stages = new ArrayList<>();
  private final List<String> bases = new ArrayList<>();
  private final List<String> images = new ArrayList<>();
  private Map<String, String> scope = globals;

  private DockerfileImages(String name, Dockerfile file, Map<String, String> given) {
    this.name = name;
    this.expander = Expander.of(file.escape());
    this.given = given;
  }

  /// Reads a file.
  ///
  /// @param name for messages
  /// @param given values for arguments of the build that have no default
  /// @param baseOnly whether only the image counts that the last stage is built from
  /// @return in the order of the file; one that is used twice is there twice
  static List<String> of(String name, Bytes text, Map<String, String> given, boolean baseOnly)
      throws RefusedException {
    Dockerfile file = new Parser().inAnyOrder().parse(text.toArray());
    var reader = new DockerfileImages(name, file, given);
    for (Instruction each : file.instructions()) {
      if (each instanceof Instruction.Broken) {
        throw new RefusedException(
            FailureClass.PARSE,
            "%s, line %d: %s"
                .formatted(
                    name,
                    each.line(),
                    file.troubles().isEmpty()
                        ? "this is no instruction"
                        : file.troubles().getFirst().message()));
      }
      reader.take(each);
    }
    if (file.instructions().isEmpty() && !file.troubles().isEmpty()) {
      throw new RefusedException(
          FailureClass.PARSE, name + ": " + file.troubles().getFirst().message());
    }
    if (!baseOnly) {
      return reader.images;
    }
    String last = reader.bases.isEmpty() ? "" : reader.bases.getLast();
    return last.isEmpty() ? List.of() : List.of(last);
  }

  private void take(Instruction instruction) throws RefusedException {
    switch (instruction) {
      case Instruction.From from -> stage(from);
      case Instruction.Arg arg -> arguments(arg);
      case Instruction.Env env -> {
        for (Pair pair : env.pairs()) {
          scope.put(pair.key().unquoted(), value(pair.value()));
        }
      }
      case Instruction.Copy copy -> {
        if (copy.from().isPresent()) {
          source(copy, copy.from().get().unquoted());
        }
      }
      case Instruction.Run run -> {
        for (Mount mount : run.mounts()) {
          Optional<String> from = mount.field("from");
          if (from.isPresent() && !from.get().isEmpty()) {
            source(run, from.get());
          }
        }
      }
      case Instruction.Onbuild onbuild -> take(onbuild.trigger());
      default -> {
        // takes nothing from an image
      }
    }
  }

  private void stage(Instruction.From from) throws RefusedException {
    String text = expanded(from, from.image().text(), globals);
    String base = text;
    Optional<Integer> earlier = named(text);
    if (earlier.isPresent()) {
      base = bases.get(earlier.get());
    } else if (text.equals("scratch")) {
      base = "";
    } else {
      images.add(text);
    }
    bases.add(base);
    stages.add(from.name().map(each -> each.text().toLowerCase(Locale.ROOT)));
    scope = new HashMap<>();
  }

  private void arguments(Instruction.Arg arg) {
    for (Instruction.Argument each : arg.arguments()) {
      String key = each.name().unquoted();
      Optional<String> standard = each.value().map(this::value);
      Optional<String> value =
          standard
              .or(() -> Optional.ofNullable(stages.isEmpty() ? null : globals.get(key)))
              .or(() -> Optional.ofNullable(given.get(key)));
      value.ifPresent(known -> scope.put(key, known));
    }
  }

  /// A value of ENV or ARG; variables without one become nothing, as in a build.
  private String value(Word word) {
    return expander.expand(word.text(), name -> Optional.ofNullable(scope.get(name))).text();
  }

  /// What `from=` names: a stage by its name or number, or an image.
  private void source(Instruction at, String from) throws RefusedException {
    String text = expanded(at, from, scope);
    if (named(text).isPresent()) {
      return;
    }
    if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      if (text.length() < 6 && Integer.parseInt(text) < stages.size() - 1) {
        return;
      }
      throw refused(at, "there is no earlier stage " + text);
    }
    if (!text.equals("scratch")) {
      images.add(text);
    }
  }

  private Optional<Integer> named(String text) {
    for (int i = stages.size() - 1; i >= 0; i--) {
      if (stages.get(i).filter(text.toLowerCase(Locale.ROOT)::equals).isPresent()) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private String expanded(Instruction at, String text, Map<String, String> variables)
      throws RefusedException {
    Expansion expansion = expander.expand(text, name -> Optional.ofNullable(variables.get(name)));
    if (expansion.error().isPresent()) {
      throw refused(at, expansion.error().get());
    }
    String image = expansion.text();
    if (image.isBlank()) {
      throw refused(
          at,
          expansion.unset().isEmpty()
              ? "no image is named"
              : "no image is named, since %s has no value: give the argument as a variable of the"
                      .formatted(String.join(", ", expansion.unset().keySet()))
                  + " environment");
    }
    return image.startsWith(PREFIX) ? image.substring(PREFIX.length()) : image;
  }

  private RefusedException refused(Instruction at, String why) {
    return new RefusedException(
        FailureClass.PARSE, "%s, line %d: %s".formatted(name, at.line(), why));
  }
}
