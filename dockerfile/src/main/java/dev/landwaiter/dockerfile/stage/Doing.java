package dev.landwaiter.dockerfile.stage;

import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.syntax.Flag;
import dev.landwaiter.dockerfile.syntax.Heredoc;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Pair;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Carries out one instruction.
final class Doing {
  private static final String SBOM_CONTEXT = "BUILDKIT_SBOM_SCAN_CONTEXT";
  private static final String SBOM_STAGE = "BUILDKIT_SBOM_SCAN_STAGE";

  /// No system takes longer ones (PATH_MAX of Linux).
  private static final int MAX_PATH = 4096;

  private final Desk desk;
  private final Draft stage;
  private final Instruction instruction;
  private final Instruction at;
  private final int since;
  private final List<Word> words = new ArrayList<>(2);
  private final List<Undefined> undefined = new ArrayList<>(0);
  private boolean certain = true;
  private boolean failed;

  private Doing(Desk desk, Draft stage, Instruction instruction, Instruction at) {
    this.desk = desk;
    this.stage = stage;
    this.instruction = instruction;
    this.at = at;
    this.since = at.statement().index();
  }

  static Step of(Desk desk, Draft stage, Instruction instruction, Instruction at) {
    boolean shell = stage.shell;
    boolean workdir = stage.workdirSet;
    var doing = new Doing(desk, stage, instruction, at);
    doing.carry();
    return new Step(
        instruction,
        at,
        doing.words,
        doing.undefined,
        shell,
        workdir,
        !doing.failed,
        stage.wanted.windows());
  }

  private void carry() {
    switch (instruction) {
      case Instruction.Arg arg -> arg(arg);
      case Instruction.Env env -> env(env);
      case Instruction.Label label -> label.pairs().forEach(this::label);
      case Instruction.Transfer transfer -> transfer(transfer);
      case Instruction.Run run -> run(run);
      case Instruction.Workdir workdir -> workdir(workdir);
      case Instruction.User user -> expand(user.user());
      case Instruction.Volume volume -> volume(volume);
      case Instruction.Stopsignal signal -> signal(signal);
      case Instruction.Expose expose -> expose(expose);
      case Instruction.Shell shell -> stage.shell = true;
      case Instruction.From from -> {}
      case Instruction.Cmd cmd -> {}
      case Instruction.Entrypoint entrypoint -> {}
      case Instruction.Healthcheck healthcheck -> {}
      case Instruction.Maintainer maintainer -> {}
      case Instruction.Onbuild onbuild -> {}
      case Instruction.Broken broken -> {}
    }
  }

  private void refuse(Span span, String message) {
    failed = true;
    boolean here = !(at instanceof Instruction.From) && span.start().line() == at.line();
    desk.refusals().at(Moment.STEPS, here ? span : at.statement().keyword().span(), message);
  }

  /// The text of a word, empty where it cannot be expanded, which is reported.
  private String expand(Word word) {
    return take(word, desk.expander().expand(word.text(), stage.scope));
  }

  private String take(Word word, Expansion expansion) {
    certain &= stage.scope.certain(expansion);
    expansion.unset().forEach((name, offset) -> miss(name, Uses.span(word, offset, name)));
    expansion.error().ifPresent(reason -> refuse(word.span(), reason));
    return expansion.text();
  }

  private void miss(String name, Span span) {
    if (stage.scope.declared(name) || name.equals(SBOM_CONTEXT) || name.equals(SBOM_STAGE)) {
      return;
    }
    Optional<String> near =
        desk.suggestions().exhausted()
            ? Optional.empty()
            : desk.suggestions().near(name, stage.scope.names());
    undefined.add(new Undefined(name, span, stage.known, near));
  }

  private void env(Instruction.Env env) {
    List<Runnable> changes = new ArrayList<>(env.pairs().size());
    for (Pair each : env.pairs()) {
      certain = true;
      String name = expand(each.key());
      String value = failed ? "" : expand(each.value());
      if (failed) {
        words.clear();
        return;
      }
      boolean sure = certain;
      words.add(new Word(name, each.key().span()));
      changes.add(() -> stage.scope.env(since, name, value, sure));
    }
    changes.forEach(Runnable::run);
  }

  private void label(Pair pair) {
    if (!failed) {
      expand(pair.key());
    }
    if (!failed) {
      expand(pair.value());
    }
  }

  private void arg(Instruction.Arg arg) {
    List<Runnable> changes = new ArrayList<>(arg.arguments().size());
    for (Instruction.Argument each : arg.arguments()) {
      certain = true;
      String name = expand(each.name());
      Optional<String> value = failed ? Optional.empty() : each.value().map(this::expand);
      if (failed) {
        words.clear();
        return;
      }
      boolean sure = certain;
      words.add(new Word(name, each.name().span()));
      changes.add(() -> declare(name, value, sure));
    }
    changes.forEach(Runnable::run);
  }

