package dev.landwaiter.dockerfile.run;

import dev.landwaiter.dockerfile.lint.Commands;
import dev.landwaiter.dockerfile.lint.Settings;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.stage.Build;
import dev.landwaiter.dockerfile.stage.BuildInput;
import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.function.Function;

/// What the rules see of one file; commands are worked out once.
final class FileSurroundings implements Surroundings {
  private final Dockerfile file;
  private final Settings settings;
  private final boolean classic;
  private final CommandView view;
  private final Optional<String> ignoreFile;
  private final BuildInput input;
  private final IdentityHashMap<Instruction.Run, Commands> runs = new IdentityHashMap<>();
  private final IdentityHashMap<Class<?>, Object> shared = new IdentityHashMap<>(2);
  private Optional<Build> build = Optional.empty();

  FileSurroundings(
      Dockerfile file,
      Settings settings,
      Profile profile,
      CommandView view,
      Optional<String> ignoreFile,
      BuildInput input) {
    this.file = file;
    this.settings = settings;
    this.classic = profile != Profile.FULL;
    this.view = view;
    this.ignoreFile = ignoreFile;
    this.input = input;
  }

  @Override
  public Dockerfile file() {
    return file;
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public boolean classic() {
    return classic;
  }

  @Override
  public Commands commands(Instruction.Run run) {
    Commands known = runs.get(run);
    if (known == null) {
      known = view.commands(run, this::build);
      runs.put(run, known);
    }
    return known;
  }

  @Override
  public Commands commands(MappedText text) {
    return view.commands(text);
  }

  @Override
  public Commands commands(CommandLine line) {
    return view.commands(line);
  }

  @Override
  public Optional<String> ignoreFile() {
    return ignoreFile;
  }

  @Override
  public Build build() {
    if (build.isEmpty()) {
      build = Optional.of(Build.of(file, input));
    }
    return build.get();
  }

  @Override
  public <T> T shared(Class<T> kind, Function<Dockerfile, T> work) {
    Object known = shared.get(kind);
    if (known == null) {
      known = work.apply(file);
      shared.put(kind, known);
    }
    return kind.cast(known);
  }
}
