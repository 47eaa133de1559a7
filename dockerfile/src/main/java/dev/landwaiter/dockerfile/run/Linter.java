package dev.landwaiter.dockerfile.run;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.classic.ClassicReader;
import dev.landwaiter.dockerfile.classic.ClassicReading;
import dev.landwaiter.dockerfile.classic.Failure;
import dev.landwaiter.dockerfile.config.Configuration;
import dev.landwaiter.dockerfile.config.RuleVersion;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Shown;
import dev.landwaiter.dockerfile.output.Hidden;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.output.Source;
import dev.landwaiter.dockerfile.parse.Parser;
import dev.landwaiter.dockerfile.pragma.Pragma;
import dev.landwaiter.dockerfile.pragma.PragmaReader;
import dev.landwaiter.dockerfile.pragma.Suppressions;
import dev.landwaiter.dockerfile.pragma.UnusedPragma;
import dev.landwaiter.dockerfile.stage.BuildInput;
import dev.landwaiter.dockerfile.stage.CheckOptions;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Trouble;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Judges Dockerfiles; one may be used for many files, by many threads. It never fails: what cannot
/// be read or is too much becomes a finding.
///
/// ```java
/// var options = Linter.Options.of(Configuration.DEFAULT, Profile.CLASSIC, today);
/// var linter = new Linter(options);
/// for (Finding each : linter.lint("Dockerfile", content).linted().findings()) {
///   told.add(each.line() + " " + each.id() + " " + each.level().id());
/// }
/// ```
public final class Linter {
  /// How to judge.
  ///
  /// @param version of the classic linter whose rules are wanted
  /// @param stopEarly in the classic profile: a file is not judged at all when the classic linter
  ///   cannot read it, and then its first failure alone is reported
  /// @param today pragmas may end
  /// @param shell another program's findings about shell text
  /// @param input what the build is given, which the classic profile does not look at
  public record Options(
      Configuration configuration,
      Profile profile,
      RuleVersion version,
      boolean stopEarly,
      LocalDate today,
      ShellFindings shell,
      BuildInput input) {
    /// Nothing is known of what the build is given.
    public Options(
        Configuration configuration,
        Profile profile,
        RuleVersion version,
        boolean stopEarly,
        LocalDate today,
        ShellFindings shell) {
      this(configuration, profile, version, stopEarly, today, shell, BuildInput.UNKNOWN);
    }

    /// The newest rules, going on behind failures, without another program.
    public static Options of(Configuration configuration, Profile profile, LocalDate today) {
      return new Options(
          configuration, profile, RuleVersion.NEWEST, false, today, ShellFindings.NONE);
    }

    /// The same for a build that is given this.
    public Options given(BuildInput input) {
      return new Options(configuration, profile, version, stopEarly, today, shell, input);
    }
  }

  /// What came of one file.
  ///
  /// @param linted findings in their order; those of the id [Linted#UNREADABLE] are failures to
  ///   read the file
  /// @param instructions as the profile reads them
  /// @param unused pragmas that suppress nothing
  public record Outcome(Linted linted, List<Instruction> instructions, List<UnusedPragma> unused) {
    public Outcome {
      instructions = List.copyOf(instructions);
      unused = List.copyOf(unused);
    }

    public Dockerfile file() {
      return linted.file();
    }

    /// Whether a piece of the file could not be read.
    public boolean unread() {
      return linted.findings().stream().anyMatch(Linted::unreadable);
    }
  }

  private record Entry(Rule rule, RuleInfo info) {}

  private final Options options;
  private final List<Entry> rules = new ArrayList<>();

  public Linter(Options options) {
    this.options = options;
    for (Rule each : Rules.of(options.profile())) {
      RuleInfo info = each.info();
      if (each.hidesSecrets()
          || (options.version().has(info.id())
              && options.configuration().level(info.id(), info.level()) != Level.IGNORE)) {
        rules.add(new Entry(each, info));
      }
    }
  }

  /// Judges a file without an ignore file.
  public Outcome lint(String name, byte[] content) {
    return lint(name, content, Optional.empty());
  }

  /// Judges a file.
  ///
  /// @param name as reports show it
  /// @param ignoreFile text of the ignore file of its build context
  public Outcome lint(String name, byte[] content, Optional<String> ignoreFile) {
    Outcome outcome = lint(name, new Parser().parse(content), ignoreFile);
    return Parser.reads(content) ? outcome : unmendable(outcome);
  }

  /// Edits are written as UTF-8, which would spoil a file of another encoding.
  private static Outcome unmendable(Outcome outcome) {
    Linted linted = outcome.linted();
    List<Finding> findings = linted.findings().stream().map(Finding::unmendable).toList();
    return new Outcome(
        new Linted(linted.name(), linted.file(), linted.source(), findings, linted.hidden()),
        outcome.instructions(),
        outcome.unused());
  }

  /// What is known of the rules of a profile, in the order in which they judge.
  public static List<RuleInfo> rules(Profile profile) {
    return Rules.of(profile).stream().map(Rule::info).toList();
  }

  /// Judges a file that was read.
  public Outcome lint(String name, Dockerfile file, Optional<String> ignoreFile) {
    return switch (options.profile()) {
      case CLASSIC -> classic(name, file, ignoreFile);
      case BUILDER -> {
        var outcome = BuilderLinter.lint(file, options.input(), ignoreFile);
        List<Finding> unreadable = unreadable(outcome.failure().stream().toList());
        yield finish(name, file, file.instructions(), unreadable, outcome.findings(), List.of());
      }
      case FULL -> {
        FileSurroundings around = around(file, ignoreFile);
        Judging judging = judge(around, file.instructions());
        List<Finding> all = Found.atFirstLines(file.instructions(), judging.findings());
        List<Trouble> troubles = Refusing.of(file, around.build().refusals(), all);
        List<Finding> found = Twins.merged(all, troubles);
        yield finish(
            name, file, file.instructions(), unreadable(troubles), found, judging.secrets());
      }
    };
  }

