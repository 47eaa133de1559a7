package dev.landwaiter.dockerfile.shell.view;

import dev.landwaiter.dockerfile.lint.Commands;
import dev.landwaiter.dockerfile.shell.Dialect;
import dev.landwaiter.dockerfile.shell.Part;
import dev.landwaiter.dockerfile.shell.Reading;
import dev.landwaiter.dockerfile.shell.ShellWord;
import dev.landwaiter.dockerfile.shell.parse.ShellReader;
import dev.landwaiter.dockerfile.syntax.MappedText;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The commands of a text as its shell would run them: names without folders, programs behind
/// `sudo`, `env` and their like, scripts inside arguments, values of known variables, and values of
/// options kept apart from other arguments.
public final class ImprovedCommands {
  private ImprovedCommands() {}

  /// The commands of a text in this dialect.
  ///
  /// @param constants values of variables from outside, such as those of ARG and ENV
  public static Commands of(
      MappedText text, Dialect dialect, Function<String, Optional<String>> constants) {
    Reading reading = ShellReader.read(text.toString(), dialect);
    if (reading.refused()) {
      return Commands.UNREAD;
    }
    var run = new Run(text, dialect, new Variables(constants));
    run.script(reading.script());
    return run.commands();
  }

  /// The commands of a program that is run without a shell.
  public static Commands of(List<Word> words) {
    var joined = new MappedText.Joined();
    var places = new ArrayList<ShellWord>(words.size());
    int at = 0;
    for (Word word : words) {
      if (at > 0) {
        joined.stand(word.span().start(), " ");
        at++;
      }
      joined.add(word);
      int end = at + word.text().length();
      places.add(new ShellWord(at, end, List.of(new Part.Literal(at, end, word.text()))));
      at = end;
    }
    MappedText text = joined.text();
    var run = new Run(text, Dialect.POSIX, new Variables(name -> Optional.empty()));
    var items = new ArrayList<Item>(words.size());
    for (ShellWord each : places) {
      String value = text.subSequence(each.start(), each.end()).toString();
      items.add(new Item(value, true, each, text, true));
    }
    if (!items.isEmpty()) {
      run.program(items);
    }
    return run.commands();
  }
}
