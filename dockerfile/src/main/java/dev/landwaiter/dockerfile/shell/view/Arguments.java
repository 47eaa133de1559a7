package dev.landwaiter.dockerfile.shell.view;

import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.lint.Argument;
import java.util.ArrayList;
import java.util.List;

/// Arguments whose options are known: each value is tied to its option, also where both stand in
/// one word.
final class Arguments {
  private final Options options;
  private final boolean go;
  private final List<Argument> arguments;

  private Arguments(Options options, boolean go, int size) {
    this.options = options;
    this.go = go;
    this.arguments = new ArrayList<>(size);
  }

  static List<Argument> of(String program, List<Item> items) {
    var arguments = new Arguments(Options.of(program, items), program.equals("go"), items.size());
    boolean value = false;
    boolean ended = false;
    for (Item each : items) {
      if (value || ended) {
        arguments.plain(each, value);
        value = false;
      } else {
        value = arguments.add(each);
        ended = each.text().equals("--");
      }
    }
    return arguments.arguments;
  }

  private static Span span(Item item) {
    return item.source().span(item.word().start(), item.word().end());
  }

  private void plain(Item item, boolean value) {
    arguments.add(new Argument(item.text(), List.of(), span(item), value));
  }

  /// Adds a word; says whether the next one is its value.
  private boolean add(Item item) {
    String text = item.text();
    List<String> flags = Flags.of(text);
    if (flags.isEmpty()) {
      plain(item, false);
      return false;
    }
    if (text.startsWith("--")) {
      arguments.add(new Argument(text, flags, span(item)));
      return !text.contains("=") && options.name(flags.getFirst());
    }
    if (go) {
      return goFlag(item);
    }
    for (int i = 1; i < text.length(); i++) {
      if (!options.letter(text.charAt(i))) {
        continue;
      }
      String taken = text.substring(0, i + 1);
      arguments.add(new Argument(taken, Flags.of(taken), span(item)));
      if (i + 1 == text.length()) {
        return true;
      }
      arguments.add(new Argument(text.substring(i + 1), List.of(), span(item), true));
      return false;
    }
    arguments.add(new Argument(text, flags, span(item)));
    return false;
  }

  /// Long names behind one dash.
  private boolean goFlag(Item item) {
    String text = item.text();
    int end = text.indexOf('=');
    String name = end < 0 ? text.substring(1) : text.substring(1, end);
    arguments.add(new Argument(text, List.of(name), span(item)));
    return end < 0
        && switch (name) {
          case "C",
              "mod",
              "modfile",
              "o",
              "p",
              "tags",
              "ldflags",
              "gcflags",
              "asmflags",
              "exec",
              "pkgdir",
              "overlay",
              "toolexec",
              "buildmode",
              "compiler",
              "installsuffix" ->
              true;
          default -> false;
        };
  }
}
