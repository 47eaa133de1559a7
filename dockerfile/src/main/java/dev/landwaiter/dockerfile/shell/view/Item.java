package dev.landwaiter.dockerfile.shell.view;

import dev.landwaiter.dockerfile.shell.Part;
import dev.landwaiter.dockerfile.shell.ShellWord;
import dev.landwaiter.dockerfile.syntax.MappedText;
import java.util.List;

/// A word of a command as the shell would pass it on, as far as that is known.
///
/// @param text what is not known is shown as `${name}`
/// @param known whether all of it is known
/// @param word where it comes from
/// @param source the text that holds the word
/// @param whole whether it is all that became of that word
record Item(String text, boolean known, ShellWord word, MappedText source, boolean whole) {
  /// The script a program is given in this word: every character at its place in the file,
  /// variables of the outer script as they are written.
  MappedText script(Variables variables) {
    var script = new MappedText.Joined();
    if (whole) {
      add(script, word.parts(), variables);
    } else {
      script.stand(source.position(word.start()), text);
    }
    return script.text();
  }

  private void add(MappedText.Joined script, List<Part> parts, Variables variables) {
    for (Part part : parts) {
      switch (part) {
        case Part.Single it -> script.add(source.slice(it.start() + 1, it.end() - 1));
        case Part.Quoted it -> add(script, it.parts(), variables);
        case Part.Literal it -> literal(script, it);
        case Part.Ansi it -> script.stand(source.position(it.start()), Escapes.decoded(it.text()));
        case Part.Parameter it ->
            variables
                .value(it)
                .ifPresentOrElse(
                    value -> script.stand(source.position(it.start()), value),
                    () -> script.add(source.slice(it.start(), it.end())));
        case Part.Substitution it -> script.stand(source.position(it.start()), "${}");
        case Part.Arithmetic it -> script.stand(source.position(it.start()), "${VAR}");
        case Part.Process it -> script.stand(source.position(it.start()), "${}");
        case Part.Glob it -> script.add(source.slice(it.start(), it.end()));
        case Part.Pattern it -> script.add(source.slice(it.start(), it.end()));
        case Part.Braces it -> script.add(source.slice(it.start(), it.end()));
      }
    }
  }

  /// Characters with the backslashes before them gone.
  private void literal(MappedText.Joined script, Part.Literal literal) {
    String text = literal.text();
    if (text.length() == literal.end() - literal.start()) {
      script.add(source.slice(literal.start(), literal.end()));
      return;
    }
    int at = literal.start();
    int done = 0;
    while (done < text.length()) {
      int begun = done;
      int from = at;
      while (done < text.length()
          && at < literal.end()
          && source.charAt(at) == text.charAt(done)
          && (source.charAt(at) != '\\' || done > begun)) {
        at++;
        done++;
      }
      if (done > begun) {
        script.add(source.slice(from, at));
      }
      if (done < text.length()) {
        at = Math.min(at + (continued(at) ? 2 : 1), literal.end() - 1);
        script.add(source.position(at), text.substring(done, done + 1));
        at++;
        done++;
      }
    }
  }

  private boolean continued(int at) {
    return at + 1 < source.length() && source.charAt(at) == '\\' && source.charAt(at + 1) == '\n';
  }
}
