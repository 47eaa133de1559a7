package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Statement;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// ADD of a plain file.
public final class DL3020 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3020",
              Level.ERROR,
              "ADD is used for files that it only copies",
              "ADD also unpacks and downloads, so that a change of its sources can have surprising effects",
              "Use COPY for files and folders of the build context")
          .fixes();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Add add) {
        IntStream.range(0, add.sources().size())
            .filter(each -> isPlain(source(add, each, around), around.classic()))
            .mapToObj(each -> add.sources().get(each))
            .findFirst()
            .ifPresent(each ->
                sink.report(add, each.span(), "Use COPY for what is only copied", fix(add)));
      }
    };
  }

  /// A source with the values of its variables; as an address where they are not known, since it
  /// may be one.
  private static String source(Instruction.Add add, int index, Surroundings around) {
    Word word = add.sources().get(index);
    if (around.classic() || word.text().indexOf('$') < 0) {
      return word.unquoted();
    }
    List<String> names = Variables.in(word.text());
    boolean known =
        !names.isEmpty()
            && names.stream().allMatch(each -> around.build().constant(add, each).isPresent());
    return around.build().steps(add).stream()
        .filter(each -> known && index < each.words().size())
        .findFirst()
        .map(each -> each.words().get(index).unquoted())
        .orElse("https://");
  }

  private static boolean isPlain(String source, boolean classic) {
    return !Archives.is(source)
        && (classic || !Installs.endsWithAny(source, ".zst", ".tzst"))
        && !Installs.startsWithAny(source, "http://", "https://")
        && (classic || !Installs.startsWithAny(source, "git@", "git://", "ssh://"));
  }

  /// Only where ADD cannot do anything that COPY does not.
  private static Optional<Fix> fix(Instruction.Add add) {
    Statement statement = add.statement();
    boolean same =
        add.sources().stream()
                .allMatch(each -> isPlain(each.unquoted(), false) && !each.text().contains("$"))
            && statement.flags().stream()
                .noneMatch(
                    each -> List.of("checksum", "keep-git-dir", "unpack").contains(each.name()));
    Word keyword = statement.keyword();
    return same
        ? Optional.of(
            new Fix(
                "Use COPY instead of ADD",
                true,
                List.of(new Edit(keyword.span(), keyword.text().equals("add") ? "copy" : "COPY"))))
        : Optional.empty();
  }
}
