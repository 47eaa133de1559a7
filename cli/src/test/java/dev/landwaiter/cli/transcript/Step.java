package dev.landwaiter.cli.transcript;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One part of a transcript, in the form it is written down:
///
/// | Line | Meaning |
/// |---|---|
/// | `# TEXT` or an empty line | for the reader |
/// | `+++ PATH` | a file, its text on the lines after it, indented by four blanks |
/// | `$ [NAME=VALUE]… WORDS` | a command; words with blanks in single quotes |
/// | `0` blank `TEXT` | a line of its standard input |
/// | `1` bar blank `TEXT`, `2` bar blank `TEXT` | a line of standard output, of standard error |
/// | `= N` | the exit code |
public sealed interface Step {

  /// A line for the reader.
  record Remark(String line) implements Step {}

  /// A file that is there from here on.
  record TextFile(String path, String text) implements Step {}

  /// A command.
  ///
  /// @param line as written, without the dollar sign
  record Command(String line, String stdin) implements Step {
    /// Variables that the words begin with.
    public Map<String, String> environment() {
      Map<String, String> environment = new LinkedHashMap<>();
      for (String word : split(line)) {
        int sign = word.indexOf('=');
        if (sign <= 0 || !word.substring(0, sign).matches("[A-Z_]+")) {
          break;
        }
        environment.put(word.substring(0, sign), word.substring(sign + 1));
      }
      return environment;
    }

    /// The words after variables and the name of the program.
    public List<String> words() {
      List<String> words = split(line);
      return words.subList(environment().size() + 1, words.size());
    }
  }

  /// Reads a transcript; what came of its commands is left out.
  static List<Step> parse(String transcript) {
    List<Step> steps = new ArrayList<>();
    List<String> lines = transcript.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("+++ ")) {
        var text = new StringBuilder();
        while (i + 1 < lines.size() && lines.get(i + 1).startsWith("    ")) {
          i++;
          text.append(lines.get(i).substring(4)).append('\n');
        }
        steps.add(new TextFile(line.substring(4), text.toString()));
      } else if (line.startsWith("$ ")) {
        var stdin = new StringBuilder();
        while (i + 1 < lines.size() && lines.get(i + 1).startsWith("0 ")) {
          i++;
          stdin.append(lines.get(i).substring(2)).append('\n');
        }
        steps.add(new Command(line.substring(2), stdin.toString()));
      } else if (line.isEmpty() || line.startsWith("#")) {
        steps.add(new Remark(line));
      } else if (!line.matches("[12]\\|.*|= \\d+")) {
        throw new IllegalArgumentException("line " + (i + 1) + " is no part of a transcript");
      }
    }
    return steps;
  }

  private static List<String> split(String line) {
    List<String> words = new ArrayList<>();
    var word = new StringBuilder();
    boolean quoted = false;
    boolean begun = false;
    for (char c : (line + " ").toCharArray()) {
      if (c == '\'') {
        quoted = !quoted;
        begun = true;
      } else if (c == ' ' && !quoted) {
        if (begun) {
          words.add(word.toString());
        }
        word.setLength(0);
        begun = false;
      } else {
        word.append(c);
        begun = true;
      }
    }
    return words;
  }
}
