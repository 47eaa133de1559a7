package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Mount;
import java.util.Optional;

/// Cache mounts that are emptied again.
public final class LD1045 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "LD1045",
              Level.INFO,
              "A RUN empties or avoids the cache that it mounts",
              "The mount is not part of the image, so cleaning saves nothing, and the "
                  + "next build must download everything again",
              "Leave the clean-up or the no-cache option away where a cache is mounted")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Run run) {
        for (Mount mount : run.mounts()) {
          if (mount.type().equals("cache")) {
            String target = mount.target().orElse("");
            for (Command each : around.commands(run).all()) {
              cleaning(each, target)
                  .ifPresent(what ->
                      sink.report(
                          run, each.span(), what + " works against the cache mount on " + target));
            }
          }
        }
      }
    };
  }

  /// What in this command empties or avoids the cache.
  private static Optional<String> cleaning(Command command, String target) {
    boolean cleans =
        switch (command.name()) {
          case "apt-get", "apt" ->
              target.startsWith("/var/cache/apt") && command.hasArgument("clean", "distclean");
          case "pip", "pip3", "pip2" ->
              target.endsWith(".cache/pip")
                  && (command.hasArgument("--no-cache-dir") || command.hasArgument("purge"));
          case "npm" ->
              target.contains(".npm")
                  && command.hasArgument("cache")
                  && command.hasArgument("clean");
          case "yarn" ->
              target.contains("yarn")
                  && command.hasArgument("cache")
                  && command.hasArgument("clean");
          case "apk" -> target.startsWith("/var/cache/apk") && command.hasArgument("--no-cache");
          case "dnf", "microdnf", "yum" ->
              (target.startsWith("/var/cache/dnf")
                      || target.startsWith("/var/cache/yum")
                      || target.startsWith("/var/cache/libdnf5"))
                  && command.hasArgument("clean");
          case "go" -> target.contains("go-build") && command.hasArgument("-cache");
          default -> false;
        };
    if (cleans) {
      return Optional.of(command.name());
    }
    return command.named("rm")
            && command.plain().stream().anyMatch(each -> isWithin(each.text(), target))
        ? Optional.of("rm")
        : Optional.empty();
  }

  private static boolean isWithin(String path, String target) {
    String clean = path.endsWith("/*") ? path.substring(0, path.length() - 2) : path;
    return !target.isEmpty()
        && clean.startsWith(target)
        && (clean.length() == target.length()
            || clean.charAt(target.length()) == '/'
            || target.endsWith("/"));
  }
}
