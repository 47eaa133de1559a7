package dev.landwaiter.policy.input.data;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.InputText;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.input.InputFormat;

/// EDN, the notation of Clojure's data: maps are objects, vectors and lists are arrays, and all
/// scalars are texts as Go prints them.
public final class EdnFormat implements InputFormat {
  @Override
  public String name() {
    return "edn";
  }

  @Override
  public Value read(String where, byte[] text) throws FormatException {
    return new EdnReader(where, InputText.read(where, text)).read().value();
  }
}
