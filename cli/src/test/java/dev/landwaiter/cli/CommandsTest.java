package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Completion;
import dev.landwaiter.cli.command.Help;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.testing.Shared;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
  /// One flag of a help text: letter, name, type, and the rest of the line.
  private static final Pattern LINE =
      Pattern.compile("^ +(?:-(\\w), )?--([a-z0-9-]+)(?: (strings?|int|float|duration))? .*$");

  static Stream<List<Command>> lists() {
    return Stream.of(Commands.own(), Commands.trivy(), Commands.cosign());
  }

  private static List<Flag> flags(Command command) {
    return command.flags().stream().flatMap(group -> group.flags().stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("lists")
  void nothingHasTwoMeanings(List<Command> commands) {
    List<String> names = new ArrayList<>();
    commands.forEach(command -> {
      names.add(command.name());
      names.addAll(command.aliases());
    });
    assertThat(names).doesNotHaveDuplicates();
    for (Command command : commands) {
      List<Flag> flags = flags(command);
      assertThat(flags).as(command.name()).extracting(Flag::name).doesNotHaveDuplicates();
      assertThat(flags)
          .as(command.name())
          .extracting(Flag::shorthand)
          .filteredOn(letter -> !letter.isEmpty())
          .doesNotHaveDuplicates();
      assertThat(flags).as(command.name()).extracting(Flag::key).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @MethodSource("lists")
  void everyFlagExplainsItselfAndItsStandardIsAllowed(List<Command> commands) {
    for (Command command : commands) {
      assertThat(Help.of(command, "program")).startsWith(command.summary() + "\n");
      for (Flag flag : flags(command)) {
        assertThat(flag.help()).as(flag.name()).isNotBlank().doesNotEndWith(".");
        if (!flag.allowed().isEmpty() && !flag.standard().isEmpty()) {
          assertThat(flag.allowed()).as(flag.name()).contains(flag.standard().split(","));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("lists")
  void bashUnderstandsTheCompletion(List<Command> commands, @TempDir Path folder) throws Exception {
    Path script = folder.resolve("completion.bash");
    Files.writeString(script, Completion.bash(commands));
    Process bash =
        new ProcessBuilder("bash", "-n", script.toString()).redirectErrorStream(true).start();
    String told = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(told).isEmpty();
    assertThat(bash.exitValue()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"image", "rootfs"})
  void everyFlagOfTheOriginalIsKnownWithItsLetterAndType(String name) throws Exception {
    byte[] recorded = Files.readAllBytes(Shared.path("conformance/trivy/help.json"));
    String help = Json.parse("help.json", recorded).text("trivy " + name);
    Map<String, String> wanted = new TreeMap<>();
    help.lines()
        .forEach(line -> {
          Matcher matcher = LINE.matcher(line);
          if (matcher.matches()) {
            String letter = matcher.group(1) == null ? "" : matcher.group(1);
            String type = matcher.group(3) == null ? "" : matcher.group(3);
            wanted.put(matcher.group(2), letter + " " + type);
          }
        });
    assertThat(wanted).hasSizeGreaterThan(90);
    Command command =
        Commands.trivy().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    Map<String, String> ours = new TreeMap<>();
    flags(command)
        .forEach(flag -> ours.put(flag.name(), flag.shorthand() + " " + flag.type().word()));
    assertThat(ours).containsAllEntriesOf(wanted);
  }

  @Test
  void theProgramsCommandsAreThere() {
    assertThat(Commands.own())
        .extracting(Command::name)
        .contains("image", "rootfs", "db status", "db show", "db build", "completion", "version");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ignore", "ignore.yaml"})
  void ignoreFilesHaveALimit(String name, @TempDir Path folder) throws Exception {
    try (var file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
      file.setLength((8 << 20) + 1);
    }
    Ran ran = Ran.in(folder, Map.of(), List.of("rootfs", "--ignorefile", name, "."));
    assertThat(ran.exit()).isEqualTo(64);
    assertThat(ran.stderr()).contains("the ignore file " + name + " is larger than 8388608 bytes");
  }
}
