package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.List;

/// An image from a registry that is not trusted.
public final class DL3026 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "DL3026",
          Level.ERROR,
          "An image comes from a registry that is not among the trusted ones",
          "Whoever owns that registry decides what runs in the container",
          "Use an image of a trusted registry, or add the registry to the trusted ones");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return around.settings().trustedRegistries().isEmpty()
        ? (instruction, sink) -> {}
        : new Registries(around);
  }

  private static final class Registries implements Judge {
    private final StageNames stages = new StageNames();
    private final Surroundings around;

    Registries(Surroundings around) {
      this.around = around;
    }

    @Override
    public void see(Instruction instruction, Sink sink) {
      switch (instruction) {
        case Instruction.From from -> {
          var image = ImageName.of(from, around.classic());
          if (!isTrusted(image.registry(), image.name())) {
            report(from, from.image().span(), sink);
          }
          stages.add(from);
        }
        case Instruction.Copy copy ->
            copy.from()
                .filter(each -> !isTrusted(each.text()))
                .ifPresent(each -> report(copy, each.span(), sink));
        case Instruction.Run run ->
            run.mounts().stream()
                .filter(each -> each.type().equals("bind") || each.type().equals("cache"))
                .filter(each -> !isTrusted(each.field("from").orElse("scratch")))
                .findFirst()
                .ifPresent(each -> report(run, each.span(), sink));
        default -> {}
      }
    }

    private static void report(Instruction at, Span span, Sink sink) {
      sink.report(at, span, "This image does not come from a trusted registry");
    }

    /// @param from what COPY or a mount takes files of
    private boolean isTrusted(String from) {
      if (!around.classic()) {
        if (stages.hasAnyCase(from) || stages.isIndex(from)) {
          return true;
        }
        var image = ImageName.real(from);
        return isTrusted(image.registry(), image.name());
      }
      int slash = from.indexOf('/');
      boolean registry = slash >= 0 && from.substring(0, slash).indexOf('.') >= 0;
      return registry
          ? isTrusted(from.substring(0, slash), from.substring(slash + 1))
          : isTrusted("", from);
    }

    private boolean isTrusted(String registry, String name) {
      return name.equals("scratch")
          || stages.has(name)
          || around.settings().trustedRegistries().stream()
              .anyMatch(each ->
                  registry.isEmpty()
                      ? HUB.stream().anyMatch(hub -> matches(each, hub, around.classic()))
                      : matches(each, registry, around.classic()));
    }
  }

  /// The names of the registry that is meant where none is written.
  private static final List<String> HUB = List.of("docker.io", "hub.docker.com");

  static boolean matches(String pattern, String registry, boolean classic) {
    if (!classic) {
      return Wildcard.matches(pattern, registry);
    }
    if (pattern.equals("*")) {
      return true;
    }
    if (pattern.startsWith("*")) {
      return registry.endsWith(pattern.substring(1));
    }
    return pattern.endsWith("*")
        ? registry.startsWith(pattern.substring(0, pattern.length() - 1))
        : registry.equals(pattern);
  }
}
