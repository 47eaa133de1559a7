package dev.landwaiter.policy.score.run;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.GoYaml;
import dev.landwaiter.base.format.Located;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.Value;
import java.nio.charset.StandardCharsets;
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
    if (!separates(part)) {
      documents.add(GoYaml.parse(part));
      return;
    }
    int before = documents.size();
    for (Value value : all(part)) {
      if (!(value instanceof NullValue)) {
        documents.add(value);
      }
    }
    if (documents.size() == before) {
      documents.add(NullValue.NULL);
    }
  }

  private static List<Value> all(String part) throws FormatException {
    try {
      return Yaml.parseAll("", part.getBytes(StandardCharsets.UTF_8), Yaml.DuplicateKeys.LAST_WINS)
          .stream()
          .map(Located::root)
          .toList();
    } catch (FormatException e) {
      // In the original's words where its first document is what is wrong.
      GoYaml.parse(part);
      throw new FormatException(Problem.in("", "yaml: a later document: " + e.problem().message()));
    }
  }

  /// Whether a line within the text, not the first, ends or begins a document.
  private static boolean separates(String text) {
    for (int line = text.indexOf('\n'); line >= 0; line = text.indexOf('\n', line + 1)) {
      boolean marker = text.startsWith("---", line + 1) || text.startsWith("...", line + 1);
      if (marker && line + 4 < text.length() && text.charAt(line + 4) <= ' ') {
        return true;
      }
    }
    return false;
  }
}
