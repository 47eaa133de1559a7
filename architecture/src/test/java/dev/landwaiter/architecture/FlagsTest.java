package dev.landwaiter.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.cli.Commands;
import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.flag.Flag;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// In one command every name leads to one flag, and texts have the form that help texts need.
class FlagsTest {
  static Stream<Named<Command>> commands() {
    return Stream.of(
            Commands.own().stream().map(each -> Named.of(each.name(), each)),
            Commands.trivy().stream().map(each -> Named.of("trivy " + each.name(), each)),
            Commands.cosign().stream().map(each -> Named.of("cosign " + each.name(), each)),
            Commands.hadolint().stream().map(each -> Named.of("hadolint", each)))
        .flatMap(each -> each);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void namesLeadToOneFlag(Command command) {
    List<Flag> flags = command.flags().stream().flatMap(group -> group.flags().stream()).toList();
    assertThat(flags).isNotEmpty();
    assertThat(flags.stream().map(Flag::name)).doesNotHaveDuplicates();
    assertThat(flags.stream().map(Flag::key)).doesNotHaveDuplicates();
    assertThat(flags.stream().map(Flag::variable)).doesNotHaveDuplicates();
    assertThat(flags.stream().map(Flag::shorthand).filter(letter -> !letter.isEmpty()))
        .doesNotHaveDuplicates()
        .allSatisfy(letter -> assertThat(letter).hasSize(1));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void textsHaveTheirForm(Command command) {
    assertThat(command.summary()).isNotBlank().doesNotEndWith(".");
    for (Flag flag : command.flags().stream().flatMap(group -> group.flags().stream()).toList()) {
      assertThat(flag.help()).as(flag.name()).isNotBlank().doesNotEndWith(".");
      assertThat(flag.name()).matches("[a-z][a-z0-9-]*");
    }
  }
}