  private Outcome classic(String name, Dockerfile file, Optional<String> ignoreFile) {
    var unreadable = new ArrayList<Finding>();
    ClassicReading reading = ClassicReader.read(file);
    List<Instruction> instructions = reading.instructions();
    for (Failure each : reading.failures()) {
      if (options.stopEarly() || !each.buildable()) {
        unreadable.add(unreadable(each.line(), each.column(), each.reason()));
      }
      if (options.stopEarly()) {
        instructions = List.of();
        break;
      }
    }
    // What was not read may not pass for faultless.
    unreadable.addAll(
        unreadable(
            file.troubles().stream().filter(each -> each.phase() == Trouble.Phase.LIMIT).toList()));
    Judging judging = judge(around(file, ignoreFile), instructions);
    return finish(name, file, instructions, unreadable, judging.findings(), judging.secrets());
  }

  private static List<Finding> unreadable(List<Trouble> troubles) {
    var unreadable = new ArrayList<Finding>();
    for (Trouble each : troubles) {
      Position start = each.span().start();
      String hint = each.hint().isEmpty() ? "" : "; " + each.hint();
      unreadable.add(unreadable(start.line(), start.column(), each.message() + hint));
    }
    return unreadable;
  }

  private static Finding unreadable(int line, int column, String reason) {
    var place = new Position(line, column);
    return new Finding(
        Linted.UNREADABLE,
        List.of(),
        Level.ERROR,
        line,
        new Span(place, place),
        Shown.message(begun(reason)),
        Optional.empty());
  }

  /// With a capital letter, as the messages of rules.
  private static String begun(String reason) {
    char first = reason.isEmpty() ? ' ' : reason.charAt(0);
    return first >= 'a' && first <= 'z'
        ? Character.toUpperCase(first) + reason.substring(1)
        : reason;
  }

  private FileSurroundings around(Dockerfile file, Optional<String> ignoreFile) {
    return new FileSurroundings(
        file,
        options.configuration().settings(),
        options.profile(),
        Views.of(options.profile(), file),
        ignoreFile,
        options.profile() == Profile.CLASSIC ? BuildInput.UNKNOWN : options.input());
  }

  private Judging judge(FileSurroundings around, List<Instruction> instructions) {
    var judging = new Judging(instructions);
    for (Entry each : rules) {
      judging.judge(each.rule(), each.info(), around);
      if (each.info().triggers()) {
        judging.judgeTriggers(each.rule(), each.info(), around);
      }
    }
    judging.findings().addAll(options.shell().of(around.file(), instructions));
    return judging;
  }

  /// The secrets of a file.
  Secrets secrets(Dockerfile file) {
    Judging judging = judge(around(file, Optional.empty()), file.instructions());
    return Secrets.of(file, judging.secrets());
  }

  private Outcome finish(
      String name,
      Dockerfile file,
      List<Instruction> instructions,
      List<Finding> unreadable,
      List<Finding> found,
      List<Span> secret) {
    Secrets secrets = Secrets.of(file, secret);
    var suppressions = new Suppressions(pragmas(file), instructions, options.today());
    var findings = new ArrayList<Finding>();
    var hidden = new ArrayList<Hidden>();
    Optional<Skips> skips = skips(file, instructions);
    for (Finding each : found) {
      Level level = level(each);
      if (level == Level.IGNORE) {
        continue;
      }
      Finding levelled = secrets.clean(level == each.level() ? each : each.at(level));
      Optional<Pragma> pragma = suppressions.find(each);
      Optional<String> skipped = skips.flatMap(all -> all.of(each));
      if (pragma.isPresent()) {
        hidden.add(new Hidden(levelled, true, pragma.get().reason()));
      } else if (skipped.isPresent()) {
        hidden.add(new Hidden(levelled, true, "check=skip=" + skipped.get()));
      } else {
        findings.add(levelled);
      }
    }
    findings.sort(Linter::order);
    findings.addAll(0, unreadable.stream().map(secrets::clean).toList());
    return new Outcome(
        new Linted(name, file, new Source(secrets.shown()), findings, hidden),
        instructions,
        suppressions.unused());
  }

  /// What the builder's own comments skip; the classic linter does not know them.
  private Optional<Skips> skips(Dockerfile file, List<Instruction> instructions) {
    return options.profile() == Profile.CLASSIC || options.configuration().disablePragmas()
        ? Optional.empty()
        : Optional.of(new Skips(CheckOptions.of(file, options.input()), instructions));
  }

  private List<Pragma> pragmas(Dockerfile file) {
    return options.configuration().disablePragmas() ? List.of() : PragmaReader.all(file.comments());
  }

  /// Configuration may name a finding by any of its ids.
  private Level level(Finding finding) {
    Configuration configuration = options.configuration();
    for (String each : finding.aliases()) {
      if (configuration.ignored().contains(each)) {
        return Level.IGNORE;
      }
    }
    return configuration.level(finding.id(), finding.level());
  }

  /// By line, then as their ids and messages go: no `Comparator` of the JDK's, which would have to
  /// be linked at every start.
  private static int order(Finding one, Finding other) {
    int line = Integer.compare(one.line(), other.line());
    int id = line == 0 ? one.id().compareTo(other.id()) : line;
    return id == 0 ? one.message().compareTo(other.message()) : id;
  }
}
