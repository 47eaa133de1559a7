package dev.landwaiter.dockerfile.advice;

import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a container of the image starts.
///
/// @param words of the program; where a shell is needed, its text as one word
/// @param shell why a shell is needed, or empty
/// @param written whether it stands in shell form, though it could be an array
record Entry(List<String> words, String shell, boolean written) {
  private static final Entry NONE = new Entry(List.of(), "", false);

  static Entry of(Stage stage) {
    Entry entry =
        stage.last(Instruction.Entrypoint.class).map(each -> of(each.command())).orElse(NONE);
    Entry cmd = stage.last(Instruction.Cmd.class).map(each -> of(each.command())).orElse(NONE);
    if (entry.words.isEmpty()) {
      return cmd;
    }
    if (!entry.shell.isEmpty() || entry.written) {
      return entry; // A shell text does not hand on what CMD says.
    }
    var words = new ArrayList<>(entry.words);
    words.addAll(cmd.words);
    return new Entry(words, cmd.shell, cmd.written);
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  String program() {
    return words.isEmpty() ? "" : words.getFirst();
  }

  /// The last part of the program's path.
  String baseName() {
    return program().substring(program().lastIndexOf('/') + 1);
  }

  static Entry of(CommandLine line) {
    return switch (line) {
      case CommandLine.Exec exec -> exec(exec.words().stream().map(Word::text).toList());
      case CommandLine.Shell text -> shell(text.text().toString().strip());
    };
  }

  private static Entry exec(List<String> words) {
    if (words.size() >= 2 && Words.isShell(words.getFirst()) && words.get(1).startsWith("-")) {
      return new Entry(words, "it starts `" + words.getFirst() + "`", false);
    }
    return script(words, false);
  }

  private static Entry shell(String text) {
    if (text.isEmpty()) {
      return NONE;
    }
    String plain = text.startsWith("exec ") ? text.substring(5).strip() : text;
    if (plain.chars().anyMatch(c -> "|&;<>()$`\\\"'*?[#~={}\n".indexOf(c) >= 0)) {
      return new Entry(List.of(text), "its text uses the shell", true);
    }
    return script(Arrays.asList(plain.split("\\s+", -1)), true);
  }

  private static Entry script(List<String> words, boolean written) {
    if (!words.isEmpty() && words.getFirst().endsWith(".sh")) {
      return new Entry(words, "`" + words.getFirst() + "` is a shell script", written);
    }
    if (!words.isEmpty() && Words.isShell(words.getFirst())) {
      return new Entry(words, "it starts `" + words.getFirst() + "`", written);
    }
    return new Entry(words, "", written);
  }
}
