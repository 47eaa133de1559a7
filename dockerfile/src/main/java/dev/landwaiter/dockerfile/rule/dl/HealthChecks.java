package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// In which stages a health check is missing (reference: 11.6).
final class HealthChecks implements Judge {
  private record Stage(Instruction.From from, String name, String image) {}

  private final String message;
  private final Set<String> good = new HashSet<>();
  private final List<Stage> bad = new ArrayList<>();
  private Optional<Stage> current = Optional.empty();

  HealthChecks(String message) {
    this.message = message;
  }

  @Override
  public void see(Instruction instruction, Sink sink) {
    switch (instruction) {
      case Instruction.From from -> {
        String image = ImageName.of(from).name();
        var stage = new Stage(from, from.name().map(Word::text).orElse(image), image);
        current = Optional.of(stage);
        if (good.contains(image)) {
          good.add(stage.name);
        } else {
          bad.add(stage);
        }
      }
      case Instruction.Healthcheck _ -> current.ifPresent(this::has);
      default -> {}
    }
  }

  /// The stage has one, and so the stages it is built from need none.
  private void has(Stage stage) {
    bad.removeIf(each -> each.from.line() == stage.from.line());
    good.add(stage.name);
    var images = new ArrayDeque<String>();
    images.add(stage.image);
    while (!images.isEmpty()) {
      String image = images.remove();
      bad.removeIf(each -> {
        if (!each.name.equals(image)) {
          return false;
        }
        good.add(each.name);
        images.add(each.image);
        return true;
      });
    }
  }

  @Override
  public void end(Sink sink) {
    bad.forEach(each -> sink.report(each.from, each.from.image().span(), message));
  }
}
