package dev.landwaiter.policy.input;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Document;
import dev.landwaiter.policy.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The documents of a configuration file.
public final class Documents {
  private Documents() {}

  /// Reads a file. The elements of an array at its top are documents of their own, an empty one has
  /// none; everything else is one document.
  ///
  /// @param file the name it is reported under
  /// @throws FormatException as [InputFormat#read] does
  public static List<Document> read(String file, byte[] text, InputFormat format)
      throws FormatException {
    return unfold(file, format.read(file, text), locator(file, text, format));
  }

  /// The documents in the value of a file.
  ///
  /// @param locator of the whole value
  public static List<Document> unfold(String file, Value value, Supplier<Locator> locator) {
    if (!(value instanceof ArrayValue array)) {
      return List.of(new Document(file, 0, value, locator));
    }
    List<Value> elements = array.elements();
    List<Document> documents = new ArrayList<>(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      int index = i;
      documents.add(
          new Document(file, index, elements.get(index), () -> locator.get().within(index)));
    }
    return documents;
  }

  /// The locator of a file's value, made when first asked for and then kept.
  public static Supplier<Locator> locator(String file, byte[] text, InputFormat format) {
    return new LateLocator(file, text, format);
  }
}
