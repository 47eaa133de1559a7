package dev.landwaiter.policy.input.data;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;
import dev.landwaiter.policy.input.GoNumbers;
import dev.landwaiter.policy.input.InputFormat;
import java.util.ArrayList;
import java.util.List;

/// YAML as Kubernetes' tools read it: the document, or an array of all when there are several.
/// Documents are split at lines that hold `---` alone, and an empty one is null; unlike Conftest,
/// documents behind any other kind of separator are kept, too.
public final class YamlFormat implements InputFormat {
  @Override
  public String name() {
    return "yaml";
  }

  @Override
  public Value read(String where, byte[] text) throws FormatException {
    List<YamlPart> parts = YamlPart.split(where, text);
    List<Value> documents = new ArrayList<>(parts.size());
    for (YamlPart part : parts) {
      for (Value value : documents(where, part)) {
        documents.add(GoNumbers.in(value));
      }
    }
    return documents.size() == 1 ? documents.getFirst() : new ArrayValue(documents);
  }

  private static List<Value> documents(String where, YamlPart part) throws FormatException {
    try {
      return part.documents();
    } catch (FormatException e) {
      throw YamlProblem.located(where, part, e);
    }
  }

  @Override
  public Locator locator(String where, byte[] text) {
    try {
      return YamlLocator.of(where, YamlPart.split(where, text));
    } catch (FormatException e) {
      return Locator.START;
    }
  }
}
