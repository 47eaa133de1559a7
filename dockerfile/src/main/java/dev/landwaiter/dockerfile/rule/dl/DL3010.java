package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// COPY of an archive that a RUN unpacks.
public final class DL3010 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "DL3010",
          Level.INFO,
          "An archive is copied and then unpacked in a later RUN",
          "The image then holds both the archive and what was in it",
          "Unpack it in one step with ADD");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return new Copied(around);
  }

  private static final Set<String> UNPACKERS =
      Set.of("unzip", "gunzip", "bunzip2", "unlzma", "unxz", "zgz", "uncompress", "zcat", "gzcat");

  /// A COPY and the base names of its archives.
  private record Archive(Instruction.Copy copy, Set<String> names, Span span) {}

  private static final class Copied implements Judge {
    private final Surroundings around;
    private final List<Archive> waiting = new ArrayList<>();
    private final List<Archive> unpacked = new ArrayList<>();

    Copied(Surroundings around) {
      this.around = around;
    }

    @Override
    public void see(Instruction instruction, Sink sink) {
      switch (instruction) {
        case Instruction.From _ -> {
          waiting.clear();
          unpacked.clear();
        }
        case Instruction.Copy copy when copy.from().isEmpty() -> copied(copy);
        case Instruction.Run run when !waiting.isEmpty() ->
            around.commands(run).all().stream().filter(DL3010::unpacks).forEach(this::used);
        default -> {}
      }
    }

    private void copied(Instruction.Copy copy) {
      List<Word> files =
          Archives.is(copy.target().unquoted()) ? List.of(copy.target()) : copy.sources();
      List<Word> archives = files.stream().filter(each -> Archives.is(each.unquoted())).toList();
      if (!archives.isEmpty()) {
        var names = new HashSet<String>();
        archives.forEach(each -> names.add(Archives.baseName(each.unquoted())));
        waiting.add(new Archive(copy, names, archives.getFirst().span()));
      }
    }

    private void used(Command command) {
      for (Argument each : command.plain()) {
        String name = Archives.baseName(each.text());
        waiting.removeIf(archive -> archive.names().contains(name) && unpacked.add(archive));
      }
    }

    @Override
    public void end(Sink sink) {
      for (Archive each : unpacked) {
        sink.report(
            each.copy(),
            each.span(),
            "Unpack the archive with ADD instead of copying it for a RUN");
      }
    }
  }

  private static boolean unpacks(Command command) {
    return UNPACKERS.contains(command.name())
        || (command.named("tar")
            && command.arguments().stream().anyMatch(each -> isExtract(each.text())));
  }

  private static boolean isExtract(String text) {
    return text.equals("--extract")
        || text.equals("--get")
        || (text.startsWith("-") && text.contains("x"));
  }
}
