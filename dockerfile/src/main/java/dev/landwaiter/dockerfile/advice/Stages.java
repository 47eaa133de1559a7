package dev.landwaiter.dockerfile.advice;

import dev.landwaiter.dockerfile.lint.Commands;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Cuts a file into its stages.
final class Stages {
  private final Function<Instruction.Run, Commands> commands;
  private final Map<String, String> globals = new HashMap<>();
  private final List<Stage> stages = new ArrayList<>();

  private Stages(Function<Instruction.Run, Commands> commands) {
    this.commands = commands;
  }

  static List<Stage> of(Dockerfile file, Function<Instruction.Run, Commands> commands) {
    return new Stages(commands).cut(file);
  }

  private List<Stage> cut(Dockerfile file) {
    List<Instruction> all = file.instructions();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) instanceof Instruction.From from) {
        int end = i + 1;
        while (end < all.size() && !(all.get(end) instanceof Instruction.From)) {
          end++;
        }
        stages.add(stage(from, all.subList(i + 1, end)));
      } else if (stages.isEmpty() && all.get(i) instanceof Instruction.Arg arg) {
        arg.arguments()
            .forEach(each ->
                globals.put(
                    each.name().text(), each.value().map(value -> value.unquoted()).orElse("")));
      }
    }
    return stages;
  }

  private Stage stage(Instruction.From from, List<Instruction> body) {
    String image = Defaults.fill(from.image().text(), globals);
    Optional<Stage> parent =
        stages.reversed().stream()
            .filter(each -> each.from().name().isPresent())
            .filter(each -> lower(each.name()).equals(lower(image)))
            .findFirst();
    var ran = new ArrayList<Ran>();
    for (Instruction each : body) {
      if (each instanceof Instruction.Run run) {
        commands.apply(run).all().forEach(command -> ran.add(new Ran(run, command)));
      }
    }
    return new Stage(
        stages.size(),
        from,
        parent,
        parent.map(Stage::base).orElseGet(() -> BaseImage.of(image)),
        List.copyOf(body),
        ran);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
