package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// In which stages a label is missing (reference: 11.6).
final class RequiredLabel implements Judge {
  private final String label;
  private final Set<String> good = new HashSet<>();
  private final List<Instruction.From> bad = new ArrayList<>();
  private Optional<Instruction.From> current = Optional.empty();

  RequiredLabel(String label) {
    this.label = label;
  }

  @Override
  public void see(Instruction instruction, Sink sink) {
    switch (instruction) {
      case Instruction.From from -> {
        current = Optional.of(from);
        if (good.contains(ImageName.of(from).name())) {
          from.name().ifPresent(name -> good.add(name.text()));
        } else {
          bad.add(from);
        }
      }
      case Instruction.Copy copy -> copy.from().ifPresent(from -> drop(from.text()));
      case Instruction.Label labels -> {
        if (labels.pairs().stream().anyMatch(each -> each.key().unquoted().equals(label))) {
          current.ifPresent(this::has);
        }
      }
      default -> {}
    }
  }

  private void has(Instruction.From stage) {
    drop(stage.name().map(Word::text).orElseGet(() -> ImageName.of(stage).name()));
    bad.removeIf(each -> each.line() == stage.line());
    stage.name().ifPresent(name -> good.add(name.text()));
  }

  private void drop(String name) {
    bad.removeIf(each -> each.name().filter(own -> own.text().equals(name)).isPresent());
  }

  @Override
  public void end(Sink sink) {
    for (Instruction.From each : bad) {
      sink.report(each, each.image().span(), "Label " + label + " is asked for and not set");
    }
  }
}
