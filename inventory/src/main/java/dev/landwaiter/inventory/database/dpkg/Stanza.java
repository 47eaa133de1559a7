package dev.landwaiter.inventory.database.dpkg;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One paragraph of a control file (Debian policy, section 5.1): fields by their lower-case names.
///
/// @param line where it begins, from 1
record Stanza(int line, Map<String, String> fields) {
  String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /// The paragraphs of a text. A field that is repeated keeps its first value; lines that are
  /// neither field nor continuation are left out.
  static List<Stanza> parse(String text) {
    List<Stanza> stanzas = new ArrayList<>();
    Map<String, StringBuilder> fields = new HashMap<>();
    var current = new StringBuilder();
    int number = 0;
    int first = 1;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      if (line.isBlank()) {
        add(stanzas, first, fields);
        fields = new HashMap<>();
        first = number + 1;
      } else if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
        current.append('\n').append(line.strip());
      } else {
        int colon = line.indexOf(':');
        if (colon > 0) {
          current = new StringBuilder(line.substring(colon + 1).strip());
          fields.putIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), current);
        }
      }
    }
    add(stanzas, first, fields);
    return stanzas;
  }

  private static void add(List<Stanza> stanzas, int line, Map<String, StringBuilder> fields) {
    if (!fields.isEmpty()) {
      Map<String, String> values = new HashMap<>();
      fields.forEach((name, value) -> values.put(name, value.toString()));
      stanzas.add(new Stanza(line, values));
    }
  }
}
