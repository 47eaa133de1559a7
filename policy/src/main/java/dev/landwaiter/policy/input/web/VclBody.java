package dev.landwaiter.policy.input.web;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.input.Placed;
import dev.landwaiter.policy.input.web.VclScanner.Word;
import java.util.Map;

/// What stands in the braces of a declaration of VCL: attributes, entries and further braces.
/// Statements of code are passed over.
final class VclBody {
  private static final int MOST_DEPTH = 256;

  /// Attributes by their names, which begin with a dot.
  final Placed.Members attributes;

  final Placed.Elements entries;
  final Placed.Elements blocks;

  private VclBody(int from, int to) {
    attributes = new Placed.Members(from, to);
    entries = new Placed.Elements(from, to);
    blocks = new Placed.Elements(from, to);
  }

  /// Reads up to the closing brace, or to the end of a text that lacks it.
  ///
  /// @param from where the declaration begins
  static VclBody read(VclScanner scanner, int from, int depth) throws FormatException {
    if (depth > MOST_DEPTH) {
      throw scanner.source.wrong(from, "nested deeper than " + MOST_DEPTH, "");
    }
    var body = new VclBody(from, from);
    for (Word word = scanner.next(); !word.is("}") && !word.isEnd(); word = scanner.next()) {
      if (word.is("{")) {
        body.blocks.elements().add(block(word, read(scanner, word.from(), depth + 1)));
      } else if (word.text().startsWith(".") && word.text().length() > 1) {
        body.attribute(scanner, word, depth);
      } else if (word.isQuoted()) {
        body.entry(scanner, word);
      } else if (!word.is(";")) {
        skipStatement(scanner, depth);
      }
    }
    return body;
  }

  private void attribute(VclScanner scanner, Word name, int depth) throws FormatException {
    Word word = scanner.next();
    if (!word.is("=")) {
      throw scanner.source.wrong(word.from(), "a = was expected after " + name.text(), "");
    }
    word = scanner.next();
    if (word.is("{")) {
      attributes.members().put(name.text(), read(scanner, word.from(), depth + 1).plain());
      return;
    }
    Word first = word;
    int to = word.to();
    for (; !word.is(";") && !word.is("}") && !word.isEnd(); word = scanner.next()) {
      to = word.to();
    }
    if (!word.is(";")) {
      throw scanner.source.wrong(to, "a ; was expected after " + name.text(), "");
    }
    String text = scanner.source.text().substring(first.from(), Math.max(to, first.from()));
    Value value = to == first.to() ? value(first) : new StringValue(text);
    attributes.members().put(name.text(), new Placed.Leaf(value, name.from(), to));
  }

  private static Value value(Word word) {
    String text = word.text();
    if (text.startsWith("\"\"\"")) {
      return new StringValue(text.substring(3, text.length() - 3));
    }
    if (word.isQuoted()) {
      int quotes = text.startsWith("{") ? 2 : 1;
      return new StringValue(text.substring(quotes, text.length() - quotes));
    }
    boolean number = text.length() < 19;
    for (int i = 0; i < text.length(); i++) {
      number &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    if (number) {
      return NumberValue.of(Long.parseLong(text));
    }
    return switch (text) {
      case "true" -> BooleanValue.TRUE;
      case "false" -> BooleanValue.FALSE;
      default -> new StringValue(text);
    };
  }

  /// An address of an access list, with the length of its mask.
  private void entry(VclScanner scanner, Word first) throws FormatException {
    int to = first.to();
    for (Word word = scanner.next(); !word.is(";"); word = scanner.next()) {
      if (word.is("}") || word.isEnd()) {
        throw scanner.source.wrong(to, "a ; was expected after an entry", "");
      }
      to = word.to();
    }
    String text = scanner.source.text().substring(first.from(), to);
    entries.elements().add(new Placed.Leaf(new StringValue(text), first.from(), to));
  }

  /// Passes a statement up to its semicolon, or to the closing brace of its block.
  private static void skipStatement(VclScanner scanner, int depth) throws FormatException {
    for (Word word = scanner.next(); !word.is(";") && !word.isEnd(); word = scanner.next()) {
      if (word.is("{")) {
        read(scanner, word.from(), depth + 1);
        return;
      }
    }
  }

  /// The attributes by their names without the dot.
  Placed plain() {
    var plain = new Placed.Members(attributes.from(), attributes.to());
    for (Map.Entry<String, Placed> attribute : attributes.members().entrySet()) {
      plain.members().put(attribute.getKey().substring(1), attribute.getValue());
    }
    return plain;
  }

  /// Braces inside a declaration, in the form that Conftest's parser keeps them in.
  private static Placed block(Word opening, VclBody body) {
    int from = opening.from();
    int to = opening.to();
    var attributes = new Placed.Members(from, to);
    for (Map.Entry<String, Placed> attribute : body.attributes.members().entrySet()) {
      var pair = new Placed.Members(attribute.getValue().from(), attribute.getValue().to());
      pair.members().put("Name", new Placed.Leaf(new StringValue(attribute.getKey()), from, to));
      pair.members().put("Value", attribute.getValue());
      attributes.members().put(attribute.getKey(), pair);
    }
    var inner = new Placed.Members(from, to);
    inner.members().put("Attributes", attributes);
    inner
        .members()
        .put("Blocks", body.blocks.elements().isEmpty() ? nothing(from, to) : body.blocks);
    inner.members().put("Comments", new Placed.Elements(from, to));
    inner.members().put("Flats", body.entries);
    var block = new Placed.Members(from, to);
    block.members().put("Body", inner);
    block.members().put("Labels", nothing(from, to));
    block.members().put("Type", new Placed.Leaf(new StringValue("{"), from, to));
    return block;
  }

  private static Placed nothing(int from, int to) {
    return new Placed.Leaf(NullValue.NULL, from, to);
  }
}
