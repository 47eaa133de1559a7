package dev.landwaiter.signing.policy.cluster.reading;

import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Base64Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The data of Secrets and ConfigMaps, as the API writes it.
final class ObjectData {
  private ObjectData() {}

  static Map<String, Bytes> read(Field top, String kind) throws RefusedException {
    Map<String, Bytes> all = new LinkedHashMap<>();
    boolean secret = kind.equals("Secret");
    texts(top, "data", secret, all);
    texts(top, "binaryData", true, all);
    texts(top, "stringData", false, all);
    return all;
  }

  private static void texts(Field top, String name, boolean base64, Map<String, Bytes> all)
      throws RefusedException {
    Optional<Field> data = top.get(name);
    if (data.isEmpty()) {
      return;
    }
    for (Value key : data.get().object().sortedKeys()) {
      String each = key instanceof StringValue text ? text.text() : key.toString();
      Field value = data.get().require(each);
      all.put(
          each,
          base64
              ? Base64Text.file(value.where() + ": " + value.path(), value.text())
              : Bytes.utf8(value.text()));
    }
  }
}
