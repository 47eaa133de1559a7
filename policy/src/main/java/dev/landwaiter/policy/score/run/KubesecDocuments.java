package dev.landwaiter.policy.score.run;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.GoYaml;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.manifest.DocumentText;
import java.util.ArrayList;
import java.util.List;

/// The documents of a YAML text as kubesec splits it (kubernetes.md 5.5): at lines of three dashes
/// and nothing else. Documents that are separated otherwise, which it would lose, are read too.
final class KubesecDocuments {
  private static final String SEPARATOR = "\n---\n";

  private KubesecDocuments() {}

  static List<Value> read(String text) throws FormatException {
    List<Value> documents = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf(SEPARATOR); end >= 0; end = text.indexOf(SEPARATOR, start)) {
      add(text.substring(start, end), documents);
      start = end + SEPARATOR.length();
    }
    add(text.substring(start), documents);
    return documents;
  }

  private static void add(String untrimmed, List<Value> documents) throws FormatException {
    String part = untrimmed.strip();
    if (part.isEmpty() || part.equals("---")) {
      return;
    }
    List<DocumentText> pieces = DocumentText.split(part);
    if (pieces.size() < 2) {
      documents.add(GoYaml.parse(part));
      return;
    }
    int before = documents.size();
    for (DocumentText piece : pieces) {
      if (!piece.isEmpty()) {
        Value value = GoYaml.parse(piece.text());
        if (!(value instanceof NullValue)) {
          documents.add(value);
        }
      }
    }
    if (documents.size() == before) {
      documents.add(NullValue.NULL);
    }
  }
}
