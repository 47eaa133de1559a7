package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Heredoc;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.List;

/// The commands of a RUN as they are written, for rules that look for plain text.
final class ScriptText {
  private ScriptText() {}

  /// The text of the command, or its words joined by blanks, and the heredocs behind it.
  static String of(Instruction.Run run) {
    String text =
        switch (run.command()) {
          case CommandLine.Shell shell -> shell.text().toString();
          case CommandLine.Exec exec -> joined(exec.words()).toString();
        };
    if (run.statement().heredocs().isEmpty()) {
      return text;
    }
    var all = new StringBuilder(text);
    for (Heredoc each : run.statement().heredocs()) {
      all.append('\n').append(each.body());
    }
    return all.toString();
  }

  /// Where the script begins: in a heredoc that is the whole command, else behind the keyword.
  static Position start(Instruction.Run run) {
    return switch (run.command()) {
      case CommandLine.Exec exec ->
          exec.words().isEmpty()
              ? run.statement().span().start()
              : exec.words().getFirst().span().start();
      case CommandLine.Shell shell -> {
        boolean document =
            run.statement().heredocs().size() == 1 && shell.text().toString().startsWith("<<", 0);
        MappedText text = document ? run.statement().heredocs().getFirst().body() : shell.text();
        yield text.trim().position(0);
      }
    };
  }

  /// Words joined by blanks.
  static MappedText joined(List<Word> words) {
    var joined = new MappedText.Joined();
    for (int at = 0; at < words.size(); at++) {
      Word word = words.get(at);
      if (at > 0) {
        joined.stand(words.get(at - 1).span().end(), " ");
      }
      joined.add(word);
    }
    return joined.text();
  }
}
