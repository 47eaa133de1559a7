package dev.landwaiter.policy.input.web;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.InputText;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;
import dev.landwaiter.policy.input.InputFormat;
import dev.landwaiter.policy.input.Placed;
import dev.landwaiter.policy.input.SourceText;
import dev.landwaiter.policy.input.web.VclScanner.Word;

/// The configuration language of Varnish: the declarations by their kind and name.
///
/// Conftest's parser keeps access lists, attributes of backends and probes, and the braces of
/// directors, but no code; a negated entry of an access list is code to it.
public final class VclFormat implements InputFormat {
  @Override
  public String name() {
    return "vcl";
  }

  @Override
  public Value read(String where, byte[] text) throws FormatException {
    return placed(new SourceText(where, InputText.read(where, text))).value();
  }

  @Override
  public Locator locator(String where, byte[] text) {
    try {
      var source = new SourceText(where, InputText.read(where, text));
      return Locator.of(placed(source).positions(source));
    } catch (FormatException e) {
      return Locator.START;
    }
  }

  private static Placed placed(SourceText source) throws FormatException {
    var scanner = new VclScanner(source);
    var file = new Placed.Members(0, source.text().length());
    Word kind = scanner.next();
    if (kind.isEnd()) {
      throw source.wrong(0, "nothing is declared in the file", "");
    }
    for (; !kind.isEnd(); kind = scanner.next()) {
      declaration(scanner, kind, file);
    }
    return file;
  }

  private static void declaration(VclScanner scanner, Word kind, Placed.Members file)
      throws FormatException {
    String name = "";
    int words = 0;
    for (Word word = scanner.next(); !word.is(";"); word = scanner.next()) {
      if (word.isEnd()) {
        throw scanner.source.wrong(
            kind.from(), "the declaration " + kind.text() + " has no end", "add a ; or a block");
      }
      if (word.is("{")) {
        VclBody body = VclBody.read(scanner, kind.from(), 1);
        Placed all =
            file.members()
                .computeIfAbsent(kind.text(), _ -> new Placed.Members(kind.from(), kind.to()));
        if (all instanceof Placed.Members members) {
          members.members().put(name, shape(kind.text(), body));
        }
        return;
      }
      name = words++ == 0 ? word.text() : name;
    }
  }

  private static Placed shape(String kind, VclBody body) {
    return switch (kind) {
      case "acl", "sub" -> body.entries;
      case "director" -> body.blocks;
      default -> body.plain();
    };
  }
}
