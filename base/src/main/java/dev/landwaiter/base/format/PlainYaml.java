package dev.landwaiter.base.format;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the plain YAML that most manifests are made of many times quicker than the library does:
/// one document of maps and lists in block style, with scalars of one line, block scalars, and maps
/// and lists in flow style on one line.
///
/// It never guesses: at the first thing it does not know for sure – anchors, tags, scalars over
/// several lines, a second document, a key that stands twice, any mistake – it gives up, and
/// [GoYaml] reads the text instead. What it reads is what [GoYaml] would have read.
public final class PlainYaml {
  private static final int DEPTH_LIMIT = 200;

  private final PlainYamlScalars scalars;
  private final byte[] text;
  private final int end;

  /// The column of the line that comes next, or -1 at the end.
  private int indent;

  private int depth;

  private PlainYaml(byte[] text, int start, int end) {
    this.text = text;
    this.end = end;
    this.scalars = new PlainYamlScalars(text, start, end);
  }

  /// Reads the document in a piece of a text in UTF-8; a piece without one is null.
  ///
  /// @return empty when it is not plain enough
  public static Optional<Value> read(byte[] text, int start, int end) {
    int returns = PlainYamlScalars.carriageReturns(text, start, end);
    if (returns < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          returns == 0
              ? new PlainYaml(text, start, end).document()
              : withoutReturns(text, start, end, returns).document());
    } catch (NotPlainException e) {
      return Optional.empty();
    }
  }

  private static PlainYaml withoutReturns(byte[] text, int start, int end, int returns) {
    byte[] kept = new byte[end - start - returns];
    int length = 0;
    for (int i = start; i < end; i++) {
      if (text[i] != '\r') {
        kept[length++] = text[i];
      }
    }
    return new PlainYaml(kept, 0, length);
  }

  /// Something that this reader leaves to the other one.
  static final class NotPlainException extends Exception {
    private static final long serialVersionUID = 1L;

    NotPlainException() {
      super("", null, false, false);
    }
  }

  private Value document() throws NotPlainException {
    if (scalars.isMarker(scalars.at)) {
      boolean alone = scalars.at + 3 == end || text[scalars.at + 3] == '\n';
      if (!alone || text[scalars.at] == '.') {
        throw new NotPlainException();
      }
      scalars.at = Math.min(end, scalars.at + 4);
    }
    nextLine();
    if (indent < 0) {
      return NullValue.NULL;
    }
    Value value = lines(-1);
    if (indent >= 0) {
      throw new NotPlainException();
    }
    return value;
  }

  /// Goes from the start of a line to the next one with more than a comment on it.
  private void nextLine() throws NotPlainException {
    indent = scalars.nextLine();
  }

  /// A node in block style on lines of its own.
  private Value lines(int parent) throws NotPlainException {
    return block(indent, parent);
  }

  /// A node in block style that begins at a column of the current line.
  ///
  /// @param parent the column of the map or list it belongs to
  private Value block(int column, int parent) throws NotPlainException {
    if (++depth > DEPTH_LIMIT) {
      throw new NotPlainException();
    }
    Value value;
    if (scalars.isDash()) {
      value = sequence(column);
    } else if (scalars.keyEnd() >= 0) {
      value = mapping(column);
    } else {
      value = inline(parent);
    }
    depth--;
    return value;
  }

  /// A key that stands twice is told by some of those who read the text otherwise.
  private static void once(@Nullable Value before) throws NotPlainException {
    if (before != null) {
      throw new NotPlainException();
    }
  }

  private Value mapping(int column) throws NotPlainException {
    var members = new ObjectValue.Draft();
    while (true) {
      StringValue key = scalars.key();
      once(members.put(key, member(column)));
      if (indent != column) {
        break;
      }
      if (scalars.isDash()) {
        throw new NotPlainException();
      }
    }
    if (indent > column) {
      throw new NotPlainException();
    }
    return members.finish();
  }

  private Value member(int column) throws NotPlainException {
    if (!scalars.atLineEnd()) {
      return inline(column);
    }
    scalars.passLine();
    nextLine();
    if (indent > column) {
      return lines(column);
    }
    return indent == column && scalars.isDash() ? sequence(column) : NullValue.NULL;
  }

  private Value sequence(int column) throws NotPlainException {
    List<Value> elements = new ArrayList<>();
    do {
      int dash = scalars.at;
      scalars.at++;
      if (scalars.atLineEnd()) {
        scalars.passLine();
        nextLine();
        elements.add(indent > column ? lines(column) : NullValue.NULL);
      } else {
        elements.add(block(column + scalars.at - dash, column));
      }
    } while (indent == column && scalars.isDash());
    if (indent > column) {
      throw new NotPlainException();
    }
    return new ArrayValue(elements);
  }

  /// A node that ends on its line, or a block scalar that begins there.
  private Value inline(int parent) throws NotPlainException {
    Value value;
    byte first = text[scalars.at];
    if (first == '|' || first == '>') {
      value = new StringValue(PlainYamlBlock.read(scalars, parent));
    } else {
      value = first == '[' || first == '{' ? flow(parent) : scalars.scalar(parent);
      if (!scalars.atLineEnd()) {
        throw new NotPlainException();
      }
      scalars.passLine();
    }
    nextLine();
    if (indent > parent) {
      throw new NotPlainException();
    }
    return value;
  }

  private Value flow(int parent) throws NotPlainException {
    if (++depth > DEPTH_LIMIT) {
      throw new NotPlainException();
    }
    Value value = text[scalars.at] == '[' ? flowSequence(parent) : flowMapping(parent);
    depth--;
    return value;
  }

  private Value flowSequence(int parent) throws NotPlainException {
    scalars.at++;
    List<Value> elements = new ArrayList<>();
    if (scalars.next(parent) == ']') {
      scalars.at++;
      return new ArrayValue(elements);
    }
    while (true) {
      elements.add(flowNode(parent));
      byte c = scalars.next(parent);
      scalars.at++;
      if (c == ']') {
        return new ArrayValue(elements);
      }
      if (c != ',') {
        throw new NotPlainException();
      }
    }
  }

  private Value flowMapping(int parent) throws NotPlainException {
    scalars.at++;
    if (scalars.next(parent) == '}') {
      scalars.at++;
      return ObjectValue.EMPTY;
    }
    var members = new ObjectValue.Draft();
    while (true) {
      scalars.next(parent);
      StringValue key = scalars.flowKey();
      once(members.put(key, flowNode(parent)));
      byte c = scalars.next(parent);
      scalars.at++;
      if (c == '}') {
        return members.finish();
      }
      if (c != ',') {
        throw new NotPlainException();
      }
    }
  }

  private Value flowNode(int parent) throws NotPlainException {
    byte first = scalars.next(parent);
    return first == '[' || first == '{' ? flow(parent) : scalars.flowScalar(parent);
  }
}
