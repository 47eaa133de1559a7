package dev.landwaiter.dockerfile.shell.view;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Heredoc;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.List;

/// The text of a RUN that is looked at for commands (reference: 10.1, 18).
public final class RunText {
  private RunText() {}

  /// As hadolint sees it: the body of a document that the command begins with, else what stands
  /// before the first document; the words of an array with blanks between them.
  public static MappedText classic(Instruction.Run run) {
    return switch (run.command()) {
      case CommandLine.Exec exec -> joined(exec.words());
      case CommandLine.Shell shell -> {
        List<Heredoc> documents = run.statement().heredocs();
        int marker = documents.isEmpty() ? -1 : marker(shell.text(), documents.getFirst());
        if (marker < 0) {
          yield shell.text();
        }
        yield shell.text().slice(0, marker).trim().isEmpty()
            ? documents.getFirst().body().trim()
            : shell.text().slice(0, marker).trim();
      }
    };
  }

  /// As the builder's shell gets it: the body of a document that is the whole command, else the
  /// command with its documents behind it.
  public static MappedText whole(Instruction.Run run) {
    return switch (run.command()) {
      case CommandLine.Exec exec -> joined(exec.words());
      case CommandLine.Shell shell -> {
        List<Heredoc> documents = run.statement().heredocs();
        if (documents.isEmpty() || marker(shell.text(), documents.getFirst()) < 0) {
          yield shell.text();
        }
        yield alone(shell.text(), documents)
            ? documents.getFirst().body()
            : glued(shell.text(), documents);
      }
    };
  }

  /// Whether one document is the whole command.
  private static boolean alone(MappedText text, List<Heredoc> documents) {
    return documents.size() == 1
        && text.trim().toString().equals(documents.getFirst().marker().text());
  }

  private static int marker(MappedText text, Heredoc document) {
    return text.toString().indexOf(document.marker().text());
  }

  private static MappedText glued(MappedText text, List<Heredoc> documents) {
    var joined = new MappedText.Joined();
    joined.add(text);
    Position end = text.position(text.length());
    for (Heredoc each : documents) {
      joined.stand(end, "\n");
      joined.add(each.body());
      end = each.body().position(each.body().length());
      joined.stand(end, each.name());
    }
    return joined.text();
  }

  /// The words of an array with one blank between them.
  public static MappedText joined(List<Word> words) {
    var joined = new MappedText.Joined();
    boolean first = true;
    for (Word word : words) {
      if (!first) {
        joined.stand(word.span().start(), " ");
      }
      joined.add(word);
      first = false;
    }
    return joined.text();
  }
}
