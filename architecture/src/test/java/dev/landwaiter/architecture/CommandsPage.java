package dev.landwaiter.architecture;

import dev.landwaiter.cli.Commands;
import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.FlagType;
import dev.landwaiter.cli.flag.Support;
import dev.landwaiter.cli.world.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every command of every persona, and every flag with all its names.
final class CommandsPage {
  /// A way the program speaks, with the commands it has then.
  private record Voice(Dialect dialect, List<Command> commands) {}

  private static final List<Voice> VOICES =
      List.of(
          new Voice(Dialect.OWN, Commands.own()),
          new Voice(Dialect.TRIVY, Commands.trivy()),
          new Voice(Dialect.HADOLINT, Commands.hadolint()),
          new Voice(Dialect.CONFTEST, Commands.conftest()),
          new Voice(Dialect.GATOR, Commands.gator()),
          new Voice(Dialect.KUBESEC, Commands.kubesec()),
          new Voice(Dialect.COSIGN, Commands.cosign()));

  private static final List<String> COLUMNS =
      List.of("Flag", "Takes", "Default", "Variable", "Key", "State", "Meaning");

  private CommandsPage() {}

  static String text() {
    var page =
        new Page(
            "Commands",
            "The program's own commands, those of its personas, and the flags of all. A value on"
                + " the command line wins over the environment variable, that over the key of the"
                + " configuration file, that over the default.");
    Map<FlagGroup, List<String>> users = new LinkedHashMap<>();
    for (Voice voice : VOICES) {
      describe(voice, users, page);
    }
    page.heading(2, "Flags");
    page.paragraph(
        "`PREFIX_` stands for the prefix named above, `LANDWAITER_` or that of the persona. State"
            + " *later*: the run goes on without what the flag asks for and says so. State"
            + " *refused*: the run ends, because its result would be wrong. State *needless*: it"
            + " switches off what this program does not do at all.");
    users.forEach((group, names) -> describe(group, names, page));
    return page.text();
  }

  private static void describe(Voice voice, Map<FlagGroup, List<String>> users, Page page) {
    Dialect dialect = voice.dialect();
    page.heading(2, dialect.program());
    page.paragraph(
        "Variables begin with `%s`;%s a wrong command line ends with %d, trouble with %d."
            .formatted(
                dialect.prefix(),
                configuration(dialect),
                dialect.usageCode(),
                dialect.errorCode()));
    for (Command command : voice.commands()) {
      String name = (dialect.program() + " " + command.name()).strip();
      page.heading(3, name);
      page.paragraph(command.summary() + ".");
      List<String> lines = new ArrayList<>();
      lines.add((name + " " + command.usage()).strip());
      for (Command.Example example : command.examples()) {
        lines.add("");
        lines.add("# " + example.about());
        lines.add(dialect.program() + " " + example.words());
      }
      page.code(lines);
      if (!command.aliases().isEmpty()) {
        page.paragraph("Also called " + Page.words(command.aliases()) + ".");
      }
      List<String> titles = command.flags().stream().map(FlagGroup::title).toList();
      page.paragraph("Takes: " + String.join(", ", titles) + ".");
      for (FlagGroup group : command.flags()) {
        users.computeIfAbsent(group, _ -> new ArrayList<>()).add(name);
      }
    }
  }

  private static String configuration(Dialect dialect) {
    return dialect.configFile().isEmpty()
        ? ""
        : " the configuration file is `" + dialect.configFile() + "`;";
  }

  private static void describe(FlagGroup group, List<String> users, Page page) {
    page.heading(3, group.title());
    page.paragraph("Of " + Page.words(users) + ".");
    page.table(COLUMNS, group.flags().stream().map(CommandsPage::row).toList());
  }

  private static List<String> row(Flag flag) {
    String letter = flag.shorthand().isEmpty() ? "" : ", `-" + flag.shorthand() + "`";
    return List.of(
        "`--" + flag.name() + "`" + letter,
        flag.allowed().isEmpty() ? type(flag.type()) : Page.words(flag.allowed()),
        Page.word(flag.standard()),
        Page.word("PREFIX_" + flag.variable()),
        Page.word(flag.key()),
        state(flag.support()),
        flag.help());
  }

  private static String type(FlagType type) {
    return switch (type) {
      case FLAG -> "nothing, or `true`, `false`";
      case TEXT -> "text";
      case TEXTS -> "texts, comma-separated or repeated";
      case REPEATED -> "text, repeated for each";
      case NUMBER -> "whole number";
      case DECIMAL -> "number";
      case DURATION -> "duration, as `90s` or `5m`";
    };
  }

  private static String state(Support support) {
    return switch (support) {
      case BUILT -> "";
      case NEEDLESS -> "needless";
      case LATER -> "later";
      case REFUSED -> "refused";
    };
  }
}
