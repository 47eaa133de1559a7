package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.List;

/// Tools that are installed and never used.
public final class LD1057 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "LD1057",
          Level.INFO,
          "The final stage installs a tool that nothing in the file uses",
          "It makes the image bigger, needs updates, and helps an intruder more than "
              + "the program",
          "Leave it out; kubectl debug brings such tools along when they are needed");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Look.atLastStage(around, (stage, sink) -> judge(around, stage, sink));
  }

  private static void judge(Surroundings around, Outline.Stage stage, Sink sink) {
    List<Instruction> history = stage.history();
    if (!Start.starts(stage)) {
      return;
    }
    for (int i = 0; i < history.size(); i++) {
      if (history.get(i) instanceof Instruction.Run run) {
        for (Command command : around.commands(run).all()) {
          for (Argument each : Install.packages(command)) {
            String name = Install.name(each.text());
            List<String> programs = programs(name);
            boolean unused =
                SideTools.is(name)
                    ? SideTools.surelyUnused(around, history, name)
                    : !programs.isEmpty() && !isUsed(around, history, programs);
            if (unused) {
              sink.report(run, each.span(), name + " is installed, and nothing here uses it");
            }
          }
        }
      }
    }
  }

  private static boolean isUsed(
      Surroundings around, List<Instruction> history, List<String> programs) {
    for (Instruction each : history) {
      boolean used =
          switch (each) {
            case Instruction.Run run ->
                around.commands(run).any(command -> programs.contains(command.name()));
            case Instruction.Cmd cmd -> mentions(cmd, programs);
            case Instruction.Entrypoint entrypoint -> mentions(entrypoint, programs);
            case Instruction.Healthcheck check -> mentions(check, programs);
            case Instruction.Env env -> mentions(env, programs);
            default -> false;
          };
      if (used) {
        return true;
      }
    }
    return false;
  }

  private static boolean mentions(Instruction instruction, List<String> programs) {
    String text = instruction.statement().line().toString();
    return programs.stream().anyMatch(text::contains);
  }

  /// The programs of packages that people use by hand and no service needs.
  private static List<String> programs(String name) {
    return switch (name) {
      case "vim", "vim-tiny", "vim-nox", "vim-enhanced", "neovim" -> List.of("vim", "vi", "nvim");
      case "nano" -> List.of("nano");
      case "emacs", "emacs-nox" -> List.of("emacs");
      case "htop" -> List.of("htop");
      case "telnet", "inetutils-telnet" -> List.of("telnet");
      case "net-tools" -> List.of("netstat", "ifconfig", "route", "arp");
      case "iputils-ping", "iputils" -> List.of("ping");
      case "dnsutils", "bind-utils", "bind-tools" -> List.of("dig", "nslookup", "host");
      case "nmap" -> List.of("nmap", "ncat");
      case "tcpdump" -> List.of("tcpdump");
      case "strace" -> List.of("strace");
      case "gdb" -> List.of("gdb");
      case "tmux" -> List.of("tmux");
      case "screen" -> List.of("screen");
      case "man-db", "man" -> List.of("man");
      case "openssh-server" -> List.of("sshd", "ssh-keygen");
      default -> List.of();
    };
  }
}
