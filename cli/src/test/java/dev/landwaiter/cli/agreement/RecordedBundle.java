package dev.landwaiter.cli.agreement;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.tar.StreamSource;
import dev.landwaiter.oci.tar.TarReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// A bundle that a command wrote, in the form of the recorded ones: its members in their order,
/// signatures decoded and without their values.
final class RecordedBundle {
  private static final String SIGNATURES = "/.signatures.json";

  private RecordedBundle() {}

  static Value members(Path archive) throws IOException {
    var draft = new ObjectValue.Draft();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(archive))) {
      var tar =
          new TarReader(
              new StreamSource(in, "bundle"), "bundle", Limits.STANDARD, Limit.ARCHIVE_ENTRIES);
      while (tar.next()) {
        String name = "/" + tar.path();
        byte[] content = tar.content();
        draft.put(
            Value.of(name),
            name.equals(SIGNATURES)
                ? signatures(content)
                : Value.of(new String(content, StandardCharsets.UTF_8)));
      }
    }
    return draft.finish();
  }

  static Value signatures(byte[] content) throws IOException {
    try {
      Value file = Json.parse(SIGNATURES, content);
      List<Value> decoded = new ArrayList<>();
      for (Value token : file.get("signatures").orElseThrow().elements()) {
        String[] parts = token.asText().split("\\.", -1);
        var one = new ObjectValue.Draft();
        one.put(Value.of("header"), Json.parse("header", Base64.getUrlDecoder().decode(parts[0])));
        one.put(
            Value.of("payload"), Json.parse("payload", Base64.getUrlDecoder().decode(parts[1])));
        one.put(Value.of("signature"), Value.of(parts[2].isEmpty() ? "" : "<value>"));
        decoded.add(one.finish());
      }
      var draft = new ObjectValue.Draft();
      draft.put(Value.of("signatures"), new ArrayValue(decoded));
      draft.put(
          Value.of("keys"), new ArrayValue(file.members().keySet().stream().sorted().toList()));
      return draft.finish();
    } catch (FormatException e) {
      throw new IOException(e);
    }
  }

  /// Where two bundles differ, or the empty text.
  static String difference(Value wanted, Value got) {
    List<Value> wantedNames = List.copyOf(wanted.members().keySet());
    List<Value> names = List.copyOf(got.members().keySet());
    if (!wantedNames.equals(names)) {
      return "members " + names + ", wanted " + wantedNames;
    }
    for (Value name : names) {
      Value left = wanted.members().get(name);
      Value right = got.members().get(name);
      if (left == null || !left.equals(right)) {
        return "member %s: wanted <%s> got <%s>".formatted(name, left, right);
      }
    }
    return "";
  }
}
