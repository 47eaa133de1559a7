package dev.landwaiter.cli;

import dev.landwaiter.base.text.Plain;
import dev.landwaiter.base.text.Reason;
import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Help;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.Log;
import dev.landwaiter.cli.config.ConfigFile;
import dev.landwaiter.cli.flag.CommandLine;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.FlagType;
import dev.landwaiter.cli.flag.Nearest;
import dev.landwaiter.cli.flag.Support;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.world.Dialect;
import dev.landwaiter.cli.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Finds the command that a line of words names, gives it its values and turns trouble into exit
/// codes.
final class Program {
  private final World world;
  private final Dialect dialect;
  private final List<Command> commands;
  private final String about;

  Program(World world, Dialect dialect, List<Command> commands, String about) {
    this.world = world;
    this.dialect = dialect;
    this.commands = commands;
    this.about = about;
  }

  /// Where a command's name stands in the words, and the words without it.
  private record Found(Command command, List<String> rest) {}

  int run(List<String> words) {
    var log = new Log(world.stderr(), false, false);
    try {
      if (words.size() > 1 && words.get(0).equals("help")) {
        List<String> named = new ArrayList<>(words.subList(1, words.size()));
        named.add("--help");
        return run(named);
      }
      Optional<Found> found = find(words);
      if (found.isPresent()) {
        return run(found.get());
      }
      if (words.contains("--version") || words.contains("-v")) {
        return run(List.of("version"));
      }
      List<Command> below = below(words);
      boolean alone = dialect.tellsTwice() && words.size() == 1;
      if (!below.isEmpty() && (alone || wantsHelp(words))) {
        print(Help.overview(dialect.program(), about, below));
        return 0;
      }
      if (words.isEmpty() || wantsHelp(words)) {
        print(Help.overview(dialect.program(), about, commands));
        return 0;
      }
      if (dialect.tellsOnStdout()) {
        tellTwice("unknown command \"" + words.get(0) + "\" for \"kubesec\"");
      } else if (dialect.tellsTwice()) {
        complain(unknown(words));
      } else if (dialect.cobra()) {
        world.stderr().println("Error: " + unknown(words));
      } else {
        log.error(unknown(words));
      }
      return dialect.usageCode();
    } catch (IOException e) {
      log.error(Reason.of(e));
      return dialect.errorCode();
    }
  }

  /// Runs the one command of a program that has no others.
  int only(List<String> words) {
    try {
      return run(new Found(commands.getFirst(), words));
    } catch (IOException e) {
      new Log(world.stderr(), false, false).error(Reason.of(e));
      return dialect.errorCode();
    }
  }

  private static boolean wantsHelp(List<String> words) {
    return words.contains("--help") || words.contains("-h") || words.contains("help");
  }

  /// The commands whose names begin with the first word, such as those of `db`.
  private List<Command> below(List<String> words) {
    return words.isEmpty()
        ? List.of()
        : commands.stream()
            .filter(command -> command.name().startsWith(words.get(0) + " "))
            .toList();
  }

  private String unknown(List<String> words) {
    List<String> names = words.stream().filter(word -> !word.startsWith("-")).limit(2).toList();
    List<String> known = commands.stream().map(Command::name).toList();
    String first = names.isEmpty() ? words.get(0) : names.get(0);
    if (dialect.later().contains(first)) {
      return "the command " + first + " is not built yet; see " + dialect.program() + " --help";
    }
    if (names.isEmpty()) {
      return "%s stands without a command; see %s --help".formatted(first, dialect.program());
    }
    List<Command> below = below(words);
    if (names.size() == 1 && !below.isEmpty()) {
      return "%s %s wants one more word: there are %s; see %s %s --help"
          .formatted(
              dialect.program(),
              first,
              String.join(", ", below.stream().map(Command::name).toList()),
              dialect.program(),
              first);
    }
    String wanted = below.isEmpty() ? first : String.join(" ", names);
    String nearest = Nearest.to(wanted, known);
    String hint = nearest.isEmpty() ? "" : ", did you mean \"" + nearest + "\"?";
    if (nearest.isEmpty() && !below.isEmpty()) {
      hint = "; there are " + String.join(", ", below.stream().map(Command::name).toList());
    }
    return "unknown command \"%s\" for \"%s\"%s; see %s --help"
        .formatted(wanted, dialect.program(), hint, dialect.program());
  }

