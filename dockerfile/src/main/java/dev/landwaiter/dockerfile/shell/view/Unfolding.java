package dev.landwaiter.dockerfile.shell.view;

import dev.landwaiter.dockerfile.shell.Part;
import dev.landwaiter.dockerfile.shell.ShellWord;
import dev.landwaiter.dockerfile.syntax.MappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Words with the values of known variables; outside quotes a value with blanks becomes several
/// words, as in the shell.
final class Unfolding {
  /// A word does not become more words than this.
  private static final int WORDS = 1000;

  private final MappedText source;
  private final Variables variables;
  private final ShellWord word;
  private final List<Item> items = new ArrayList<>(1);
  private final StringBuilder text = new StringBuilder();
  private boolean known = true;
  private boolean begun;

  private Unfolding(MappedText source, Variables variables, ShellWord word) {
    this.source = source;
    this.variables = variables;
    this.word = word;
  }

  static List<Item> of(MappedText source, Variables variables, List<ShellWord> words) {
    var items = new ArrayList<Item>(words.size());
    for (ShellWord word : words) {
      if (word.parts().size() == 1 && word.parts().getFirst() instanceof Part.Literal only) {
        items.add(new Item(only.text(), true, word, source, true));
      } else {
        items.addAll(new Unfolding(source, variables, word).all());
      }
    }
    return items;
  }

  /// The value of an assignment, where it is known.
  static Optional<String> value(MappedText source, Variables variables, List<ShellWord> words) {
    if (words.isEmpty()) {
      return Optional.of("");
    }
    if (words.size() > 1) {
      return Optional.empty();
    }
    var unfolding = new Unfolding(source, variables, words.getFirst());
    unfolding.parts(words.getFirst().parts(), true);
    return unfolding.known ? Optional.of(unfolding.text.toString()) : Optional.empty();
  }

  private List<Item> all() {
    Optional<Part.Braces> braces = braces();
    if (braces.isEmpty()) {
      parts(word.parts(), false);
      finish();
      if (items.size() == 1) {
        Item only = items.getFirst();
        return List.of(new Item(only.text(), only.known(), word, source, true));
      }
      return items;
    }
    Part.Braces list = braces.get();
    String inner = source.subSequence(list.start() + 1, list.end() - 1).toString();
    for (String each : inner.split(",", WORDS)) {
      for (Part part : word.parts()) {
        if (part.equals(list)) {
          literal(each);
        } else {
          part(part, false);
        }
      }
      finish();
    }
    return items;
  }

  /// A plain list such as `{a,b}`, where it is the only one in the word.
  private Optional<Part.Braces> braces() {
    Optional<Part.Braces> only = Optional.empty();
    for (Part part : word.parts()) {
      if (part instanceof Part.Braces it) {
        if (only.isPresent() || !plain(it)) {
          return Optional.empty();
        }
        only = Optional.of(it);
      }
    }
    return only;
  }

  private boolean plain(Part.Braces braces) {
    boolean list = false;
    for (int i = braces.start() + 1; i < braces.end() - 1; i++) {
      char c = source.charAt(i);
      if (!Character.isLetterOrDigit(c) && "-_+=.:/~@,".indexOf(c) < 0) {
        return false;
      }
      list |= c == ',';
    }
    return list;
  }

  private void finish() {
    if (begun || text.length() > 0) {
      items.add(new Item(text.toString(), known, word, source, false));
    }
    text.setLength(0);
    known = true;
    begun = false;
  }

  private void parts(List<Part> parts, boolean quoted) {
    for (Part part : parts) {
      part(part, quoted);
    }
  }

  private void part(Part part, boolean quoted) {
    switch (part) {
      case Part.Literal it -> literal(it.text());
      case Part.Single it -> literal(it.text());
      case Part.Ansi it -> literal(Escapes.decoded(it.text()));
      case Part.Quoted it -> {
        begun = true;
        parts(it.parts(), true);
      }
      case Part.Parameter it -> parameter(it, quoted);
      case Part.Glob it -> unknown(it.text());
      case Part.Braces _, Part.Pattern _, Part.Process _ ->
          unknown(source.subSequence(part.start(), part.end()).toString());
      case Part.Substitution _, Part.Arithmetic _ ->
          unknown(Rendering.of(new ShellWord(part.start(), part.end(), List.of(part))));
    }
  }

  private void literal(String piece) {
    begun = true;
    text.append(piece);
  }

  private void unknown(String piece) {
    begun = true;
    known = false;
    text.append(piece);
  }

  private void parameter(Part.Parameter parameter, boolean quoted) {
    Optional<String> value = variables.value(parameter);
    if (value.isEmpty()) {
      unknown(
          Rendering.of(
              new ShellWord(parameter.start(), parameter.end(), List.<Part>of(parameter))));
      return;
    }
    String all = value.get();
    if (quoted) {
      literal(all);
      return;
    }
    int from = 0;
    for (int i = 0; i < all.length(); i++) {
      if (" \t\n".indexOf(all.charAt(i)) >= 0) {
        text.append(all, from, i);
        from = i + 1;
        if (items.size() < WORDS) {
          finish();
        }
      }
    }
    text.append(all, from, all.length());
  }
}
