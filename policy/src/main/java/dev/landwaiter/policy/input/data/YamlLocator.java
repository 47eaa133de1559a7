package dev.landwaiter.policy.input.data;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Located;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;
import java.util.ArrayList;
import java.util.List;

/// Finds nodes in one document of YAML.
///
/// @param lines how many lines of the file stand before the text it was read from
record YamlLocator(Locator document, int lines) implements Locator {
  /// The locator of the value of a file: the array of its documents when there are several.
  static Locator of(String where, List<YamlPart> parts) throws FormatException {
    List<Locator> documents = new ArrayList<>();
    for (YamlPart part : parts) {
      int lines = part.line() - 1;
      List<Located> found = Yaml.parseAll(where, part.bytes(), Yaml.DuplicateKeys.LAST_WINS);
      int before = documents.size();
      for (Located each : found) {
        // As the reader of values does: nothing behind a further separator is no document.
        if (documents.size() == before || !(each.root() instanceof NullValue)) {
          documents.add(new YamlLocator(Locator.of(each.positions()), lines));
        }
      }
      if (found.isEmpty()) {
        documents.add(new YamlLocator(START, lines));
      }
    }
    return documents.size() == 1 ? documents.getFirst() : Locator.ofElements(documents);
  }

  @Override
  public Spot find(List<Value> path) {
    Spot spot = document.find(path);
    Span span = spot.span();
    return new Spot(new Span(moved(span.start()), moved(span.end())), spot.depth());
  }

  private Position moved(Position position) {
    return new Position(position.line() + lines, position.column());
  }
}
