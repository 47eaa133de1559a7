package dev.landwaiter.policy.conftest.run;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Document;
import dev.landwaiter.policy.Locator;
import dev.landwaiter.policy.input.Documents;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The documents of several files in one, as `--combine` shows them to a policy.
public final class Combining {
  /// The name that the one document is reported under.
  public static final String NAME = "Combined";

  private Combining() {}

  /// All documents of files, ordered by the names of their files.
  public static List<Document> items(List<Document> files) {
    List<Document> items = new ArrayList<>();
    for (Document file : files.stream().sorted(Comparator.comparing(Document::file)).toList()) {
      items.addAll(Documents.unfold(file.file(), file.content(), file.locator()));
    }
    return items;
  }

  /// An array of one document: the array of all items.
  public static Document of(List<Document> items) {
    List<Value> combined = new ArrayList<>();
    items.forEach(item -> combined.add(item(item.file(), item.content())));
    return new Document(NAME, 0, ArrayValue.of(new ArrayValue(combined)), () -> Locator.START);
  }

  /// Adds each document of a file.
  static void add(List<Value> combined, String name, Value content) {
    if (content instanceof ArrayValue documents) {
      documents.elements().forEach(document -> combined.add(item(name, document)));
    } else {
      combined.add(item(name, content));
    }
  }

  private static Value item(String name, Value document) {
    var draft = new ObjectValue.Draft();
    draft.put(Value.of("path"), Value.of(name));
    draft.put(Value.of("contents"), document);
    return draft.finish();
  }
}