  /// Global flags may stand before the command.
  private Optional<Found> find(List<String> words) {
    int at = 0;
    while (at < words.size() && words.get(at).startsWith("-") && words.get(at).length() > 1) {
      at += takesNext(words.get(at)) ? 2 : 1;
    }
    Found best = null;
    int longest = 0;
    for (Command command : commands) {
      List<String> names = new ArrayList<>(command.aliases());
      names.add(command.name());
      for (String name : names) {
        List<String> parts = List.of(name.split(" ", -1));
        int end = at + parts.size();
        if (end <= words.size() && words.subList(at, end).equals(parts) && parts.size() > longest) {
          List<String> rest = new ArrayList<>(words.subList(0, at));
          rest.addAll(words.subList(end, words.size()));
          best = new Found(command, rest);
          longest = parts.size();
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private boolean takesNext(String word) {
    FlagGroup group = dialect.tellsTwice() ? CosignFlags.GLOBAL : GlobalFlags.GROUP;
    for (Flag flag : group.flags()) {
      boolean named =
          word.equals("--" + flag.name())
              || (!flag.shorthand().isEmpty() && word.equals("-" + flag.shorthand()));
      if (named) {
        return flag.type() != FlagType.FLAG;
      }
    }
    return false;
  }

  private int run(Found found) throws IOException {
    Command command = found.command();
    boolean quiet = false;
    boolean debug = false;
    try {
      CommandLine line = CommandLine.parse(command.flags(), found.rest(), !dialect.cobra());
      if (line.given().containsKey(GlobalFlags.HELP)) {
        print(Help.of(command, dialect.program()));
        return 0;
      }
      if (command.takesGlobalFlags() && line.given().containsKey(GlobalFlags.VERSION)) {
        return run(List.of("version"));
      }
      Values values = values(command, line);
      if (!command.takesGlobalFlags()) {
        checkSupport(command, values, new Log(world.stderr(), false, false));
        var plain = new Log(world.stderr(), false, false);
        var invocation = new Invocation(world, dialect, values, line.arguments(), plain);
        return Watchdog.run(
            dialect.tellsTwice() ? values.duration(CosignFlags.TIMEOUT) : Watchdog.NEVER,
            () -> command.run(invocation));
      }
      quiet = values.flag(GlobalFlags.QUIET);
      debug = values.flag(GlobalFlags.DEBUG);
      var log = new Log(world.stderr(), quiet, debug);
      line.outdated().forEach(log::warn);
      checkSupport(command, values, log);
      var invocation = new Invocation(world, dialect, values, line.arguments(), log);
      return Watchdog.run(values.duration(GlobalFlags.TIMEOUT), () -> command.run(invocation));
    } catch (UsageException e) {
      return wrongUsage(command, e);
    } catch (IOException e) {
      // Whoever read our output has seen enough, as `head` does.
      if (dialect.tellsTwice()) {
        complain(Reason.of(e));
      } else if (!"Broken pipe".equals(e.getMessage())) {
        new Log(world.stderr(), quiet, debug).error(Reason.of(e));
      }
      return dialect.errorCode();
    }
  }

  private int wrongUsage(Command command, UsageException e) throws IOException {
    if (dialect.cobra()) {
      if (dialect.tellsOnStdout()) {
        tellTwice(String.valueOf(e.getMessage()));
      } else if (dialect.tellsTwice()) {
        complain(String.valueOf(e.getMessage()));
        return dialect.usageCode();
      } else {
        world.stderr().println("Error: " + e.getMessage());
      }
      world.stderr().println(Help.usageOf(command, dialect.program()));
      return dialect.usageCode();
    }
    var log = new Log(world.stderr(), true, false);
    if (e.showUsage() && dialect.usageOnStdout()) {
      print(Help.of(command, dialect.program()) + "\n");
    }
    log.error(String.valueOf(e.getMessage()));
    if (e.showUsage() && !dialect.usageOnStdout()) {
      world.stderr().println("see " + dialect.program() + " " + command.name() + " --help");
    }
    return dialect.usageCode();
  }

  /// Tells trouble as cosign does, whose callers look for either line.
  private void complain(String message) {
    String told = Plain.lines(message);
    world.stderr().println("Error: " + told);
    world.stderr().println("error during command execution: " + told);
  }

  /// Tells what is wrong with the command line on both streams.
  private void tellTwice(String message) throws IOException {
    print(message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + "\n");
    world.stderr().println("Error: " + message);
  }

  private Values values(Command command, CommandLine line) throws UsageException {
    if (dialect.cobra() || !command.takesGlobalFlags()) {
      String prefix =
          dialect.tellsTwice()
              ? dialect.prefix()
              : dialect.prefix() + Flag.variable(command.name().replace(' ', '-')) + "_";
      return new Values(
          line.given(),
          world.environment(),
          prefix,
          Map.of(),
          dialect.cobra() ? Values.Wording.PFLAG : Values.Wording.OWN);
    }
    var withoutFile =
        new Values(
            line.given(), world.environment(), dialect.prefix(), Map.of(), Values.Wording.OWN);
    boolean named = withoutFile.isSet(GlobalFlags.CONFIG);
    String path = named ? withoutFile.text(GlobalFlags.CONFIG) : dialect.configFile();
    ConfigFile file = ConfigFile.read(world.folder().resolve(path), named);
    if (dialect.strict()) {
      file.requireKnown(keys());
    }
    return new Values(
        line.given(), world.environment(), dialect.prefix(), file.values(), Values.Wording.OWN);
  }

  /// The keys of the configuration file, those of all commands since they share it.
  private Set<String> keys() {
    Set<String> keys = new TreeSet<>(Set.of("waivers"));
    for (Command command : commands) {
      for (FlagGroup group : command.flags()) {
        for (Flag flag : group.flags()) {
          keys.add(flag.key());
          flag.former().forEach(former -> keys.add(former.key()));
        }
      }
    }
    return keys;
  }

  /// Says what a flag asks for that is not built, and ends the run where the result would be wrong.
  private static void checkSupport(Command command, Values values, Log log) throws UsageException {
    for (FlagGroup group : command.flags()) {
      for (Flag flag : group.flags()) {
        if (values.isSet(flag)) {
          values.check(flag);
        }
        if (flag.support() == Support.REFUSED && values.isSet(flag) && !off(flag, values)) {
          throw new UsageException(
              "--" + flag.name() + " is not built yet, and the result would be wrong without it");
        }
        if (flag.support() == Support.LATER && values.isSet(flag) && !off(flag, values)) {
          log.error("--" + flag.name() + " is not built yet; the run goes on without it");
        }
      }
    }
  }

  private static boolean off(Flag flag, Values values) throws UsageException {
    return flag.type() == FlagType.FLAG && !values.flag(flag);
  }

  private void print(String text) throws IOException {
    world.stdout().write(text.getBytes(StandardCharsets.UTF_8));
    world.stdout().flush();
  }
}