  private void declare(String name, Optional<String> value, boolean sure) {
    boolean secret = name.equals(SBOM_CONTEXT) || name.equals(SBOM_STAGE);
    Optional<String> given = Optional.ofNullable(desk.given().get(name));
    Scope globals = desk.globals().scope();
    if (secret) {
      stage.scope.argument(since, name, Optional.empty(), false);
    } else if (given.isPresent() || value.isPresent()) {
      stage.scope.argument(since, name, given.or(() -> value), given.isPresent() || sure);
    } else {
      stage.scope.argument(since, name, globals.get(name), globals.certain(name));
    }
  }

  private void workdir(Instruction.Workdir workdir) {
    String path = expand(workdir.path());
    if (failed) {
      return;
    }
    words.add(new Word(path, workdir.path().span()));
    boolean absolute = Paths.absolute(path, stage.wanted.windows());
    String joined = absolute ? path : stage.workdir + "/" + path;
    stage.workdir = joined.length() > MAX_PATH ? stage.workdir : Paths.clean("/" + joined);
    stage.workdirSet = true;
  }

  private void volume(Instruction.Volume volume) {
    for (Word each : volume.paths()) {
      String path = failed ? "" : expand(each);
      if (!failed && path.isEmpty()) {
        refuse(each.span(), "The path of the volume is empty after variables were replaced");
      }
    }
  }

  private void signal(Instruction.Stopsignal stop) {
    String signal = expand(stop.signal());
    if (!failed && !Signals.known(signal)) {
      refuse(stop.signal().span(), "There is no signal '" + signal + "'");
    }
  }

  private void expose(Instruction.Expose expose) {
    List<Word> sorted = new ArrayList<>(expose.ports());
    sorted.sort(Comparator.comparing(Word::text));
    List<Word> ports = new ArrayList<>(sorted.size());
    for (Word each : sorted) {
      Expansion expansion = desk.expander().words(each.text(), stage.scope);
      if (expansion.error().isPresent()) {
        refuse(each.span(), expansion.error().get());
        return;
      }
      expansion.words().forEach(word -> ports.add(new Word(word, each.span())));
    }
    for (Word each : ports) {
      words.add(each);
      String problem = Port.read(each.text()).problem();
      if (!problem.isEmpty()) {
        refuse(each.span(), problem);
        return;
      }
    }
  }

  private void run(Instruction.Run run) {
    List<Draft.Tie> ties = new ArrayList<>(0);
    for (Draft.Tie each : stage.ties) {
      if (tied(each)) {
        ties.add(each);
      }
    }
    for (Flag flag : run.statement().flags()) {
      if (flag.name().equals("mount") && !failed) {
        MountCheck.problem(
                MountValue.of(flag),
                value -> {
                  String text = expand(new Word(value, flag.span()));
                  return failed ? Optional.empty() : Optional.of(text);
                },
                stage.workdir)
            .ifPresent(problem -> refuse(flag.span(), problem));
      }
    }
    ties.forEach(each -> tied(each, "mount"));
  }

  private boolean tied(Draft.Tie tie) {
    return tie.by().statement().index() == instruction.statement().index();
  }

  private void tied(Draft.Tie tie, String what) {
    if (tie.stage() > stage.index && !failed) {
      Draft other = desk.drafts().get(tie.stage());
      refuse(
          at.statement().keyword().span(),
          "The stage '" + other.title() + "' to " + what + " from stands behind this one");
    }
  }

  private void transfer(Instruction.Transfer transfer) {
    String mode = "";
    String checksum = "";
    for (Flag flag : instruction.statement().flags()) {
      String name = flag.name();
      boolean expanded = name.equals("chown") || name.equals("chmod") || name.equals("checksum");
      if (expanded && flag.value().isPresent() && !failed) {
        String text = expand(new Word(flag.value().get(), flag.span()));
        mode = name.equals("chmod") ? text : mode;
        checksum = name.equals("checksum") ? text : checksum;
      }
    }
    List<Word> sources = new ArrayList<>(transfer.sources().size());
    for (Word each : transfer.sources()) {
      if (!failed) {
        sources.add(new Word(expand(each), each.span()));
      }
    }
    if (!failed) {
      expand(transfer.target());
    }
    documents();
    if (failed) {
      return;
    }
    for (Draft.Tie each : stage.ties) {
      if (tied(each)) {
        tied(each, "copy");
      }
    }
    var check = new TransferCheck(transfer, sources, mode, checksum);
    judge(check.problem());
    for (Word each : sources) {
      judge(check.problem(each));
      if (!failed) {
        words.add(each);
      }
    }
  }

  private void judge(Optional<String> problem) {
    if (!failed) {
      problem.ifPresent(each -> refuse(at.statement().keyword().span(), each));
    }
  }

  private void documents() {
    for (Heredoc each : instruction.statement().heredocs()) {
      if (!each.expand() || failed) {
        continue;
      }
      CharSequence body = each.body();
      Expansion expansion = desk.bodies().expand(body.toString(), stage.scope);
      expansion
          .unset()
          .forEach(
              (name, offset) -> miss(name, each.body().span(offset, Uses.end(body, offset, name))));
      expansion.error().ifPresent(reason -> refuse(each.marker().span(), reason));
    }
  }
}
